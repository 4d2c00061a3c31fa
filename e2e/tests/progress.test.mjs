/** What a person sees while a long piece of work goes on. */
import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';

import { runQuietly } from '../../scripts/lib/processes.mjs';
import { withProgress } from '../../scripts/lib/progress.mjs';

/** What is written while `seconds` go by. @param `isAsked` whether the detail has time to be answered after each */
async function written({ isTTY, columns, seconds, detail, isAsked = false, fails = false }) {
	mock.timers.enable({ apis: ['setInterval', 'Date'] });
	try {
		const texts = [];
		const stream = { isTTY, columns, write: (text) => texts.push(text) };
		let end;
		const work = () =>
			new Promise((resolve, reject) => {
				end = fails ? () => reject(new Error('broken')) : () => resolve('done');
			});
		const result = withProgress({ what: 'Installing', takes: 'a minute', detail }, work, { stream });
		for (let second = 0; second < seconds; second++) {
			mock.timers.tick(1000);
			if (isAsked) await setImmediate();
		}
		end();
		const outcome = await result.catch((error) => error);
		mock.timers.tick(60_000);
		return { outcome, texts };
	} finally {
		mock.timers.reset();
	}
}

describe('progress', () => {
	test('is a line at the beginning and one every five seconds, until the work is done', async () => {
		let percent = 0;
		const { outcome, texts } = await written({ seconds: 12, detail: () => `${(percent += 10)} %` });
		assert.equal(outcome, 'done');
		assert.deepEqual(texts, [
			'> Installing (a minute)\n',
			'> Installing: 10 %, 5.0 s so far\n',
			'> Installing: 20 %, 10 s so far\n',
		]);
	});

	test('is one line that changes on a terminal, never longer than that is wide, and is wiped out', async () => {
		const { texts } = await written({ isTTY: true, columns: 20, seconds: 10 });
		assert.deepEqual(texts, [
			'> Installing (a minute)\n',
			'\r\x1b[K> Installing: 5.0 s',
			'\r\x1b[K> Installing: 10 s ',
			'\r\x1b[K',
		]);
	});

	test('tells what is asked for first, when that is known, and goes on without it', async () => {
		const detail = mock.fn(() => Promise.resolve(`${detail.mock.callCount()} rows`));
		detail.mock.mockImplementationOnce(() => Promise.reject(new Error('does not answer yet')), 0);
		const { texts } = await written({ seconds: 15, detail, isAsked: true });
		assert.deepEqual(texts, [
			'> Installing (a minute)\n',
			'> Installing: 5.0 s so far\n',
			'> Installing: 1 rows, 10 s so far\n',
			'> Installing: 2 rows, 15 s so far\n',
		]);
	});

	test('asks once for what takes longer than the time between two lines, and says nothing after the end', async () => {
		let answer;
		const detail = mock.fn(() => new Promise((resolve) => (answer = resolve)));
		const { texts } = await written({ seconds: 10, detail, isAsked: true });
		assert.equal(detail.mock.callCount(), 1);
		answer('1 row');
		await setImmediate();
		assert.deepEqual(texts, ['> Installing (a minute)\n', '> Installing: 10 s so far\n']);
	});

	test('ends when the work fails', async () => {
		const { outcome, texts } = await written({ seconds: 5, fails: true });
		assert.equal(outcome.message, 'broken');
		assert.equal(texts.length, 2);
	});
});

describe('a program that runs quietly', () => {
	const warn = 'process.emitWarning("careful"); console.log("out"); console.error("err");';

	test('shows nothing; its output is there for when it fails, without warnings of Node', async () => {
		const { code, output, stdout } = await runQuietly(process.execPath, [
			'-e',
			`${warn} process.exitCode = 3`,
		]);
		assert.equal(code, 3);
		assert.equal(stdout, 'out\n');
		assert.deepEqual(output.trim().split('\n').sort(), ['err', 'out']);
	});

	test('tells that Ctrl-C was pressed, which does not end the script that waits for it', async () => {
		const waiting = runQuietly(process.execPath, ['-e', 'setTimeout(() => {}, 300)']);
		process.emit('SIGINT');
		assert.equal((await waiting).interrupted, true);
		assert.equal((await runQuietly(process.execPath, ['-e', ''])).interrupted, false);
	});

	test('is named when it is not there', async () => {
		await assert.rejects(runQuietly('no-such-program-here', []), /no-such-program-here was not found/);
	});
});
