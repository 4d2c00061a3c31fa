/** `npm run bench`: the measurements, all or those that are named, e.g. `npm run bench -- upserts --count 100`. */
import { bootstrap } from './lib/bootstrap.mjs';
import { binOf, run } from './lib/processes.mjs';
import { Advice, runMain } from './lib/say.mjs';

const MEASUREMENTS = {
	upserts: [binOf('tsx'), 'bench/upserts.ts'],
	webhooks: ['bench/webhooks.mjs'],
};

await runMain(async () => {
	// What is measured beside ours comes with n8n.
	await bootstrap({ n8n: true });
	const [first = '', ...rest] = process.argv.slice(2);
	const named = first.startsWith('-') ? '' : first;
	if (named && !(named in MEASUREMENTS)) {
		throw new Advice(
			`There is no measurement "${named}". There are: ${Object.keys(MEASUREMENTS).join(', ')}.`,
		);
	}
	const options = named ? rest : process.argv.slice(2);
	for (const name of named ? [named] : Object.keys(MEASUREMENTS)) {
		const code = await run(process.execPath, [...MEASUREMENTS[name], ...options]);
		if (code !== 0) return code;
		console.log();
	}
	return 0;
});
