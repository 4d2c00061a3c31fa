import { createServer } from 'node:net';

function isFree(port) {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
	});
}

/**
 * The first port from `wanted` upwards that nobody listens on. Leave `wanted` out to get any free one.
 *
 * @param {number} [wanted]
 */
export async function freePort(wanted) {
	if (wanted === undefined) {
		return await new Promise((resolve, reject) => {
			const probe = createServer();
			probe.once('error', reject);
			probe.listen({ port: 0, host: '127.0.0.1' }, () => {
				const { port } = probe.address();
				probe.close(() => resolve(port));
			});
		});
	}
	for (let port = wanted; port < wanted + 100; port++) if (await isFree(port)) return port;
	throw new Error(`No free port between ${wanted} and ${wanted + 99}`);
}
