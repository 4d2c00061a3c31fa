import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { DEMO, requestsTo, startSandbox } from '../../../support/whatsAble';
import type { TriggerRun } from '../../../support/whatsAbleTrigger';
import { registeredUrl, startTrigger } from '../../../support/whatsAbleTrigger';

let sandbox: WhatsAbleSandbox;
const servers: TriggerServer[] = [];

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
	await sandbox.close();
});

async function trigger(options: TriggerRun = {}): Promise<TriggerServer> {
	const server = await startTrigger(sandbox, options);
	servers.push(server);
	return server;
}

/** The error that the operator reads when the workflow is activated. */
async function activationError(
	options: TriggerRun,
): Promise<{ message: string; description?: string | null }> {
	const server = await trigger(options);
	return await server.activate().then(
		() => {
			throw new Error('It was activated, which this test forbids');
		},
		(error: { message: string; description?: string | null }) => error,
	);
}

const REGISTRATIONS = /webhook|\/n8n$/;

function registrationRequests(): Array<{ path: string; body: unknown }> {
	return sandbox.requests
		.filter(({ method, path }) => method === 'POST' && REGISTRATIONS.test(path))
		.map(({ path, body }) => ({ path, body }));
}

test.each([
	['incoming', DEMO.keys.notifyer, '/api:dBShrB6H/n8n', 'hookUrl', false],
	['incomingAndOutgoing', DEMO.keys.notifyer, '/api:ErOQ8pSj/n8n/webhook/io', 'url', true],
	['incoming', DEMO.keys.whatsable, '/api:KXAU3bZ4/n8n/webhook', 'url', false],
	['incoming', DEMO.keys.notifier, '/api:gncnl2D6/n8n/notifier/webhook', 'url', false],
])(
	'activation registers the URL for %s messages where the product of the key wants it',
	async (messages, apiKey, path, param, outgoing) => {
		const server = await trigger({ parameters: { messages }, apiKey });
		await server.activate();
		expect(registrationRequests()).toEqual([{ path, body: { [param]: registeredUrl(sandbox) } }]);
		expect(sandbox.webhooks.registrations).toMatchObject([{ incoming: true, outgoing }]);
	},
);

test('the registered URL has a token that nobody can guess, and that no other workflow shares', async () => {
	const [first, second] = [await trigger(), await trigger()];
	await first.activate();
	const url = new URL(registeredUrl(sandbox));
	await second.activate();
	const token = url.searchParams.get('token') ?? '';
	expect(Buffer.from(token, 'base64url')).toHaveLength(24);
	expect(new URL(registeredUrl(sandbox)).searchParams.get('token')).not.toBe(token);
});

test('a test run registers nothing', async () => {
	const server = await trigger({ mode: 'manual' });
	await server.activate('manual');
	expect(sandbox.requests).toEqual([]);
	expect(server.staticData).toEqual({});
});

test('a URL that is entered by hand is not registered either', async () => {
	const server = await trigger({ parameters: { registration: 'manual' } });
	await server.activate();
	expect(sandbox.requests).toEqual([]);
});

test.each(['init', 'update', 'leadershipChange'] as const)(
	'nothing is registered twice when n8n starts again or the workflow is saved: %s',
	async (activation) => {
		const server = await trigger();
		await server.activate();
		await server.activate(activation);
		expect(registrationRequests()).toHaveLength(1);
	},
);

test('a person who activates the workflow again gets it registered again, under the same URL', async () => {
	const server = await trigger();
	await server.activate();
	const url = registeredUrl(sandbox);
	expect(await server.deactivate()).toBe(true);
	// In the meantime another workflow took the place.
	await (await trigger()).activate();
	await server.activate();
	expect(registeredUrl(sandbox)).toBe(url);
	expect(registrationRequests()).toHaveLength(3);
});

test('a change of what is delivered is registered when the workflow is saved', async () => {
	const server = await trigger({ parameters: { messages: 'incoming' } });
	await server.activate();
	server.change({ parameters: { messages: 'incomingAndOutgoing' } });
	await server.activate('update');
	expect(registrationRequests().map(({ path }) => path)).toEqual([
		'/api:dBShrB6H/n8n',
		'/api:ErOQ8pSj/n8n/webhook/io',
	]);
});

test('another key is registered when the workflow is saved', async () => {
	const server = await trigger();
	await server.activate();
	server.change({ credentials: { whatsAbleSyncApi: { apiKey: DEMO.keys.whatsable, baseUrl: sandbox.url } } });
	await server.activate('update');
	expect(registrationRequests().map(({ path }) => path)).toEqual([
		'/api:dBShrB6H/n8n',
		'/api:KXAU3bZ4/n8n/webhook',
	]);
});

test('deactivating asks WhatsAble for nothing, since a key cannot unregister', async () => {
	const server = await trigger();
	await server.activate();
	const before = sandbox.requests.length;
	expect(await server.deactivate()).toBe(true);
	expect(sandbox.requests).toHaveLength(before);
});

test('an address that WhatsAble says it knows is taken for registered', async () => {
	const server = await trigger();
	const { createServer } = await import('node:http');
	const vendor = createServer((request, response) => {
		response.setHeader('Content-Type', 'application/json');
		const isCheck = request.url?.includes('check-api-key') ?? false;
		response.statusCode = isCheck ? 200 : 400;
		response.end(
			JSON.stringify(
				isCheck
					? { success: true, product: 'notifyer' }
					: { code: 'ERROR_CODE_INPUT_ERROR', message: 'Same webhook exist', payload: '' },
			),
		);
	});
	await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
	const { port } = vendor.address() as { port: number };
	server.change({
		credentials: { whatsAbleSyncApi: { apiKey: 'key', baseUrl: `http://127.0.0.1:${port}` } },
	});
	await server.activate().finally(() => {
		vendor.closeAllConnections();
		vendor.close();
	});
	expect(JSON.stringify(server.staticData)).toContain('"registered"');
});

test.each([
	['http://n8n.example.com', /must begin with https:\/\/.*http:\/\/n8n\.example\.com/],
	['https://n8n.internal', /WhatsAble cannot reach this n8n: its webhooks are at https:\/\/n8n\.internal/],
	['https://192.168.1.20', /cannot reach this n8n/],
])('an n8n that WhatsAble cannot deliver to is explained on activation: %s', async (publicUrl, message) => {
	const error = await activationError({ publicUrl });
	expect(error.message).toMatch(message);
	expect(error.description).toContain('N8N_WEBHOOK_URL');
	expect(sandbox.requests).toEqual([]);
});

test('a public n8n is registered with HTTPS', async () => {
	const server = await trigger({ publicUrl: 'https://n8n.example.com' });
	await server.activate();
	expect(registeredUrl(sandbox)).toMatch(/^https:\/\/n8n\.example\.com\/webhook\/.+\?token=/);
});

test.each([
	['wrong', 'incoming', /does not know the API key/, /Copy the key again/],
	[
		DEMO.keys.whatsable,
		'incomingAndOutgoing',
		/WhatsAble, which the API key belongs to, delivers incoming messages only/,
		/Choose "Incoming"/,
	],
	[DEMO.keys.notifyerBasicPlan, 'incoming', /permission/, /Pro or Agency/],
])(
	'what keeps the URL from being registered is told on activation: key %s',
	async (apiKey, messages, message, remedy) => {
		const error = await activationError({ apiKey, parameters: { messages } });
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(remedy);
		expect(sandbox.webhooks.registrations).toEqual([]);
	},
);

test('a registration that failed is tried again with the next activation', async () => {
	const server = await trigger();
	sandbox.faults.add({ kind: 'unsuccessful', path: 'dBShrB6H' });
	await expect(server.activate()).rejects.toThrow('WhatsAble refused');
	sandbox.faults.clear();
	await server.activate('init');
	expect(sandbox.webhooks.registrations).toHaveLength(1);
	expect(requestsTo(sandbox, 'dBShrB6H')).toHaveLength(2);
});
