/** Nothing that a script starts outlives it, whatever ends it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { groupsGone, processesOf } from '../lib/processGroups.mjs';

const CHILDREN = new URL('../lib/children.mjs', import.meta.url).href;

/** A program that has started another one, which does not end when it is asked to. */
const START_DEAF = `
	const deaf = 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)';
	require('node:child_process').spawn(process.execPath, ['-e', deaf], { stdio: 'inherit' });
	setInterval(() => {}, 1000);
`;
const POLITE = START_DEAF;
const DEAF = `process.on('SIGTERM', () => {}); ${START_DEAF}`;

describe('a started program', { timeout: 60_000 }, () => {
	let folder;
	const scripts = [];

	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'children-'));
	});

	after(async () => {
		for (const { script, group } of scripts) {
			script.kill('SIGKILL');
			for (const pid of processesOf([group])) process.kill(pid, 'SIGKILL');
		}
		rmSync(folder, { recursive: true });
	});

	/** A script that starts a program, which is up. */
	async function scriptWith(program) {
		const logFile = join(folder, `${scripts.length}.log`);
		const options = JSON.stringify({ cwd: folder, env: {}, logFile });
		const source = `
			import { Child } from ${JSON.stringify(CHILDREN)};
			const child = new Child('The program', ['-e', ${JSON.stringify(program)}], ${options});
			console.log(child.pid);
			setInterval(() => {}, 1000);
		`;
		const script = spawn(process.execPath, ['--input-type=module', '-e', source]);
		const ended = new Promise((resolve) => script.once('exit', resolve));
		const [pid] = await new Promise((resolve) =>
			script.stdout.once('data', (text) => resolve([Number(text)])),
		);
		scripts.push({ script, group: pid });
		while (!existsSync(logFile) || !readFileSync(logFile, 'utf8').includes('up')) await setTimeout(20);
		assert.equal(processesOf([pid]).length, 2);
		return { script, ended, groups: [pid] };
	}

	test('ends after one Ctrl-C, with what it has started', async () => {
		const { script, ended, groups } = await scriptWith(POLITE);
		script.kill('SIGINT');
		assert.equal(await ended, 130);
		await groupsGone(groups, { withinMs: 1000 });
	});

	test('ends immediately after a second Ctrl-C, though it does not when it is asked to', async () => {
		const { script, ended, groups } = await scriptWith(DEAF);
		script.kill('SIGINT');
		// As npm passes on the one that came from the terminal.
		await setTimeout(100);
		script.kill('SIGINT');
		await setTimeout(1200);
		assert.equal(processesOf(groups).length, 2);
		script.kill('SIGINT');
		assert.equal(await ended, 130);
		await groupsGone(groups, { withinMs: 1000 });
	});

	test('ends when the script is killed', async () => {
		const { script, groups } = await scriptWith(POLITE);
		script.kill('SIGKILL');
		await groupsGone(groups, { withinMs: 15_000 });
	});
});
