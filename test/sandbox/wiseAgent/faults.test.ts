import { refresh } from './oauthSupport';
import type { WiseAgentSandbox } from './support';
import { call, control, DEMO, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const stored = () => sandbox.state.contacts.size;
const post = () => call(sandbox, 'POST', 'webcontact', { CFirst: 'Zoë', CLast: 'King', Source: 'Website' });
const lastRequest = () => sandbox.requests.at(-1);

test.each([
	['rateLimited', {}, 429],
	['serverError', {}, 500],
	['serverError', { status: 503 }, 503],
	['htmlError', {}, 502],
	['htmlError', { status: 200 }, 200],
] as const)('%s %j answers a page in HTML and does nothing', async (kind, rule, status) => {
	sandbox.faults.add({ kind, ...rule, retryAfterSeconds: 2 });
	const answer = await post();
	expect(answer.status).toBe(status);
	expect(answer.headers.get('content-type')).toContain('text/html');
	expect(answer.text).toMatch(/^<!DOCTYPE html>/);
	expect(answer.headers.get('retry-after')).toBe(kind === 'rateLimited' ? '2' : null);
	expect(stored()).toBe(0);
});

test('tokenExpired answers as for an expired token and does nothing', async () => {
	sandbox.faults.add({ kind: 'tokenExpired', times: 1 });
	const { status, body } = await post();
	expect({ status, body }).toEqual({
		status: 401,
		body: { error: 'invalid_grant', error_description: 'The token has expired' },
	});
	expect((await post()).status).toBe(200);
	expect(stored()).toBe(1);
});

test.each([
	['Error', { Error: expect.any(String) }],
	['error', { error: expect.any(String) }],
	['error_description', { error: 'server_error', error_description: expect.any(String) }],
	['status', { status: 'error', data: { message: expect.any(String) } }],
	['success', { success: false, message: expect.any(String) }],
] as const)('refused answers a failure in the shape %s with status 200', async (shape, body) => {
	sandbox.faults.add({ kind: 'refused', shape });
	const answer = await post();
	expect(answer.status).toBe(200);
	expect(answer.body).toEqual(body);
	expect(stored()).toBe(0);
});

test('controlCharacters carries the call out and makes the answer no JSON', async () => {
	sandbox.faults.add({ kind: 'controlCharacters' });
	const { text, body } = await post();
	expect(body).toBeUndefined();
	expect(text).toContain('"success":"t\n\t\u0001rue"');
	expect(stored()).toBe(1);
});

test('truncated carries the call out and sends half of the answer', async () => {
	sandbox.faults.add({ kind: 'truncated' });
	const { status, text, body } = await post();
	expect(status).toBe(200);
	expect(text).toMatch(/^\{"success"/);
	expect(body).toBeUndefined();
	expect(stored()).toBe(1);
});

test('brokenEncoding sends letters that are no UTF-8', async () => {
	const id = await webcontact(sandbox, { CFirst: 'Zoë' });
	sandbox.faults.add({ kind: 'brokenEncoding' });
	const address = `${sandbox.url}/http/webconnect.asp?requestType=getSingleContact&clientID=${id}`;
	const response = await fetch(address, { headers: { Authorization: `Bearer ${DEMO.accessToken}` } });
	const bytes = Buffer.from(await response.arrayBuffer());
	expect(bytes.includes(Buffer.from('Zo\xeb"', 'latin1'))).toBe(true);
	expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
});

test('lostAnswer carries the call out and breaks the connection, or answers a page', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1 });
	await expect(post()).rejects.toThrow();
	expect(stored()).toBe(1);
	expect(lastRequest()).toMatchObject({ fault: 'lostAnswer', requestType: 'webcontact' });
	expect(lastRequest()?.status).toBeUndefined();
	sandbox.faults.add({ kind: 'lostAnswer', status: 504 });
	expect((await post()).status).toBe(504);
	expect(stored()).toBe(2);
});

test('lostAnswer of a refresh leaves an app with a token that has been used up', async () => {
	const { refresh_token } = sandbox.oauth.grant();
	sandbox.faults.add({ kind: 'lostAnswer', path: 'WiseAuth/token', times: 1 });
	await expect(refresh(sandbox, refresh_token)).rejects.toThrow();
	expect((await refresh(sandbox, refresh_token)).status).toBe(400);
});

test('connectionReset does nothing, and timeout neither does nor answers', async () => {
	sandbox.faults.add({ kind: 'connectionReset', times: 1 });
	await expect(post()).rejects.toThrow();
	sandbox.faults.add({ kind: 'timeout' });
	const given = fetch(`${sandbox.url}/http/webconnect.asp?requestType=getUser`, {
		signal: AbortSignal.timeout(200),
	});
	await expect(given).rejects.toThrow(/timeout|aborted/i);
	expect(stored()).toBe(0);
});

test('slow carries the call out later, although the client has gone by then', async () => {
	sandbox.faults.add({ kind: 'slow', delayMs: 200 });
	const sent = { requestType: 'webcontact', CFirst: 'Late', CLast: 'King', Source: 'Website' };
	const given = fetch(`${sandbox.url}/http/webconnect.asp`, {
		method: 'POST',
		headers: { Authorization: `Bearer ${DEMO.accessToken}` },
		body: new URLSearchParams(sent),
		signal: AbortSignal.timeout(50),
	});
	await expect(given).rejects.toThrow(/timeout|aborted/i);
	while (stored() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
	expect(lastRequest()).toMatchObject({ fault: 'slow' });
});

test('a rule holds for its request type only, and for so many times', async () => {
	sandbox.faults.add({ kind: 'serverError', requestType: 'webcontact', times: 2 });
	const statuses = [];
	for (let index = 0; index < 3; index++) {
		statuses.push((await call(sandbox, 'GET', 'getContacts')).status, (await post()).status);
	}
	expect(statuses).toEqual([200, 500, 200, 500, 200, 200]);
});

test('are switched on and off over HTTP', async () => {
	const rule = { kind: 'refused', shape: 'status', requestType: 'getUser', times: 1 };
	expect((await control(sandbox, 'POST', '/faults', rule)).status).toBe(201);
	expect((await call(sandbox, 'GET', 'getUser')).body.status).toBe('error');
	expect((await control(sandbox, 'GET', '/faults')).body.faults).toMatchObject([{ ...rule, hits: 1 }]);
	expect((await control(sandbox, 'DELETE', '/faults')).body).toEqual({ faults: [] });
	for (const wrong of [
		{ kind: 'earthquake' },
		{ kind: 'slow', path: '(' },
		{ kind: 'refused', shape: 'x' },
	]) {
		expect((await control(sandbox, 'POST', '/faults', wrong)).status).toBe(400);
	}
});

test('closing ends requests that were never going to be answered, and what waited is not carried out', async () => {
	const closing = await start();
	closing.faults.add({ kind: 'slow', delayMs: 60_000, times: 1 });
	closing.faults.add({ kind: 'timeout' });
	const waiting = [webcontact(closing), webcontact(closing)];
	while (closing.requests.filter(({ fault }) => fault).length < 2) await new Promise(setImmediate);
	const outcomes = Promise.allSettled(waiting);
	await closing.close();
	expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(closing.state.contacts.size).toBe(0);
});
