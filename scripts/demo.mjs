/**
 * `npm run demo`: n8n with this package in it, beside a sandbox of HighLevel, importing files of leads.
 * `npm run demo -- --once` (or with CI set) ends after the import.
 */
import { bootstrap } from './lib/bootstrap.mjs';
import { runMain } from './lib/say.mjs';

await runMain(async () => {
	await bootstrap({ n8n: true });
	// Only now is there a Node that reads TypeScript, and n8n's packages.
	const { demo } = await import('../e2e/demo/main.mjs');
	await demo({ once: process.argv.includes('--once') || Boolean(process.env.CI) });
});
