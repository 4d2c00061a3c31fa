import { pace } from '../../../support/pace';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { connectWiseAgent, startWiseAgent } from '../../../support/wiseAgent';
import type { Started } from './started';
import { deliver, registered, registeredUrls, startTrigger } from './started';

pace({ backoff: { firstMs: 1, maxMs: 5 }, looksMs: [0, 20] });

const EVENTS = ['contactCreate', 'noteUpdate', 'taskDelete'];
const ACTIVE = EVENTS.map((event) => `${event} Active`);

let sandbox: WiseAgentSandbox;
const servers: TriggerServer[] = [];

beforeEach(async () => (sandbox = await startWiseAgent()));
afterEach(async () => {
	for (const server of servers.splice(0)) await server.close();
	await sandbox.close();
});

async function start(options: Started = {}): Promise<TriggerServer> {
	const server = await startTrigger(sandbox, { events: EVENTS, readRecords: false, ...options });
	servers.push(server);
	return server;
}

/** A webhook that this node has not registered. */
function foreign(Url = 'https://other.example.com/hook', EventType = 'contactCreate' as const): void {
	const WebhookID = sandbox.state.newId('webhook');
	sandbox.state.webhooks.set(String(WebhookID), { WebhookID, EventType, Status: 'Active', Url });
}

const writes = () => sandbox.requests.filter(({ method }) => method !== 'GET');

/** Wise Agent takes two registrations, and refuses those that follow. */
function refuseThird(): void {
	const posts = { requestType: 'webhooks', method: 'POST' };
	sandbox.faults.add({ ...posts, kind: 'slow', delayMs: 0, times: 2 });
	sandbox.faults.add({ ...posts, kind: 'refused' });
}

/** What the operator reads. */
async function refusal(work: Promise<unknown>): Promise<{ message: string; description: string }> {
	return await work.then(
		() => {
			throw new Error('It succeeded, which this test forbids');
		},
		(error: { message: string; description: string }) => error,
	);
}

describe('activation', () => {
	test('registers each event once, all at one URL with a token that nobody can guess', async () => {
		const server = await start();
		await server.activate();
		expect(registered(sandbox)).toEqual(ACTIVE);
		const urls = new Set(registeredUrls(sandbox));
		expect(urls.size).toBe(1);
		expect([...urls][0]).toMatch(/\/webhook\?token=[\w-]{32}$/);
	});

	test('gives two workflows with the same event a webhook each, and takes away only its own', async () => {
		const [one, two] = [await start(), await start()];
		await one.activate();
		await two.activate();
		expect(registered(sandbox)).toEqual([...ACTIVE, ...ACTIVE].sort());
		sandbox.state.addContact({});
		await sandbox.webhooks.idle();
		expect([one.executions.length, two.executions.length]).toEqual([1, 1]);

		await one.deactivate();
		expect(registered(sandbox)).toEqual(ACTIVE);
		sandbox.state.addContact({});
		await sandbox.webhooks.idle();
		expect([one.executions.length, two.executions.length]).toEqual([1, 2]);
	});

	test('writes nothing the second time, when all is as it should be', async () => {
		const server = await start();
		await server.activate();
		sandbox.requests.length = 0;
		await server.activate('init');
		expect(writes()).toEqual([]);
		expect(registered(sandbox)).toEqual(ACTIVE);
	});

	test('twice at the same time registers each event once', async () => {
		const server = await start();
		await Promise.all([server.activate(), server.activate()]);
		expect(registered(sandbox)).toEqual(ACTIVE);
	});

	test.each<[string, (ids: string[]) => void]>([
		['was deleted by a person', ([first = '']) => sandbox.state.webhooks.delete(first)],
		[
			'was disabled',
			([first = '']) => {
				const webhook = sandbox.state.webhooks.get(first);
				if (webhook) sandbox.state.webhooks.set(first, { ...webhook, Status: 'Disabled' });
			},
		],
		['is there twice', () => foreign(registeredUrls(sandbox)[0])],
		[
			'was registered with another token',
			([first = '']) => {
				const webhook = sandbox.state.webhooks.get(first);
				const Url = webhook?.Url.replace(/token=.*/, 'token=old');
				if (webhook && Url) sandbox.state.webhooks.set(first, { ...webhook, Url });
			},
		],
	])('puts right what %s', async (_, harm) => {
		const server = await start();
		await server.activate();
		foreign();
		harm([...sandbox.state.webhooks.keys()]);
		await server.activate('init');
		expect(registered(sandbox)).toEqual([...ACTIVE, 'contactCreate Active'].sort());
		expect(registeredUrls(sandbox)).toContain('https://other.example.com/hook');
		sandbox.state.addContact({});
		await sandbox.webhooks.idle();
		expect(server.executions).toHaveLength(1);
	});

	test('drops events that are not chosen any more', async () => {
		const server = await start();
		await server.activate();
		server.change({ parameters: { events: ['contactUpdateStatus'], readRecords: false } });
		await server.activate('update');
		expect(registered(sandbox)).toEqual(['contactUpdate Active']);
	});

	test('moves to another address of n8n, and leaves nothing at the one before', async () => {
		const baseUrl = sandbox.url;
		const server = await start({ publicUrl: 'https://one.example.com', baseUrl });
		await server.activate();
		server.moveTo('https://two.example.com');
		await server.activate('init');
		expect(registered(sandbox)).toEqual(ACTIVE);
		expect(new URL(registeredUrls(sandbox)[0] ?? '').origin).toBe('https://two.example.com');
		await server.deactivate();
		expect(registered(sandbox)).toEqual([]);
	});

	test('of a copy in another n8n leaves the webhooks of the first alone', async () => {
		const one = await start({ publicUrl: 'https://one.example.com' });
		await one.activate();
		const copy = await start({ publicUrl: 'https://two.example.com' });
		copy.staticData = structuredClone(one.staticData);
		expect(JSON.stringify(copy.staticData)).toContain('one.example.com');
		await copy.activate();
		await copy.deactivate();
		expect(registered(sandbox)).toEqual(ACTIVE);
	});
});

describe('deactivation', () => {
	test('removes its own webhooks, and no others', async () => {
		const server = await start();
		foreign();
		await server.activate();
		foreign(`${new URL(registeredUrls(sandbox)[1] ?? '').origin}/webhook/another?token=x`);
		expect(await server.deactivate()).toBe(true);
		expect(registeredUrls(sandbox).map((url) => new URL(url).pathname)).toEqual([
			'/hook',
			'/webhook/another',
		]);
	});

	test('is done when they are gone already', async () => {
		const server = await start();
		await server.activate();
		sandbox.state.webhooks.clear();
		expect(await server.deactivate()).toBe(true);
		expect(await server.deactivate()).toBe(true);
	});

	test('is done when one goes while they are being removed', async () => {
		const server = await start();
		await server.activate();
		sandbox.faults.add({ kind: 'lostAnswer', requestType: 'webhooks', method: 'DELETE', times: 1 });
		expect(await server.deactivate()).toBe(true);
		expect(registered(sandbox)).toEqual([]);
	});

	test('works when n8n has forgotten what it kept, since the address is its own', async () => {
		const server = await start();
		await server.activate();
		server.staticData = {};
		expect(await server.deactivate()).toBe(true);
		expect(registered(sandbox)).toEqual([]);
	});

	test('and activation again keep the URL, so that a late delivery still counts', async () => {
		const server = await start();
		await server.activate();
		const [before = ''] = registeredUrls(sandbox);
		await server.deactivate();
		await server.activate();
		expect(registeredUrls(sandbox)[0]).toBe(before);
		const payload = { EventType: 'contactCreate', EventCreated: '', ResourceIds: [7] };
		expect((await deliver(before, payload)).status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});
});

describe('a test run', () => {
	test('registers the test URL beside that of the active workflow, and removes it again', async () => {
		const server = await start();
		await server.activate();
		await server.listen();
		expect(registeredUrls(sandbox).map((url) => new URL(url).pathname.split('/')[1])).toEqual([
			...EVENTS.map(() => 'webhook'),
			...EVENTS.map(() => 'webhook-test'),
		]);
		const [url = ''] = registeredUrls(sandbox).slice(-1);
		expect((await deliver(url, { EventType: 'contactCreate', ResourceIds: [7] })).status).toBe(200);
		await server.stopListening();
		expect(registered(sandbox)).toEqual(ACTIVE);
		expect(registeredUrls(sandbox).every((own) => !own.includes('webhook-test'))).toBe(true);
	});
});

describe('when it does not work', () => {
	test('a listing that fails ends the activation with the reason, and registers nothing', async () => {
		const server = await start();
		sandbox.faults.add({ kind: 'refused', requestType: 'webhooks', method: 'GET' });
		const { message } = await refusal(server.activate());
		expect(message).toContain('Wise Agent refused');
		expect(registered(sandbox)).toEqual([]);
	});

	test('what was registered is removed again when the rest is refused', async () => {
		const server = await start();
		refuseThird();
		await refusal(server.activate());
		expect(writes().filter(({ method }) => method === 'POST')).toHaveLength(3);
		expect(registered(sandbox)).toEqual([]);
		sandbox.faults.clear();
		await server.activate();
		expect(registered(sandbox)).toEqual(ACTIVE);
	});

	test('what could not be removed is found the next time, though n8n has kept nothing', async () => {
		const server = await start();
		refuseThird();
		sandbox.faults.add({ kind: 'refused', requestType: 'webhooks', method: 'DELETE' });
		await refusal(server.activate());
		expect(registered(sandbox)).toHaveLength(2);
		server.staticData = {};
		sandbox.faults.clear();
		await server.activate();
		expect(registered(sandbox)).toEqual(ACTIVE);
		expect(new Set(registeredUrls(sandbox)).size).toBe(1);
	});

	test('lost answers double nothing', async () => {
		const server = await start();
		sandbox.faults.add({ kind: 'lostAnswer', requestType: 'webhooks', method: 'POST', times: 2 });
		await server.activate();
		expect(registered(sandbox)).toEqual(ACTIVE);
	});

	test('a webhook that Wise Agent takes and does not keep is no success', async () => {
		const server = await start();
		sandbox.state.webhooks.set = () => sandbox.state.webhooks;
		const { message, description } = await refusal(server.activate());
		expect(message).toContain('does not list it as active');
		expect(description).toContain('Activate the workflow again');
	});

	test('no event, a token without the scope, and an expired connection are told with what to do', async () => {
		const none = await refusal((await start({ events: [] })).activate());
		expect(none.message).toMatch(/^No event is chosen\. Choose at least one/);
		const connection = connectWiseAgent(sandbox, { scopes: ['contacts'] });
		const scope = await refusal((await start({ connection })).activate());
		expect(scope.message).toContain('profile');
		const broken = connectWiseAgent(sandbox);
		Object.assign(broken.credentials.wiseAgentOAuth2Api, { oauthTokenData: {} });
		const unconnected = await refusal((await start({ connection: broken })).activate());
		expect(unconnected.message).toContain('click Connect');
		expect(registered(sandbox)).toEqual([]);
	});

	test.each([
		['http://n8n.example.com', undefined, 'https://'],
		['http://localhost:5678', 'https://sync.thewiseagent.com', 'cannot reach'],
		['https://127.0.0.1:5678', 'https://sync.thewiseagent.com', 'cannot reach'],
	])('a URL that Wise Agent cannot reach is refused: %s', async (publicUrl, baseUrl, text) => {
		const server = await start({ publicUrl, baseUrl: baseUrl ?? sandbox.url });
		const { message, description } = await refusal(server.activate());
		expect(message).toContain(text);
		expect(description).toContain('N8N_WEBHOOK_URL');
		expect(sandbox.requests).toEqual([]);
	});
});
