/**
 * `npm run check:live`: the node against a real HighLevel, each answer beside the sandbox's.
 * HIGHLEVEL_TOKEN and HIGHLEVEL_LOCATION_ID say where; `-- --write` adds a round of writes on a contact of its own.
 */
import { bootstrap } from './lib/bootstrap.mjs';
import { binOf, run } from './lib/processes.mjs';
import { runMain } from './lib/say.mjs';

await runMain(async () => {
	await bootstrap();
	const args = [binOf('tsx'), 'test/contract/highLevel/live/main.ts', ...process.argv.slice(2)];
	return await run(process.execPath, args, { env: { ...process.env, NODE_ENV: 'test' } });
});
