import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { WhatsAbleSyncApi } from '../../credentials/WhatsAbleSyncApi.credentials';
import type { WhatsAbleSandbox } from '../../sandbox/whatsAble';
import { closedPort } from '../support/sandboxRuns';
import { DEMO, startSandbox } from '../support/whatsAble';
import type { Verdict } from './testCredential';
import { testCredential } from './testCredential';

const credential = new WhatsAbleSyncApi();

let sandbox: WhatsAbleSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function verdict(apiKey: string, baseUrl = sandbox.url): Promise<Verdict> {
	return await testCredential(credential, { apiKey, baseUrl });
}

test.each(Object.entries(DEMO.keys))('a right key of any product passes: %s', async (_, apiKey) => {
	expect((await verdict(apiKey)).status).toBe('OK');
});

test('the test only reads: it registers no webhook and sends nothing', async () => {
	await verdict(DEMO.keys.notifyer);
	expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		'GET /api:gncnl2D6/check-api-key-across-projects',
	]);
	expect(sandbox.webhooks.registrations).toEqual([]);
});

test.each([
	['a key that WhatsAble does not know', 'no-such-key'],
	['a key with Bearer before it', `Bearer ${DEMO.keys.notifyer}`],
])('%s fails with what to do', async (_, apiKey) => {
	const { status, message } = await verdict(apiKey);
	expect(status).toBe('Error');
	expect(message).toContain('without blanks and without "Bearer"');
	expect(message).not.toContain(apiKey);
});

test('too many requests are told from a wrong key', async () => {
	sandbox.faults.add({ kind: 'rateLimited' });
	const { status, message } = await verdict(DEMO.keys.notifyer);
	sandbox.faults.clear();
	expect(status).toBe('Error');
	expect(message).toContain('too many requests');
});

test.each([
	['another service', 'application/json', '{"ok":true}'],
	['a web page', 'text/html', '<html>Sign in</html>'],
])('a Base URL of %s is named as the fault', async (_, type, body) => {
	const server = createServer((_request, response) => {
		response.setHeader('Content-Type', type);
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const { status, message } = await verdict('key', `http://127.0.0.1:${port}`);
	server.closeAllConnections();
	server.close();
	expect(status).toBe('Error');
	expect(message).toContain('Check the Base URL');
});

test('a host that cannot be reached fails', async () => {
	expect((await verdict('key', `http://127.0.0.1:${await closedPort()}`)).status).toBe('Error');
});

test('the key goes raw, as the integrations of WhatsAble send it', () => {
	expect(credential.authenticate).toEqual({
		type: 'generic',
		properties: { headers: { Authorization: '={{$credentials.apiKey}}' } },
	});
});

test('the form hides the key, and offers the real host for everything else', () => {
	const fields = credential.properties;
	expect(fields.find(({ name }) => name === 'apiKey')?.typeOptions).toEqual({ password: true });
	expect(fields.find(({ name }) => name === 'baseUrl')?.default).toBe('https://api.insightssystem.com');
});
