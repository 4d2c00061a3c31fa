import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import {
	call,
	contactOf,
	contacts,
	control,
	DEMO,
	DEVELOPER,
	keys,
	labels,
	N8N,
	sendText,
	start,
	templates,
	textsWith,
} from './support';

let sandbox: WhatsAbleSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const messages = () => sandbox.state.messages.size;
const send = () => sendText(sandbox, contacts.olivia);
const lastRequest = () => sandbox.requests.at(-1);

describe('faults', () => {
	test.each([
		['rateLimited', 429],
		['serverError', 500],
		['unsuccessful', 200],
		['htmlError', 502],
	] as const)('%s answers %i and does nothing', async (kind, expected) => {
		sandbox.faults.add({ kind, times: 1 });
		const before = messages();
		const { status } = await send();
		expect(status).toBe(expected);
		expect(messages()).toBe(before);
		expect(lastRequest()).toMatchObject({ fault: kind, status: expected });
		expect((await send()).body.success).toBe(true);
	});

	test('tell themselves in the bodies that the real thing has', async () => {
		const bodies: Record<string, unknown> = {};
		for (const kind of ['rateLimited', 'serverError', 'unsuccessful', 'htmlError'] as const) {
			sandbox.faults.clear();
			sandbox.faults.add({ kind });
			bodies[kind] = (await send()).body;
		}
		const failure = { success: false, error: { code: 'server_error', message: expect.any(String) } };
		expect(bodies).toEqual({
			rateLimited: expect.objectContaining({ code: 'ERROR_CODE_TOO_MANY_REQUESTS' }),
			serverError: failure,
			unsuccessful: failure,
			htmlError: expect.stringContaining('<html>'),
		});
	});

	test('rateLimited may tell when to come back', async () => {
		sandbox.faults.add({ kind: 'rateLimited', retryAfterSeconds: 3 });
		const { headers } = await call(sandbox, 'GET', DEVELOPER.templates);
		expect(headers.get('retry-after')).toBe('3');
	});

	test.each([502, 503, 504])('serverError may be a %i', async (status) => {
		sandbox.faults.add({ kind: 'serverError', status });
		expect((await send()).status).toBe(status);
	});

	test('lostAnswer carries the call out, and breaks the connection or answers with a status', async () => {
		const before = messages();
		sandbox.faults.add({ kind: 'lostAnswer', times: 1 });
		await expect(send()).rejects.toThrow();
		expect(messages()).toBe(before + 1);
		sandbox.faults.add({ kind: 'lostAnswer', status: 504, times: 1 });
		expect((await send()).status).toBe(504);
		expect(messages()).toBe(before + 2);
	});

	test('connectionReset breaks the connection before anything is done', async () => {
		const before = messages();
		sandbox.faults.add({ kind: 'connectionReset', times: 1 });
		await expect(send()).rejects.toThrow();
		expect(messages()).toBe(before);
	});

	/** Sends a text and goes away as soon as the sandbox has met it with a fault. */
	const sendAndLeave = async (text: string) => {
		const leaving = new AbortController();
		const given = fetch(`${sandbox.url}${N8N}/n8n/messages/general/send`, {
			method: 'POST',
			headers: { Authorization: keys.notifyer, 'Content-Type': 'application/json' },
			body: JSON.stringify({ to: contacts.olivia, type: 'text', text: { body: text } }),
			signal: leaving.signal,
		});
		const outcome = expect(given).rejects.toThrow(/abort/i);
		while (!lastRequest()?.fault) await new Promise(setImmediate);
		leaving.abort();
		await outcome;
	};

	test('timeout never answers, and does nothing', async () => {
		const before = messages();
		sandbox.faults.add({ kind: 'timeout' });
		await sendAndLeave('Never');
		expect(lastRequest()).toMatchObject({ fault: 'timeout' });
		expect(lastRequest()?.status).toBeUndefined();
		expect(messages()).toBe(before);
	});

	test('slow carries the call out although the client has gone by then', async () => {
		const before = messages();
		sandbox.faults.add({ kind: 'slow', delayMs: 300 });
		await sendAndLeave('Late');
		while (messages() === before) await new Promise(setImmediate);
		expect(textsWith(sandbox, contacts.olivia).at(-1)).toBe('Late');
	});

	test('hold for their method and path only, and are switched over HTTP', async () => {
		const fault = { kind: 'serverError', method: 'POST', path: '/general/send$' };
		expect((await control(sandbox, 'POST', '/faults', fault)).status).toBe(201);
		expect((await call(sandbox, 'GET', `${N8N}/n8n/label`)).status).toBe(200);
		expect((await send()).status).toBe(500);
		expect((await control(sandbox, 'GET', '/faults')).body.faults).toEqual([{ ...fault, hits: 1 }]);
		expect((await control(sandbox, 'DELETE', '/faults')).body.faults).toEqual([]);
		expect((await send()).status).toBe(200);
	});

	test.each([
		[{ kind: 'earthquake' }],
		[{ kind: 'slow', path: '(' }],
		[{ kind: 'slow', colour: 'red' }],
		[{}],
	])('refuse %j', async (fault) => {
		expect((await control(sandbox, 'POST', '/faults', fault)).status).toBe(400);
		expect((await control(sandbox, 'GET', '/faults')).body.faults).toEqual([]);
	});
});

describe('the record of requests', () => {
	test('tells what was asked and answered, but of the key only its end', async () => {
		await call(sandbox, 'GET', `${N8N}/n8n/label?x=1`);
		await call(sandbox, 'GET', `${N8N}/n8n/label`, undefined, 'a-wrong-key');
		expect(sandbox.requests).toEqual([
			{
				number: 1,
				at: expect.any(Number),
				method: 'GET',
				path: `${N8N}/n8n/label`,
				query: { x: '1' },
				token: { kind: 'notifyer', last4: '0001' },
				status: 200,
				durationMs: expect.any(Number),
			},
			expect.objectContaining({ token: { kind: 'unknown', last4: '-key' }, status: 403 }),
		]);
		expect(JSON.stringify(sandbox.requests)).not.toContain(keys.notifyer);
	});

	test('has the body, and is read over HTTP from a time on without being added to', async () => {
		await send();
		const { requests } = (await control(sandbox, 'GET', '/requests')).body;
		expect(requests).toMatchObject([{ body: { to: contacts.olivia, type: 'text' } }]);
		const since = `/requests?since=${requests[0].at}`;
		expect((await control(sandbox, 'GET', since)).body.requests).toEqual([]);
		expect(sandbox.requests).toHaveLength(1);
	});
});

describe('over HTTP', () => {
	test('the state is told', async () => {
		await send();
		const { body } = await control(sandbox, 'GET', '/state');
		expect(body).toMatchObject({ demo: DEMO, requests: 1, faults: [], settings: { latencyMs: 0 } });
		expect(body.contacts).toHaveLength(sandbox.state.contacts.size);
		expect(body.messages).toHaveLength(messages());
	});

	test('a contact writes, and a teammate answers', async () => {
		const incoming = { phone: '+44 7700 900999'.replaceAll(' ', ''), name: 'Tom', text: 'Hi' };
		const { status, body } = await control(sandbox, 'POST', '/messages/incoming', incoming);
		expect(status).toBe(201);
		expect(body).toMatchObject({ contactId: 'notifyer/447700900999', direction: 'incoming' });
		const answer = { phone: '447700900999', text: 'Hello Tom', sendBy: 'Amelia Hart' };
		expect((await control(sandbox, 'POST', '/messages/outgoing', answer)).body).toMatchObject({
			sendBy: 'Amelia Hart',
			wasByHuman: true,
		});
		expect(textsWith(sandbox, '447700900999')).toEqual(['Hi', 'Hello Tom']);
	});

	test('a teammate needs the 24 hours in the inbox, not on the phone', async () => {
		const write = (sendBy: string) =>
			control(sandbox, 'POST', '/messages/outgoing', { phone: contacts.joao, text: 'Olá', sendBy });
		expect((await write('Amelia Hart')).body.message).toContain('24 hours');
		expect((await write('WhatsApp App')).status).toBe(201);
	});

	test.each([
		['nothing', {}],
		['an empty message', { phone: contacts.olivia, text: ' ' }],
		['a photo without a file', { phone: contacts.olivia, type: 'image' }],
		['a location without a place', { phone: contacts.olivia, type: 'location' }],
		['a number that is none', { phone: 'x', text: 'Hi' }],
		['an unknown field', { phone: contacts.olivia, text: 'Hi', colour: 'red' }],
	])('%s is no message', async (_case, body) => {
		const before = messages();
		const answer = await control(sandbox, 'POST', '/messages/incoming', body);
		expect(answer.status).toBe(400);
		expect(answer.body.message).toEqual(expect.any(String));
		expect(messages()).toBe(before);
	});

	test('the clock is moved on', async () => {
		const before = sandbox.clock.nowMs;
		expect((await control(sandbox, 'POST', '/clock', { advanceMs: 60_000 })).body.nowMs).toBe(
			before + 60_000,
		);
		expect((await control(sandbox, 'POST', '/clock', { advanceMs: -1 })).status).toBe(400);
	});

	test('contacts, labels and templates are made what they should be', async () => {
		await control(sandbox, 'POST', '/labels', { label: 'Brand New' });
		expect((await call(sandbox, 'GET', `${N8N}/n8n/label`)).body).toContainEqual({ label: 'Brand New' });
		const contact = { phone: '14155550199', name: 'Tom', labels: ['Brand New'], isOnWhatsApp: false };
		expect((await control(sandbox, 'POST', '/contacts', contact)).status).toBe(201);
		expect(contactOf(sandbox, '14155550199')).toMatchObject(contact);
		const approve = { templateId: templates.pending, status: 'APPROVED' };
		expect((await control(sandbox, 'PATCH', '/templates', approve)).body.status).toBe('APPROVED');
		const listed = (await call(sandbox, 'GET', DEVELOPER.templates)).body;
		expect(listed.find(({ id }: { id: number }) => id === 209).status).toBe('APPROVED');
		expect((await control(sandbox, 'PATCH', '/templates', { ...approve, templateId: 'x' })).status).toBe(400);
	});

	test('settings are changed, those within webhooks one by one, and wrong ones refused', async () => {
		const patch = { latencyMs: 1, webhooks: { timeUnit: 'ms' } };
		const { body } = await control(sandbox, 'PATCH', '/settings', patch);
		expect(body).toMatchObject({ latencyMs: 1, webhooks: { timeUnit: 'ms', lastMessages: 'text' } });
		for (const wrong of [{ colour: 'red' }, { latencyMs: -1 }, { webhooks: { timeUnit: 'min' } }]) {
			expect((await control(sandbox, 'PATCH', '/settings', wrong)).status).toBe(400);
		}
		expect((await control(sandbox, 'GET', '/settings')).body).toEqual(body);
		sandbox.configure({ latencyMs: 0, webhooks: { timeUnit: 's' } });
	});

	test('everything begins anew, ids included', async () => {
		const first = (await send()).body;
		await control(sandbox, 'POST', '/labels', { label: labels.buyer });
		sandbox.webhooks.add({ url: 'http://127.0.0.1:1/' });
		sandbox.faults.add({ kind: 'slow' });
		const { body } = await control(sandbox, 'POST', '/reset');
		expect(body).toMatchObject({ requests: 0, faults: [], scheduled: [] });
		expect(sandbox.webhooks.registrations).toEqual([]);
		expect((await send()).body).toEqual(first);
	});

	test("a browser's request from another site is refused", async () => {
		for (const path of ['reset', 'messages/incoming']) {
			const response = await fetch(`${sandbox.url}/__sandbox/${path}`, {
				method: 'POST',
				headers: { Origin: 'https://elsewhere.example', 'Content-Type': 'application/json' },
				body: JSON.stringify({ phone: contacts.olivia, text: 'Hi' }),
			});
			expect(response.status).toBe(403);
		}
	});
});
