/**
 * `npm run bench`: the measurements. `npm run bench -- upsert` or `webhooks` makes one of them; further arguments go
 * to it.
 */
import { bootstrap } from './lib/bootstrap.mjs';
import { binOf, run } from './lib/processes.mjs';
import { runMain } from './lib/say.mjs';

const PARTS = {
	upsert: () => [binOf('tsx'), 'bench/main.ts'],
	webhooks: () => ['--disable-warning=ExperimentalWarning', 'bench/webhooks.mjs'],
};

await runMain(async () => {
	// The built-in node that is measured beside ours comes with n8n.
	await bootstrap({ n8n: true });
	const [first, ...others] = process.argv.slice(2);
	const isPart = first !== undefined && first in PARTS;
	const args = isPart ? others : process.argv.slice(2);
	for (const part of isPart ? [first] : Object.keys(PARTS)) {
		const code = await run(process.execPath, [...PARTS[part](), ...args]);
		if (code !== 0) return code;
		console.log('');
	}
	return 0;
});
