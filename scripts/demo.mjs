/**
 * `npm run demo`: n8n with this package in it, next to a sandbox of HighLevel, Wise Agent and WhatsAble, with all that
 * earlier starts left in them. After `--`, it takes:
 *   --fresh  deletes what earlier starts left
 *   --once   executes the workflows and ends (also with CI set)
 */
import { bootstrap } from './lib/bootstrap.mjs';
import { Advice, runMain } from './lib/say.mjs';

const OPTIONS = ['--fresh', '--once'];

await runMain(async () => {
	const given = process.argv.slice(2);
	const unknown = given.filter((option) => !OPTIONS.includes(option));
	if (unknown.length > 0) {
		throw new Advice(`The demo has no option ${unknown.join(' ')}. It has ${OPTIONS.join(' and ')}.`);
	}
	await bootstrap({ n8n: true });
	// Only now is there a Node that reads TypeScript, and n8n's packages.
	const { demo } = await import('../e2e/demo/main.mjs');
	await demo({
		once: given.includes('--once') || Boolean(process.env.CI),
		fresh: given.includes('--fresh'),
	});
});
