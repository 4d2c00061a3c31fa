import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, storeContact } from '../../../support/sandboxRuns';

const { locationId } = DEMO;
const { northPier } = DEMO.businesses;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const stored = (id: unknown) => sandbox.state.businesses.get(String(id));
const names = () => sandbox.state.businesses.inGroup(locationId).map(({ name }) => name);

test('a new business is stored with what was mapped, and comes out with its id', async () => {
	const [business] = await succeed(sandbox, 'business.create', {
		items: [{ company: ' South Pier ', zip: 2108, nothing: null }],
		parameters: {
			name: '={{ $json.company }}',
			additionalFields: {
				postalCode: '={{ $json.zip }}',
				city: 'Boston',
				phone: '={{ $json.nothing }}',
				email: ' ',
			},
		},
	});

	expect(business).toMatchObject({ name: 'South Pier', postalCode: '2108', city: 'Boston', locationId });
	expect(stored(business?.id)).toMatchObject({ name: 'South Pier', postalCode: '2108', city: 'Boston' });
	expect(sandbox.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
		['POST', '/businesses/', { locationId, name: 'South Pier', postalCode: '2108', city: 'Boston' }],
	]);
});

test("HighLevel's misspelt key does not come out: neither of a create nor of an update", async () => {
	const [created] = await succeed(sandbox, 'business.create', { parameters: { name: 'South Pier' } });
	const [updated] = await succeed(sandbox, 'business.update', {
		parameters: { businessId: byId(northPier), updateFields: { city: 'Boston' } },
	});

	for (const record of [created, updated]) {
		expect(Object.keys(record ?? {})).not.toContain('buiseness');
		expect(Object.keys(record ?? {})).not.toContain('success');
		expect(record?.id).toBeDefined();
	}
});

test('a business without a name is refused before anything is sent', async () => {
	const error = await fail(sandbox, 'business.create', { parameters: { name: '={{ $json.nothing }}' } });

	expect(error.message).toBe('"Name" is empty');
	expect(sandbox.requests).toEqual([]);
});

test('many new businesses come out in the order of the items, each linked to its own', async () => {
	const items = Array.from({ length: 12 }, (_, index) => ({ company: `Company ${index}` }));
	const run = await runOperation(sandbox, 'business.create', {
		items,
		parameters: { name: '={{ $json.company }}' },
	});

	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => json.name)).toEqual(items.map(({ company }) => company));
	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
});

test('an update changes what is given and leaves the rest', async () => {
	const before = stored(northPier);
	const [business] = await succeed(sandbox, 'business.update', {
		parameters: {
			businessId: byId(northPier),
			updateFields: { name: 'North Pier Group', website: '', description: 'Lets offices' },
		},
	});

	const { updatedAt } = stored(northPier) ?? {};
	expect(stored(northPier)).toEqual({
		...before,
		name: 'North Pier Group',
		description: 'Lets offices',
		updatedAt,
	});
	expect(business).toMatchObject({ id: northPier, name: 'North Pier Group', city: 'New York' });
	expect(requestsOf(sandbox, 'PUT')[0]?.body).toEqual({
		name: 'North Pier Group',
		description: 'Lets offices',
	});
});

test('a deleted business is gone, and its contacts stay', async () => {
	const contactId = storeContact(sandbox, { businessId: northPier });
	const records = await succeed(sandbox, 'business.delete', {
		parameters: { businessId: byId(northPier) },
	});

	expect(records).toEqual([{ deleted: true }]);
	expect(names()).toEqual([]);
	expect(sandbox.state.contacts.get(contactId)).toBeDefined();
});

test('a business of another location is neither changed nor deleted, and the error says what must fit', async () => {
	const { id } = sandbox.state.add('businesses', {
		locationId: DEMO.otherLocationId,
		name: 'Lakeside Boats',
	});
	const parameters = { businessId: byId(id), updateFields: { name: 'Mine' } };
	for (const name of ['update', 'delete']) {
		const error = await fail(sandbox, `business.${name}`, { parameters });
		expect(error.message).toContain('HighLevel refused access');
		expect(error.description).toContain('must belong together');
	}

	expect(stored(id)).toMatchObject({ name: 'Lakeside Boats' });
});
