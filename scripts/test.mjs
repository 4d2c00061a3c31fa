/**
 * `npm test`: everything that needs no n8n of its own. `npm test -- <arguments>` passes the arguments to
 * vitest and runs nothing else.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

import { checkPackage } from './checkPackage.mjs';
import { bootstrap, installN8n } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { resultsFolder, rootFolder } from './lib/paths.mjs';
import { binOf, run } from './lib/processes.mjs';
import { forgetResult, inWords, writeResult } from './lib/results.mjs';
import { duration, runMain } from './lib/say.mjs';
import { runSteps } from './lib/steps.mjs';

const SLOWEST_SHOWN = 15;

const tool = (packageName, args, { command = packageName } = {}) =>
	run(process.execPath, [binOf(packageName, command), ...args]);

const vitest = (args) => tool('vitest', ['run', ...args]);

async function testsWithCounts() {
	const output = join(resultsFolder, 'vitest.json');
	rmSync(output, { force: true });
	const code = await vitest(['--reporter=default', '--reporter=json', `--outputFile.json=${output}`]);
	if (!existsSync(output)) return code || 1;
	const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
		readFileSync(output, 'utf8'),
	);
	printSlowest(testResults);
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

/** Where the time goes: the files that took longest, and what all took together, on all cores. */
function printSlowest(testResults) {
	const files = testResults
		.map(({ name, startTime, endTime }) => ({ name: relative(rootFolder, name), ms: endTime - startTime }))
		.sort((one, other) => other.ms - one.ms);
	const total = files.reduce((sum, { ms }) => sum + ms, 0);
	console.log(
		`\nThe slowest of ${files.length} test files, which took ${duration(total)} of the cores' time:`,
	);
	for (const { name, ms } of files.slice(0, SLOWEST_SHOWN)) {
		console.log(`${duration(ms).padStart(12)}  ${name}`);
	}
}

/** For .ci/run: n8n's packages mostly wait for the network and the disk. Where that fails, the next command tries again. */
async function installMeanwhile() {
	try {
		await installN8n({ isQuiet: true });
	} catch (error) {
		console.error(`n8n could not be installed meanwhile: ${error.message}`);
	}
}

await runMain(async () => {
	await bootstrap();
	const vitestArguments = process.argv.slice(2);
	if (vitestArguments.length > 0) return await vitest(vitestArguments);

	forgetResult('test');
	// Without the installation, which a person waits for once.
	const start = Date.now();
	const installing = process.env.INSTALL_N8N_MEANWHILE ? installMeanwhile() : undefined;
	let building;
	const built = () => (building ??= build());
	const counts = await runSteps([
		[
			{ name: 'Build', work: built },
			{ name: 'Lint', work: () => tool('eslint', ['.', '--max-warnings', '0']) },
			{ name: 'Format', work: () => tool('prettier', ['--check', '.']) },
			{ name: 'Types', work: () => tool('typescript', ['--noEmit'], { command: 'tsc' }) },
			{ name: 'Package content', work: async () => (await built()) || (await checkPackage()) },
		],
		{ name: 'Tests', work: testsWithCounts },
	]);
	await installing;
	writeResult('test', counts);
	console.log(`\nnpm test: ${inWords(counts)}, in ${duration(Date.now() - start)} after the installation`);
	return counts.failed > 0 ? 1 : 0;
});
