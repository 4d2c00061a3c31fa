import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ searchDelayMs: 0 });
	sandbox.reset();
});
afterAll(() => sandbox.close());

const control = (method: string, path: string, body?: unknown) =>
	call(sandbox, method, `/__sandbox${path}`, body, { token: null, version: null });

describe('the record of requests', () => {
	test('tells what was asked and answered, but of the token only its end', async () => {
		const id = await create(sandbox, { email: 'a@x.example' });
		await call(sandbox, 'GET', `/contacts/${id}?x=1`, undefined, { version: 'v3' });
		expect(sandbox.requests).toEqual([
			{
				number: 1,
				at: expect.any(Number),
				method: 'POST',
				path: '/contacts/',
				query: {},
				version: '2021-07-28',
				token: { kind: 'location pit', last4: '0001' },
				locationId,
				body: { locationId, email: 'a@x.example' },
				status: 201,
				durationMs: expect.any(Number),
			},
			expect.objectContaining({ path: `/contacts/${id}`, query: { x: '1' }, version: 'v3', status: 422 }),
		]);
		expect(JSON.stringify(sandbox.requests)).not.toContain(DEMO.token);
	});

	test('is read over HTTP from a time on, and the reading is not recorded', async () => {
		await call(sandbox, 'GET', '/nothing');
		const [first] = (await control('GET', '/requests')).body.requests;
		expect(first).toMatchObject({ path: '/nothing', status: 404 });
		expect((await control('GET', `/requests?since=${first.at}`)).body.requests).toEqual([]);
		expect(sandbox.requests).toHaveLength(1);
	});
});

describe('controls over HTTP', () => {
	test('tell what there is', async () => {
		await create(sandbox, {});
		expect((await control('GET', '/state')).body).toMatchObject({
			demo: { token: DEMO.token, locationId },
			records: { contacts: 1, locations: 2, users: 4 },
			requests: 1,
			rateLimited: 0,
			windowRemaining: 99,
		});
	});

	test('add contacts, quickly and distinct', async () => {
		const { status, body } = await control('POST', '/contacts', { count: 2000 });
		expect(status).toBe(201);
		expect(body).toMatchObject({ added: 2000, ids: expect.any(Array) });
		const contacts = [...sandbox.state.contacts.values()];
		for (const key of ['id', 'email', 'phone', 'dateAdded'] as const) {
			expect(new Set(contacts.map((contact) => contact[key])).size).toBe(2000);
		}
	});

	test('add contacts again without repeating any', async () => {
		await control('POST', '/contacts', { count: 50 });
		await control('POST', '/contacts', { count: 50, locationId });
		const contacts = [...sandbox.state.contacts.values()];
		expect(new Set(contacts.map(({ email }) => email)).size).toBe(100);
		expect(new Set(contacts.map(({ dateAdded }) => dateAdded)).size).toBe(100);
	});

	test('switch faults on and off', async () => {
		expect((await control('POST', '/faults', { kind: 'serverError', times: 1 })).status).toBe(201);
		expect((await call(sandbox, 'GET', `/locations/${locationId}`)).status).toBe(500);
		expect((await control('GET', '/faults')).body.faults).toEqual([
			{ kind: 'serverError', times: 1, hits: 1 },
		]);
		expect((await control('DELETE', '/faults')).body.faults).toEqual([]);
	});

	test.each([[{ kind: 'earthquake' }], [{ kind: 'slow', path: '(' }], [{ kind: 'slow', probability: 2 }]])(
		'refuse the fault %j',
		async (rule) => {
			expect((await control('POST', '/faults', rule)).status).toBeGreaterThanOrEqual(400);
			expect((await control('GET', '/faults')).body.faults).toEqual([]);
		},
	);

	test('change settings', async () => {
		const { body } = await control('PATCH', '/settings', { searchDelayMs: 5, rateLimit: { max: 7 } });
		expect(body).toMatchObject({ searchDelayMs: 5, rateLimit: { max: 7, intervalMs: 10_000 } });
		const { headers } = await call(sandbox, 'GET', `/locations/${locationId}`);
		expect(headers.get('x-ratelimit-max')).toBe('7');
		expect((await control('PATCH', '/settings', { colour: 'red' })).status).toBe(422);
		sandbox.configure({ rateLimit: { max: 100 } });
	});

	test('make a token with the scopes that are wanted', async () => {
		const { status, body } = await control('POST', '/tokens', {
			scopes: ['contacts.readonly'],
			locationId: DEMO.otherLocationId,
		});
		expect(status).toBe(201);
		const { token } = body;
		expect(token).toMatch(/^pit-/);
		const read = (place: string) =>
			call(sandbox, 'GET', `/contacts/?locationId=${place}`, undefined, { token });
		expect((await read(DEMO.otherLocationId)).status).toBe(200);
		expect((await read(locationId)).status).toBe(403);
		expect((await control('POST', '/tokens', { locationId: 'nowhere' })).status).toBe(400);
	});

	test('reset to the seed state, with the same ids to come', async () => {
		const first = await create(sandbox, {});
		sandbox.faults.add({ kind: 'serverError' });
		expect((await control('POST', '/reset')).body).toMatchObject({
			records: { contacts: 0 },
			requests: 0,
			faults: [],
		});
		expect(await create(sandbox, {})).toBe(first);
	});

	test("refuse a browser's request from another site", async () => {
		const response = await fetch(`${sandbox.url}/__sandbox/reset`, {
			method: 'POST',
			headers: { Origin: 'https://elsewhere.example' },
		});
		expect(response.status).toBe(403);
	});
});
