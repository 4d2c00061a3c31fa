import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, DEMO, locationId, sleep, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

let number = 0;
const post = () => call(sandbox, 'POST', '/contacts/', { locationId, email: `n${number++}@x.example` });
const stored = () => sandbox.state.contacts.size;
const lastRequest = () => sandbox.requests.at(-1);

test('rateLimited answers 429, with Retry-After where told, and does nothing', async () => {
	sandbox.faults.add({ kind: 'rateLimited', retryAfterSeconds: 2 });
	const { status, headers } = await post();
	expect(status).toBe(429);
	expect(headers.get('retry-after')).toBe('2');
	expect(headers.get('x-ratelimit-remaining')).toBe('0');
	expect(stored()).toBe(0);
});

test.each([undefined, 502, 503, 504])('serverError answers %s and does nothing', async (status) => {
	sandbox.faults.add({ kind: 'serverError', ...(status ? { status } : {}) });
	const answer = await post();
	expect(answer.status).toBe(status ?? 500);
	expect(answer.body).toMatchObject({ statusCode: status ?? 500, traceId: expect.any(String) });
	expect(stored()).toBe(0);
});

test('timeout never answers and does nothing', async () => {
	sandbox.faults.add({ kind: 'timeout' });
	const given = fetch(`${sandbox.url}/contacts/x`, {
		headers: { Authorization: 'Bearer pit-00000000-demo-demo-demo-000000000001', Version: 'v3' },
		signal: AbortSignal.timeout(200),
	});
	await expect(given).rejects.toThrow(/timeout|aborted/i);
	expect(lastRequest()).toMatchObject({ fault: 'timeout' });
	expect(lastRequest()?.status).toBeUndefined();
});

test('lostAnswer carries the call out and breaks the connection', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', times: 1 });
	await expect(post()).rejects.toThrow();
	expect(stored()).toBe(1);
	expect(lastRequest()).toMatchObject({ fault: 'lostAnswer' });
	expect((await post()).status).toBe(201);
});

test('lostAnswer with a status carries the call out and answers that', async () => {
	sandbox.faults.add({ kind: 'lostAnswer', status: 503 });
	const { status, body } = await post();
	expect(status).toBe(503);
	expect(body).toMatchObject({ statusCode: 503 });
	expect(stored()).toBe(1);
	expect(lastRequest()).toMatchObject({ status: 503, fault: 'lostAnswer' });
});

test('slow answers later', async () => {
	sandbox.faults.add({ kind: 'slow', delayMs: 300 });
	const started = Date.now();
	expect((await post()).status).toBe(201);
	expect(Date.now() - started).toBeGreaterThanOrEqual(290);
});

test('slow carries the call out although the client has gone by then', async () => {
	sandbox.faults.add({ kind: 'slow', delayMs: 200 });
	const given = fetch(`${sandbox.url}/contacts/`, {
		method: 'POST',
		headers: {
			Authorization: `Bearer ${DEMO.token}`,
			Version: '2021-07-28',
			'Content-Type': 'application/json',
		},
		body: JSON.stringify({ locationId, firstName: 'Late' }),
		signal: AbortSignal.timeout(50),
	});
	await expect(given).rejects.toThrow(/timeout|aborted/i);
	expect(stored()).toBe(0);
	while (stored() === 0) await sleep(20);
	expect(lastRequest()).toMatchObject({ fault: 'slow', body: { firstName: 'Late' } });
});

test('connectionReset breaks the connection before anything is done', async () => {
	sandbox.faults.add({ kind: 'connectionReset' });
	await expect(post()).rejects.toThrow();
	expect(stored()).toBe(0);
});

test('htmlError answers a page of a gateway', async () => {
	sandbox.faults.add({ kind: 'htmlError' });
	const { status, headers, body } = await post();
	expect(status).toBe(502);
	expect(headers.get('content-type')).toContain('text/html');
	expect(body).toContain('502 Bad Gateway');
	expect(stored()).toBe(0);
});

test('a rule holds for its method and path only, and for so many times', async () => {
	sandbox.faults.add({ kind: 'serverError', method: 'post', path: '^/contacts/?$', times: 2 });
	const statuses = [];
	for (let index = 0; index < 3; index++) {
		statuses.push((await call(sandbox, 'GET', `/locations/${locationId}`)).status, (await post()).status);
	}
	expect(statuses).toEqual([200, 500, 200, 500, 200, 201]);
});

test('chance is repeated exactly by the same seed', async () => {
	const run = async () => {
		sandbox.reset();
		sandbox.faults.add({ kind: 'serverError', probability: 0.5 });
		const statuses = [];
		for (let index = 0; index < 20; index++) statuses.push((await post()).status);
		return statuses;
	};
	const first = await run();
	expect(new Set(first)).toEqual(new Set([201, 500]));
	expect(await run()).toEqual(first);
});

test('clear ends all faults', async () => {
	sandbox.faults.add({ kind: 'serverError' });
	sandbox.faults.clear();
	expect((await post()).status).toBe(201);
});

test('latency holds every answer back', async () => {
	sandbox.configure({ latencyMs: 200 });
	const started = Date.now();
	await post();
	sandbox.configure({ latencyMs: 0 });
	expect(Date.now() - started).toBeGreaterThanOrEqual(190);
});

test('closing ends requests that were never going to be answered, and what waited is not carried out', async () => {
	const closing = await start();
	closing.faults.add({ kind: 'slow', delayMs: 60_000, times: 1 });
	closing.faults.add({ kind: 'timeout' });
	const body = { locationId, email: 'a@x.example' };
	const waiting = [call(closing, 'POST', '/contacts/', body), call(closing, 'POST', '/contacts/', body)];
	while (closing.requests.filter(({ fault }) => fault).length < 2) await new Promise(setImmediate);
	const outcomes = Promise.allSettled(waiting);
	await closing.close();
	expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(closing.state.contacts.size).toBe(0);
});
