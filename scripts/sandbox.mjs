/** `npm run sandbox`: the outside systems on localhost, until Ctrl-C. */
import { bootstrap } from './lib/bootstrap.mjs';
import { binOf, run } from './lib/processes.mjs';
import { runMain } from './lib/say.mjs';

await runMain(async () => {
	await bootstrap();
	return await run(process.execPath, [binOf('tsx'), 'sandbox/main.ts', ...process.argv.slice(2)]);
});
