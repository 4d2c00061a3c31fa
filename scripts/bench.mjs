/** `npm run bench`: the measurements. Arguments go to bench/main.ts. */
import { bootstrap } from './lib/bootstrap.mjs';
import { binOf, run } from './lib/processes.mjs';
import { runMain } from './lib/say.mjs';

await runMain(async () => {
	// The built-in node that is measured beside ours comes with n8n.
	await bootstrap({ n8n: true });
	return await run(process.execPath, [binOf('tsx'), 'bench/main.ts', ...process.argv.slice(2)]);
});
