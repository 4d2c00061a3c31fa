import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { GoHighLevelPrivateIntegrationApi } from '../../credentials/GoHighLevelPrivateIntegrationApi.credentials';
import { WhatsAbleSyncApi } from '../../credentials/WhatsAbleSyncApi.credentials';
import { testCredential } from './testCredential';

let other: Server;
let redirecting: Server;
let status = 302;
let requestsElsewhere = 0;
const portOf = (server: Server) => (server.address() as AddressInfo).port;
beforeAll(async () => {
	other = createServer((_, response) => {
		requestsElsewhere += 1;
		response.end('{"success":true,"product":"notifyer","contacts":[],"Email":"a@b.example"}');
	});
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	redirecting = createServer((_, response) => {
		response.writeHead(status, { location: `http://127.0.0.1:${portOf(other)}/` });
		response.end();
	});
	await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	await new Promise((resolve) => redirecting.close(resolve));
	await new Promise((resolve) => other.close(resolve));
});

test.each([301, 302, 303, 307, 308])(
	'the test of a credential sends no token to the host that a redirect (%d) names',
	async (redirect) => {
		status = redirect;
		requestsElsewhere = 0;
		const baseUrl = `http://127.0.0.1:${portOf(redirecting)}`;
		const verdicts = [
			await testCredential(new GoHighLevelPrivateIntegrationApi(), {
				token: 'pit-0123456789',
				locationId: 'abc',
				baseUrl,
			}),
			await testCredential(new WhatsAbleSyncApi(), { apiKey: 'key-0123456789', baseUrl }),
		];
		expect(verdicts.map((verdict) => verdict.status)).toEqual(['Error', 'Error']);
		expect(requestsElsewhere).toBe(0);
	},
);

test('no test of a credential follows redirects', async () => {
	const { readdirSync } = await import('node:fs');
	const files = readdirSync('credentials').filter((name) => name.endsWith('.credentials.ts'));
	for (const file of files) {
		const exported = (await import(`../../credentials/${file}`)) as Record<string, new () => object>;
		for (const Type of Object.values(exported)) {
			const { test: own } = new Type() as { test?: { request: { disableFollowRedirect?: boolean } } };
			if (own) expect([file, own.request.disableFollowRedirect]).toEqual([file, true]);
		}
	}
});
