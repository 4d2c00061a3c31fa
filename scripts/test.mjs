/**
 * `npm test`: everything that needs no n8n of its own. `npm test -- <arguments>` passes the arguments to
 * jest and runs nothing else.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { checkPackage } from './check-package.mjs';
import { bootstrap } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { resultsFolder } from './lib/paths.mjs';
import { binOf, run } from './lib/processes.mjs';
import { forgetResult, inWords, writeResult } from './lib/results.mjs';
import { runMain } from './lib/say.mjs';
import { runSteps } from './lib/steps.mjs';

/** After its last test, jest waits for whatever a test has left open, for ever. */
const PATIENCE_AFTER_RESULTS_MS = 20_000;

const tool = (packageName, args, { command = packageName, abort } = {}) =>
	run(process.execPath, [binOf(packageName, command), ...args], { abort });

async function jestWithCounts() {
	const output = join(resultsFolder, 'jest.json');
	rmSync(output, { force: true });
	const abort = new AbortController();
	let resultsAt;
	const watch = setInterval(() => {
		if (existsSync(output)) resultsAt ??= Date.now();
		if (Date.now() - resultsAt > PATIENCE_AFTER_RESULTS_MS) abort.abort();
	}, 1000);
	const args = ['--json', `--outputFile=${output}`];
	const code = await tool('jest', args, { abort: abort.signal }).finally(() => clearInterval(watch));
	if (abort.signal.aborted) {
		console.error(
			'All tests have run, but jest did not end: a test left a server, a timer or a connection open. ' +
				'"npm test -- --detectOpenHandles" tells which.',
		);
	}
	if (!existsSync(output)) return code || 1;
	const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
		readFileSync(output, 'utf8'),
	);
	// A file that does not even load has no tests to count.
	const brokenFiles = testResults.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
	).length;
	const failed = numFailedTests + brokenFiles;
	return {
		passed: numPassedTests,
		failed: code !== 0 && failed === 0 ? 1 : failed,
		skipped: numPendingTests,
	};
}

await runMain(async () => {
	await bootstrap();
	const jestArguments = process.argv.slice(2);
	if (jestArguments.length > 0) return await tool('jest', jestArguments);

	forgetResult('test');
	const counts = await runSteps([
		{ name: 'Build', work: build },
		{ name: 'Lint', work: () => tool('eslint', ['.', '--max-warnings', '0']) },
		{ name: 'Format', work: () => tool('prettier', ['--check', '.']) },
		{ name: 'Types', work: () => tool('typescript', ['--noEmit'], { command: 'tsc' }) },
		{ name: 'Package content', work: checkPackage },
		{ name: 'Tests', work: jestWithCounts },
	]);
	writeResult('test', counts);
	console.log(`\nnpm test: ${inWords(counts)}`);
	return counts.failed > 0 ? 1 : 0;
});
