import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { CallOptions } from './support';
import { call, create, DEMO, locationId, start } from './support';

const { northPier } = DEMO.businesses;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const businesses = (method: string, path: string, body?: unknown, options?: CallOptions) =>
	call(sandbox, method, `/businesses/${path}`, body, options);

const DETAILS = {
	phone: '+12125550101',
	email: 'desk@southpier.example',
	website: 'https://southpier.example',
	address: '2 Pier Road',
	city: 'New York',
	state: 'NY',
	postalCode: '10004',
	country: 'us',
	description: 'Lets storage rooms',
};

test('are listed page by page, with their details', async () => {
	const { body } = await businesses('GET', `?locationId=${locationId}`);
	expect(body.businesses).toEqual([
		expect.objectContaining({ id: northPier, locationId, name: 'North Pier Holdings', postalCode: '10004' }),
	]);
	expect((await businesses('GET', `?locationId=${locationId}&skip=1`)).body.businesses).toEqual([]);
	expect((await businesses('GET', `?locationId=${DEMO.otherLocationId}`)).status).toBe(403);
});

test.each(['2021-07-28', 'v3'])(
	'one is created and updated under the misspelt key, read, and deleted under %s',
	async (version) => {
		const made = await businesses('POST', '', { locationId, name: 'South Pier', ...DETAILS }, { version });
		expect(made.status).toBe(201);
		const { id } = made.body.buiseness;
		const stamps = { createdAt: expect.any(String), updatedAt: expect.any(String) };
		const business = { id, locationId, name: 'South Pier', ...DETAILS, ...stamps };
		expect(made.body).toEqual({ success: true, buiseness: business });

		const read = await businesses('GET', id, undefined, { version });
		expect(read.body).toEqual({ business: made.body.buiseness });

		const changed = await businesses('PUT', id, { name: 'South Pier Ltd', city: '' }, { version });
		expect(changed.status).toBe(200);
		const { city: _city, ...rest } = business;
		expect(changed.body).toEqual({ success: true, buiseness: { ...rest, name: 'South Pier Ltd' } });
		expect(changed.body.buiseness.createdAt).toBe(made.body.buiseness.createdAt);
		expect(changed.body.buiseness.updatedAt > made.body.buiseness.updatedAt).toBe(true);

		expect((await businesses('DELETE', id, undefined, { version })).body).toEqual({ success: true });
		expect((await businesses('GET', id, undefined, { version })).status).toBe(400);
	},
);

test('a deleted business is taken off its contacts, and off no others', async () => {
	const { id: kept } = sandbox.state.add('businesses', { locationId, name: 'South Pier' });
	const member = await create(sandbox, { firstName: 'Ada' });
	const other = await create(sandbox, { firstName: 'Bob' });
	sandbox.state.updateContact(member, { businessId: northPier });
	sandbox.state.updateContact(other, { businessId: kept });
	await businesses('DELETE', northPier);
	expect(sandbox.state.contacts.get(member)?.businessId).toBeNull();
	expect(sandbox.state.contacts.get(other)?.businessId).toBe(kept);
	expect((await call(sandbox, 'GET', `/contacts/${member}`)).body.contact).not.toHaveProperty('businessId');
});

describe('a write is refused', () => {
	test('with a property that there is not', async () => {
		const sent = { locationId, name: 'South Pier', customFields: [] };
		const { status, body } = await businesses('POST', '', sent);
		expect(status).toBe(422);
		expect(body.message).toEqual(['property customFields should not exist']);
		const moved = await businesses('PUT', northPier, { locationId });
		expect(moved.body.message).toEqual(['property locationId should not exist']);
		expect(sandbox.state.businesses.size).toBe(1);
	});

	test('without a name or with an empty one', async () => {
		const { status, body } = await businesses('POST', '', { locationId });
		expect(status).toBe(422);
		expect(body.message).toEqual(['name should not be empty', 'name must be a string']);
		expect((await businesses('PUT', northPier, { name: '' })).status).toBe(422);
	});

	test.each([
		['POST', '', { locationId, name: 'South Pier' }],
		['PUT', northPier, { name: 'x' }],
		['DELETE', northPier, undefined],
	])('without the scope: %s', async (method, path, sent) => {
		const { status, body } = await businesses(method, path, sent, { token: DEMO.readOnlyToken });
		expect(status).toBe(401);
		expect(body.message).toBe('The token is not authorized for this scope.');
		expect(sandbox.state.businesses.get(northPier)?.name).toBe('North Pier Holdings');
	});

	test('for another location', async () => {
		const sent = { locationId: DEMO.otherLocationId, name: 'x' };
		expect((await businesses('POST', '', sent)).status).toBe(403);
	});
});

test('reading one needs its scope', async () => {
	const { body } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes: ['businesses.write'] });
	expect((await businesses('GET', northPier, undefined, { token: body.token })).status).toBe(401);
	const { status } = await businesses('GET', northPier, undefined, { token: DEMO.readOnlyToken });
	expect(status).toBe(200);
});

test.each([
	['GET', undefined],
	['PUT', { name: 'x' }],
	['DELETE', undefined],
])('%s of an unknown business answers 400, of another location 403', async (method, sent) => {
	const { status, body } = await businesses(method, 'nobody', sent);
	expect(status).toBe(400);
	expect(body.message).toBe('Business with id nobody not found');
	const { id } = sandbox.state.add('businesses', { locationId: DEMO.otherLocationId, name: 'Elsewhere' });
	expect((await businesses(method, id, sent)).status).toBe(403);
	expect(sandbox.state.businesses.get(id)?.name).toBe('Elsewhere');
});
