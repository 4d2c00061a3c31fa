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
 * @param {number[]} [distances] the ports that are so far above it have to be free as well
 */
export async function freePort(wanted, distances = []) {
	for (let tries = 0; tries < 100; tries++) {
		const port = wanted === undefined ? await anyPort() : wanted + tries;
		const ports = [0, ...distances].map((distance) => port + distance);
		if ((await Promise.all(ports.map(isFree))).every(Boolean)) return port;
	}
	throw new Error(`No free port from ${wanted} upwards`);
}

async function anyPort() {
	return await new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen({ port: 0, host: '127.0.0.1' }, () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}

/**
 * Where to look for the port of a server that is killed and started again. Connections get their ports from 32,768
 * upwards, and one of these could take the place meanwhile; two test runs at once should not meet either.
 */
export function lastingPort() {
	return 20_000 + Math.floor(Math.random() * 12_000);
}

/** Whether the pictures in docs/images are renewed. On purpose only, so that a test run leaves the work tree alone. */
export const RENEWS_PICTURES = Boolean(process.env.UPDATE_SCREENSHOTS);

/** The ports of the demo's first start; of the sandboxes', the first of three. */
export const USUAL_PORTS = { n8n: 5678, sandbox: 4010 };

/**
 * For setStage: the ports that a person has, where a picture shows them. A test run that renews no picture takes
 * any others: two of its files at once would both find the usual ones free before either listens there.
 */
export const SHOWN_PORTS = RENEWS_PICTURES
	? { sandboxPort: USUAL_PORTS.sandbox, n8nPort: USUAL_PORTS.n8n }
	: {};
