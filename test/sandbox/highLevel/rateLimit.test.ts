import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, sleep, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ rateLimit: { max: 3, intervalMs: 60_000, daily: 1000, window: 'fixed' } });
	sandbox.reset();
});
afterAll(() => sandbox.close());

const get = (token: string = DEMO.token, path = `/locations/${locationId}`) =>
	call(sandbox, 'GET', path, undefined, { token });
const statuses = async (count: number, token?: string) => {
	const seen: number[] = [];
	for (let index = 0; index < count; index++) seen.push((await get(token)).status);
	return seen;
};

test('every answer tells the limits and what is left of them', async () => {
	await get();
	const { headers } = await get();
	expect(Object.fromEntries([...headers].filter(([name]) => name.startsWith('x-ratelimit')))).toEqual({
		'x-ratelimit-limit-daily': '1000',
		'x-ratelimit-daily-remaining': '998',
		'x-ratelimit-interval-milliseconds': '60000',
		'x-ratelimit-max': '3',
		'x-ratelimit-remaining': '1',
	});
	expect(headers.get('date')).toBeTruthy();
	for (const answer of [await get('pit-garbage'), await get(DEMO.token, '/nothing')]) {
		expect(answer.headers.get('x-ratelimit-max')).toBe('3');
	}
});

test('one request too many is refused with 429 and not carried out', async () => {
	await statuses(3);
	const answer = await call(sandbox, 'POST', '/contacts/', { locationId, email: 'a@x.example' });
	expect(answer.status).toBe(429);
	expect(answer.body).toMatchObject({
		statusCode: 429,
		message: expect.any(String),
		traceId: expect.any(String),
	});
	expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
	expect(answer.headers.get('retry-after')).toBeNull();
	expect(sandbox.state.contacts.size).toBe(0);
});

test('each token and location has a limit of its own', async () => {
	await statuses(3);
	expect((await get(DEMO.readOnlyToken)).status).toBe(200);
	expect((await get(DEMO.otherLocationToken, `/locations/${DEMO.otherLocationId}`)).status).toBe(200);
});

test("the tokens of an app share their location's limit", async () => {
	const mint = async () =>
		(await call(sandbox, 'POST', '/__sandbox/tokens', { kind: 'oauth', app: 'app-1' })).body.token;
	const [first, second] = [await mint(), await mint()];
	expect(await statuses(2, first)).toEqual([200, 200]);
	expect(await statuses(2, second)).toEqual([200, 429]);
});

test('requests that nobody may make do not use up the limit', async () => {
	await get('pit-garbage');
	await get('pit-garbage');
	expect((await get()).headers.get('x-ratelimit-remaining')).toBe('2');
});

test('a fixed window gives everything back at once, counted from its first request', async () => {
	sandbox.configure({ rateLimit: { max: 2, intervalMs: 600 } });
	expect(await statuses(1)).toEqual([200]);
	await sleep(400);
	expect(await statuses(2)).toEqual([200, 429]);
	await sleep(250);
	expect(await statuses(3)).toEqual([200, 200, 429]);
});

test('a sliding window gives each place back on its own', async () => {
	sandbox.configure({ rateLimit: { max: 2, intervalMs: 600, window: 'sliding' } });
	expect(await statuses(1)).toEqual([200]);
	await sleep(400);
	expect(await statuses(2)).toEqual([200, 429]);
	await sleep(250);
	expect(await statuses(2)).toEqual([200, 429]);
});

test('a used-up day is refused with the time until the next one', async () => {
	sandbox.configure({ rateLimit: { max: 100, daily: 2 } });
	expect(await statuses(3)).toEqual([200, 200, 429]);
	const { headers } = await get();
	expect(headers.get('x-ratelimit-daily-remaining')).toBe('0');
	const resetMs = Number(headers.get('x-ratelimit-daily-reset'));
	expect(resetMs).toBeGreaterThan(0);
	expect(resetMs).toBeLessThanOrEqual(86_400_000);
	expect(headers.get('x-ratelimit-remaining')).toBe('98');
});

test('holds by default at 100 requests in 10 seconds', async () => {
	const fresh = await start();
	try {
		const answers = await Promise.all(
			[...Array(101).keys()].map(() => call(fresh, 'GET', `/locations/${locationId}`)),
		);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
		expect(answers[0]?.headers.get('x-ratelimit-limit-daily')).toBe('200000');
		expect(await create(fresh, {}).catch(String)).toMatch(/429/);
	} finally {
		await fresh.close();
	}
});
