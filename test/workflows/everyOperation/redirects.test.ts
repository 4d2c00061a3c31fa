import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { pace } from '../../support/pace';
import { textOf } from '../../support/sandboxRuns';
import { askingIdsIn, services, startedFor } from './services';

// The rule is the same after shorter waits.
pace({ rateLimit: { max: 100_000 }, backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

const STATUSES = [301, 302, 303, 307, 308];

/** What an operator reads where nothing but redirects is answered. */
const CLEAR: Record<string, RegExp> = {
	GoHighLevel: /did not answer like HighLevel \(status (\d+), a redirect\)/,
	WiseAgent: /did not answer like Wise Agent \(status (\d+), a redirect\)[^]*The redirect was not followed\./,
	WhatsAble: /did not answer like WhatsAble \(status (\d+), a redirect\)/,
};

async function listening(listener: RequestListener): Promise<{ url: string; server: Server }> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

let redirecting: { url: string; server: Server };
let elsewhere: { url: string; server: Server };
let status = 0;
const received: string[] = [];
beforeAll(async () => {
	elsewhere = await listening((request, response) => {
		received.push(`${request.method} ${request.url} ${request.headers.authorization}`);
		response.setHeader('Content-Type', 'application/json');
		response.end('{"success":true}');
	});
	redirecting = await listening((_, response) => {
		response.writeHead(status, { location: `${elsewhere.url}/elsewhere` });
		response.end();
	});
});
beforeEach(() => void (received.length = 0));
afterAll(async () => {
	for (const { server } of [redirecting, elsewhere]) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

describe.each(services)('$name', (one) => {
	const started = startedFor(one);
	const tried = STATUSES.flatMap((code) => askingIdsIn(one.catalogue).map((id) => [code, id] as const));

	test.each(tried)(
		'a redirect (%d) sends neither token nor record of %s to another host',
		async (code, id) => {
			status = code;
			const { run } = await started.service.run(id, { baseUrl: redirecting.url });

			expect(received).toEqual([]);
			expect(run.items).toEqual([]);
			expect(CLEAR[one.node]?.exec(textOf(run))?.[1]).toBe(String(code));
		},
	);
});
