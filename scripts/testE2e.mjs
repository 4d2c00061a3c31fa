/**
 * `npm run test:e2e`: the package inside a real n8n, driven by its REST API and by a browser.
 * Arguments are the test files to run (default: all of e2e/tests).
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { RENEWS_PICTURES } from '../e2e/lib/ports.mjs';
import { bootstrap } from './lib/bootstrap.mjs';
import { buildIfNeeded } from './lib/build.mjs';
import { e2eFolder, resultsFolder } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { forgetResult, inWords, readResult } from './lib/results.mjs';
import { Advice, runMain } from './lib/say.mjs';

/**
 * So many files at once: more than one for each core would make pages slower than a person waits. One, when the
 * pictures are renewed: all of them show the usual ports.
 */
const AT_ONCE = RENEWS_PICTURES ? 1 : Math.min(availableParallelism(), 2);

await runMain(async () => {
	await bootstrap({ n8n: true });
	forgetResult('e2e');
	const testsFolder = join(e2eFolder, 'tests');
	const chosen = process.argv.slice(2);
	const files = chosen.length
		? chosen
		: readdirSync(testsFolder)
				.filter((name) => name.endsWith('.test.mjs'))
				.sort()
				.map((name) => join(testsFolder, name));

	await buildIfNeeded();
	// Each file starts an n8n of its own, and waits for it most of the time.
	const code = await run(process.execPath, [
		// The tests read n8n's database, and take the sandbox's generator of random numbers as it is.
		'--disable-warning=ExperimentalWarning',
		'--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
		'--test',
		`--test-concurrency=${AT_ONCE}`,
		'--test-reporter=spec',
		'--test-reporter-destination=stdout',
		`--test-reporter=${join(e2eFolder, 'lib', 'countsReporter.mjs')}`,
		`--test-reporter-destination=${join(resultsFolder, 'e2e.json')}`,
		...files,
	]);
	const counts = readResult('e2e');
	if (!counts) throw new Advice('The end-to-end tests wrote no result: their run broke off.');
	console.log(`\nnpm run test:e2e: ${inWords(counts)}`);
	return code || (counts.failed > 0 ? 1 : 0);
});
