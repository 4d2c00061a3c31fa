import { createServer } from 'node:net';

function isFree(port) {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
	});
}

/** Ports that this process was given: nobody may listen there yet, although a server is about to. */
const given = new Set();

/**
 * The first port from `wanted` upwards that nobody listens on, and that was not given before. Leave `wanted` out to get
 * any free one.
 *
 * @param {number} [wanted]
 * @param {number[]} [distances] the ports that are so far above it have to be free as well
 */
export async function freePort(wanted, distances = []) {
	for (let tries = 0; tries < 100; tries++) {
		const port = wanted === undefined ? await anyPort() : wanted + tries;
		const ports = [0, ...distances].map((distance) => port + distance);
		const areFree = (await Promise.all(ports.map(isFree))).every(Boolean);
		// Only now: somebody else may have been given one meanwhile.
		if (!areFree || ports.some((one) => given.has(one))) continue;
		for (const one of ports) given.add(one);
		return port;
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

/**
 * Where to look for the port of n8n's task broker. An n8n of a person's own has 5679, and each one here a port of its
 * own, apart from those of all other servers: n8n ends when its broker finds no place.
 */
export function brokerPort() {
	return 12_000 + Math.floor(Math.random() * 8_000);
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
