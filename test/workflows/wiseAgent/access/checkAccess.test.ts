import type { IDataObject } from 'n8n-workflow';

import type { WebhookRecord } from '../../../../sandbox/wiseAgent/records';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { SCOPES } from '../../../../sandbox/wiseAgent';
import { pace } from '../../../support/pace';
import type { WiseAgentRun } from '../../../support/wiseAgent';
import {
	connectWiseAgent,
	DEMO,
	fails,
	requestsOfType,
	startWiseAgent,
	storedAs,
	succeeds,
} from '../../../support/wiseAgent';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 1, maxMs: 5 }, looksMs: [0] });

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterEach(() => sandbox.configure({ missingScopeStatus: 403 }));
afterAll(async () => await sandbox.close());

/** Check -> what was found. */
async function checks(options: WiseAgentRun = {}): Promise<Record<string, IDataObject>> {
	const rows = await succeeds(sandbox, 'account.checkAccess', options);
	const found = Object.fromEntries(rows.map((row) => [String(row.check), row]));
	expect(Object.keys(found)).toHaveLength(rows.length);
	return found;
}

const statusesOf = (found: Record<string, IDataObject>, kind: RegExp) =>
	Object.fromEntries(
		Object.entries(found)
			.filter(([check]) => kind.test(check))
			.map(([check, { status }]) => [check, status]),
	);

const NAMES = ['calendar', 'contacts', 'marketing', 'profile', 'properties', 'team'];

const each = (verb: string, status: string, others: IDataObject = {}) => ({
	...Object.fromEntries(NAMES.map((scope) => [`${verb} ${scope}`, status])),
	...others,
});

const without = (...missing: string[]) =>
	connectWiseAgent(sandbox, { scopes: SCOPES.filter((scope) => !missing.includes(scope)) });

describe('a connection that may do everything', () => {
	test('reads once for each scope, and writes nothing', async () => {
		const found = await checks({ connection: connectWiseAgent(sandbox, { scopes: SCOPES }) });
		expect(statusesOf(found, /^Read/)).toEqual(each('Read', 'ok'));
		expect(statusesOf(found, /^Write/)).toEqual(each('Write', 'ok'));
		expect(found.Connection).toEqual({
			...{ check: 'Connection', status: 'ok', remedy: null },
			detail: `Wise Agent accepts the token. It is connected as ${DEMO.user.Email}.`,
		});
		const asked = requestsOfType(sandbox);
		expect(asked).toHaveLength(7);
		expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	test('whose token does not name its scopes may write what it may read, as far as is known', async () => {
		const found = await checks();
		expect(statusesOf(found, /^Read/)).toEqual(each('Read', 'ok'));
		expect(statusesOf(found, /^Write/)).toEqual(each('Write', 'notChecked'));
	});
});

describe.each([200, 401, 403] as const)('a missing scope that is answered with %d', (status) => {
	test('is missing for reading and writing, with what to do; the rest is read', async () => {
		sandbox.configure({ missingScopeStatus: status });
		const found = await checks({ connection: without('team', 'calendar', 'planner') });
		const missing = { 'Read calendar': 'missing', 'Read team': 'missing' };
		expect(statusesOf(found, /^Read/)).toEqual(each('Read', 'ok', missing));
		expect(found['Read team']?.remedy).toContain('lacks the scope team');
		const unwritable = { 'Write calendar': 'missing', 'Write team': 'missing' };
		expect(statusesOf(found, /^Write/)).toEqual(each('Write', 'ok', unwritable));
		expect(found['Write calendar']).toMatchObject({
			detail: 'The token does not have the scope calendar or planner',
			remedy: expect.stringContaining('Choose the scope calendar') as string,
		});
	});

	test('for the profile hides who is connected and the webhooks, and no other check', async () => {
		sandbox.configure({ missingScopeStatus: status });
		const found = await checks({ connection: without('profile') });
		expect(found.Connection).toMatchObject({
			status: 'ok',
			detail: expect.stringContaining('does not tell who is connected') as string,
		});
		expect(statusesOf(found, /^(Read|Webhooks)/)).toEqual({
			...each('Read', 'ok', { 'Read profile': 'missing' }),
			Webhooks: 'missing',
		});
	});
});

describe('a connection that does not work', () => {
	test('is one failed check with what to do, and nothing else is tried', async () => {
		const connection = storedAs(sandbox, { access_token: 'gone', refresh_token: 'gone as well' });
		const found = await checks({ connection });
		expect(found.Connection).toMatchObject({
			status: 'failed',
			remedy: expect.stringContaining('click Reconnect') as string,
		});
		expect(statusesOf(found, /^(Read|Webhooks)/)).toEqual({
			...each('Read', 'notChecked'),
			Webhooks: 'notChecked',
		});
		const asked = new Set(requestsOfType(sandbox).map(({ requestType }) => requestType));
		expect([...asked]).toEqual(['getUser']);
	});

	test('because Wise Agent does not answer fails the item', async () => {
		sandbox.faults.add({ kind: 'serverError', requestType: 'getUser' });
		expect((await fails(sandbox, 'account.checkAccess')).message).toMatch(/did not answer/);
	});

	test('for one kind of records only is a failed check of that one', async () => {
		sandbox.faults.add({ kind: 'refused', requestType: 'getTeam', shape: 'error' });
		sandbox.faults.add({ kind: 'serverError', requestType: 'webhooks' });
		const found = await checks();
		expect(statusesOf(found, /^(Read|Webhooks)/)).toEqual({
			...each('Read', 'ok', { 'Read team': 'failed' }),
			Webhooks: 'failed',
		});
	});
});

describe('the webhooks', () => {
	function add(WebhookID: number, Url: string, more: Partial<WebhookRecord> = {}): void {
		sandbox.state.webhooks.set(String(WebhookID), {
			...{ WebhookID, Url, EventType: 'taskUpdate', Status: 'Active' },
			...more,
		});
	}

	test('say which of them lead to this n8n and work; no token is shown', async () => {
		add(1, 'http://127.0.0.1/webhook/one/webhook?token=s3cr3t');
		add(2, 'http://127.0.0.1/webhook/two/webhook?token=s3cr3t', { Status: 'Disabled' });
		add(3, 'https://127.0.0.1.example.com/webhook/one/webhook?token=s3cr3t');
		add(4, 'http://127.0.0.1/webhook/one/webhook?token=0ther');
		const found = await checks();
		expect(found.Webhooks?.detail).toBe(
			'Wise Agent delivers to this n8n with 3 webhooks, and to other addresses with 1 webhook.',
		);
		expect(statusesOf(found, /^Webhook \d/)).toEqual({
			'Webhook 1: taskUpdate': 'ok',
			'Webhook 2: taskUpdate': 'failed',
			'Webhook 3: taskUpdate': 'notChecked',
			'Webhook 4: taskUpdate': 'failed',
		});
		expect(found['Webhook 4: taskUpdate']?.detail).toContain('registered for this event twice');
		expect(JSON.stringify(found)).not.toMatch(/s3cr3t|0ther/);
	});
});

describe('the age of the token', () => {
	test('is not known, and until when it is good is told where Wise Agent says so', async () => {
		const found = await checks({ connection: connectWiseAgent(sandbox, { scopes: SCOPES }) });
		expect(found['Token age']).toMatchObject({
			status: 'notChecked',
			detail: expect.stringMatching(/It is valid until \d{4}-\d{2}-\d{2}T/) as string,
		});
		expect((await checks())['Token age']?.detail).toBe('Wise Agent does not tell when the token was made.');
	});
});

test('the usage counts the requests of this process with the credential, and costs none', async () => {
	const connection = connectWiseAgent(sandbox, { scopes: SCOPES });
	await checks({ connection });
	sandbox.faults.add({ kind: 'rateLimited', times: 1, retryAfterSeconds: 0.01 });
	await checks({ connection });
	await checks();
	const sent = requestsOfType(sandbox).length;
	const [usage] = await succeeds(sandbox, 'account.getApiUsage', { connection });
	expect(usage).toMatchObject({
		reportedAt: null,
		process: { requests: 15, refused: 1, unanswered: 0, latency: { measured: 14 } },
	});
	expect(requestsOfType(sandbox)).toHaveLength(sent);
});
