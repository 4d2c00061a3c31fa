/**
 * `node scripts/cost.mjs`: what the code costs those who read and change it, as figures of this tree: import cycles,
 * size of folders, process-wide state, tests that change constants of the product, how many files a request passes,
 * size of the clients. `--list` tells what each figure counts. docs/develop/cost.md says how each is counted.
 */
import { bootstrap } from './lib/bootstrap.mjs';
import { binOf, run } from './lib/processes.mjs';
import { runMain } from './lib/say.mjs';

await runMain(async () => {
	await bootstrap();
	return await run(process.execPath, [binOf('tsx'), 'bench/cost.ts', ...process.argv.slice(2)]);
});
