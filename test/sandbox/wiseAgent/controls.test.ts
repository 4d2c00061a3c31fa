import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refresh } from './oauthSupport';
import type { WiseAgentSandbox } from './support';
import { call, contactOf, control, DEMO, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('the record of requests', () => {
	test('tells what was asked and answered, but of the token only its end', async () => {
		const id = await webcontact(sandbox);
		await call(sandbox, 'GET', 'getSingleContact', { clientID: id });
		expect(sandbox.requests).toEqual([
			{
				number: 1,
				at: expect.any(Number),
				method: 'POST',
				path: '/http/webconnect.asp',
				query: {},
				requestType: 'webcontact',
				token: { kind: 'access token', last4: '0001' },
				body: { requestType: 'webcontact', CFirst: 'Ada', CLast: 'King', Source: 'Website' },
				status: 200,
				durationMs: expect.any(Number),
			},
			expect.objectContaining({ query: { requestType: 'getSingleContact', clientID: String(id) } }),
		]);
		expect(JSON.stringify(sandbox.requests)).not.toContain(DEMO.accessToken);
	});

	test('is read over HTTP from a time on, and the reading is not recorded', async () => {
		await call(sandbox, 'GET', 'getUser');
		const [first] = (await control(sandbox, 'GET', '/requests')).body.requests;
		expect(first).toMatchObject({ requestType: 'getUser', status: 200 });
		const since = await control(sandbox, 'GET', `/requests?since=${first.at}`);
		expect(since.body.requests).toEqual([]);
		expect(sandbox.requests).toHaveLength(1);
	});
});

describe('controls over HTTP', () => {
	test('tell what there is, and the records of a kind', async () => {
		const id = await webcontact(sandbox);
		expect((await control(sandbox, 'GET', '/state')).body).toMatchObject({
			url: sandbox.url,
			demo: { accessToken: DEMO.accessToken },
			records: { contacts: 1, team: 3, webhooks: 0 },
			requests: 1,
		});
		const { body } = await control(sandbox, 'GET', '/records/contacts');
		expect(body.contacts).toMatchObject([{ ClientID: id, CFirst: 'Ada' }]);
		expect((await control(sandbox, 'GET', '/records/wishes')).status).toBe(404);
	});

	test('add many contacts with a history', async () => {
		const sent = { count: 200, notes: 2, tasks: 1, calls: 1 };
		const { status, body } = await control(sandbox, 'POST', '/contacts', sent);
		expect(status).toBe(201);
		expect(body.added).toBe(200);
		const { contacts, notes, tasks, calls } = sandbox.state;
		expect([contacts.size, notes.size, tasks.size, calls.size]).toEqual([200, 400, 200, 200]);
	});

	test('change settings, all of them and none that is unknown', async () => {
		const { body } = await control(sandbox, 'PATCH', '/settings', {
			strictVerbs: false,
			webhooks: { maxRetries: 3 },
		});
		expect(body).toMatchObject({ strictVerbs: false, webhooks: { maxRetries: 3, groups: true } });
		const same = await control(sandbox, 'PATCH', '/settings', body);
		expect(same.body).toEqual(body);
		for (const wrong of [{ colour: 'red' }, { timeZone: 'Europe/Berlin' }, { latencyMs: -1 }]) {
			expect((await control(sandbox, 'PATCH', '/settings', wrong)).status).toBe(400);
		}
		sandbox.configure({ strictVerbs: true, webhooks: { maxRetries: 0 } });
	});

	test('give tokens, end them and disconnect the app', async () => {
		const { status, body } = await control(sandbox, 'POST', '/oauth/grant', { scopes: ['profile'] });
		expect(status).toBe(201);
		const read = (token: string, type: string) => call(sandbox, 'GET', type, {}, { token });
		expect((await read(body.access_token, 'getUser')).status).toBe(200);
		expect((await read(body.access_token, 'getContacts')).status).toBe(403);
		await refresh(sandbox, body.refresh_token);
		expect((await control(sandbox, 'POST', '/oauth/disconnect')).body.counts.refreshes).toBe(1);
		expect((await read(body.access_token, 'getUser')).status).toBe(401);
		const unknown = await control(sandbox, 'POST', '/oauth/grant', { clientId: 'unknown' });
		expect(unknown.status).toBe(400);
	});

	test('reset to the seed state, with the same ids to come', async () => {
		const first = await webcontact(sandbox);
		sandbox.faults.add({ kind: 'serverError' });
		const { body } = await control(sandbox, 'POST', '/reset');
		expect(body).toMatchObject({ records: { contacts: 0 }, requests: 0, faults: [] });
		expect(await webcontact(sandbox)).toBe(first);
	});

	test("refuse a browser's request from another site", async () => {
		const response = await fetch(`${sandbox.url}/__sandbox/reset`, {
			method: 'POST',
			headers: { Origin: 'https://elsewhere.example' },
		});
		expect(response.status).toBe(403);
	});
});

describe('by hand, a person', () => {
	test('adds, changes and deletes contacts', async () => {
		const sent = { CFirst: 'Ada', Categories: ['Buyer'], Status: 'New' };
		const { status, body } = await control(sandbox, 'POST', '/manual/contacts', sent);
		expect(status).toBe(201);
		await control(sandbox, 'PATCH', `/manual/contacts/${body.ClientID}`, { CLast: 'King', Status: null });
		expect(await contactOf(sandbox, body.ClientID)).toMatchObject({
			CFirst: 'Ada',
			CLast: 'King',
			Status: null,
		});
		await control(sandbox, 'DELETE', `/manual/contacts/${body.ClientID}`);
		expect(sandbox.state.contacts.size).toBe(0);
		expect((await control(sandbox, 'PATCH', `/manual/contacts/${body.ClientID}`, {})).status).toBe(404);
	});

	test('writes notes, locks and unlocks them', async () => {
		const id = await webcontact(sandbox);
		const note = { owner: String(id), Note: 'Line one\nline two', locked: true };
		const { body } = await control(sandbox, 'POST', '/manual/notes', note);
		const change = { noteID: body.NoteID, note: 'x' };
		const refused = await call(sandbox, 'PUT', 'updateContactNote', change);
		expect(refused.body).toMatchObject([{ success: 'false' }]);
		await control(sandbox, 'PATCH', `/manual/notes/${body.NoteID}`, { locked: false });
		const taken = await call(sandbox, 'PUT', 'updateContactNote', change);
		expect(taken.body).toEqual([{ success: 'true' }]);
	});

	test('adds tasks and completes them', async () => {
		const id = await webcontact(sandbox);
		const task = { ContactID: String(id), Description: 'Call', dueOn: '2025-07-01' };
		const { body } = await control(sandbox, 'POST', '/manual/tasks', task);
		await control(sandbox, 'PATCH', `/manual/tasks/${body.TaskID}`, { completed: true });
		const { Data } = (await call(sandbox, 'GET', 'tasks')).body;
		expect(Data).toMatchObject([{ ContactID: String(id), Completed: 'true' }]);
		await control(sandbox, 'DELETE', `/manual/tasks/${body.TaskID}`);
		expect(sandbox.state.tasks.size).toBe(0);
	});

	test.each([
		['notes', { owner: '1', Note: 'x' }],
		['tasks', { ContactID: '1' }],
		['tasks', { dueOn: 'tomorrow' }],
		['contacts', { Rank: 'Z' }],
		['contacts', { Colour: 'red' }],
	])('cannot make %s of %j', async (kind, sent) => {
		expect((await control(sandbox, 'POST', `/manual/${kind}`, sent)).status).toBe(400);
	});
});

test('latency holds the answers of the API back, and nothing else', async () => {
	const slow = await start({ latencyMs: 600_000 });
	const given = webcontact(slow);
	const outcome = Promise.allSettled([given]);
	while (slow.requests.length === 0) await new Promise(setImmediate);
	expect((await control(slow, 'GET', '/state')).body.requests).toBe(1);
	expect(slow.requests[0]?.status).toBeUndefined();
	await slow.close();
	expect(await outcome).toMatchObject([{ status: 'rejected' }]);
	expect(slow.state.contacts.size).toBe(0);
});

describe('a state file', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'wise-agent-state-'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	test('has everything again after a restart, and ids go on where they stopped', async () => {
		const stateFile = join(folder, 'state.json');
		const first = await start({ stateFile });
		const id = await webcontact(first, { CEmail: 'ada@x.example' });
		await call(first, 'POST', 'webhooks', { EventType: 'contactCreate', Url: 'http://127.0.0.1:1/' });
		const granted = first.oauth.grant();
		await refresh(first, granted.refresh_token);
		first.configure({ timeZone: 'UTC', webhooks: { maxRetries: 2 } });
		await first.close();
		expect(existsSync(stateFile)).toBe(true);

		const second = await start({ stateFile });
		try {
			expect(await webcontact(second, { CEmail: 'ADA@x.example' })).toBe(id);
			expect(await webcontact(second, { CEmail: 'new@x.example' })).toBe(id + 1);
			expect((await refresh(second, granted.refresh_token)).status).toBe(400);
			const webhooks = await call(second, 'GET', 'webhooks', {}, { token: granted.access_token });
			expect(webhooks.body.Data).toMatchObject([{ WebhookID: '123' }]);
			expect(second.settings).toMatchObject({ timeZone: 'UTC', webhooks: { maxRetries: 2 } });
		} finally {
			await second.close();
		}
	});
});
