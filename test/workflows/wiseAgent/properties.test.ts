import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { byId, fails, startWiseAgent, succeeds } from '../../support/wiseAgent';
import { store } from './contact/people';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const create = async (fields: object = {}, additionalFields: object = {}) =>
	(
		await succeeds(sandbox, 'property.create', {
			parameters: {
				...{ AddressNum: '13400', Address: 'E Shea Blvd' },
				...fields,
				additionalFields: additionalFields as never,
			},
		})
	)[0];

test('a property is created, changed without its address being lost, archived and deleted', async () => {
	const contactId = store(sandbox, { CFirst: 'Ada' });
	const created = await create(
		{},
		{
			...{ ListingPrice: '450000', DateListed: '2027-03-01', MLS: '1334422', Zip: '01234' },
			...{ ClientId: byId(contactId), ClientRelation: 'Seller', imageURLS_CSV: 'https://example.com/1.jpg' },
		},
	);
	expect(created).toMatchObject({
		...{ StreetNum: '13400', PostalCode: '01234', primaryPhoto: 'https://example.com/1.jpg' },
		Details: { ListingPrice: 450000, DateListed: '2027-03-01' },
	});
	const propertyId = byId(String(created?.PropertyID));
	const stored = () => sandbox.state.properties.get(String(created?.PropertyID));
	expect(stored()?.connections).toEqual([{ ClientID: Number(contactId), ClientRelation: 'Seller' }]);

	const updateFields = { City: 'Scottsdale', Archive: true };
	const [updated] = await succeeds(sandbox, 'property.update', { parameters: { propertyId, updateFields } });
	expect(updated).toMatchObject({ StreetNum: '13400', Street: 'E Shea Blvd', City: 'Scottsdale' });
	expect(stored()).toMatchObject({ archived: true, MLS: '1334422' });

	const listed = async (filters: object) =>
		await succeeds(sandbox, 'property.getAll', {
			parameters: { returnAll: true, filters: filters as never },
		});
	expect(await listed({})).toEqual([]);
	expect(await listed({ showArchived: true })).toMatchObject([{ PropertyID: created?.PropertyID }]);

	await succeeds(sandbox, 'property.delete', { parameters: { propertyId } });
	const { message } = await fails(sandbox, 'property.get', { parameters: { propertyId } });
	expect(message).toBe(`Property ${String(created?.PropertyID)} was not found`);
});

test('120 properties are all read', async () => {
	for (let index = 0; index < 120; index++) await create({ AddressNum: String(index) });
	const all = await succeeds(sandbox, 'property.getAll', { parameters: { returnAll: true } });
	expect(new Set(all.map(({ PropertyID }) => PropertyID)).size).toBe(120);
}, 60_000);

test('a property is found by its listing or its address, and nothing where there is none', async () => {
	const created = await create({}, { MLS: '1334422', State: 'AZ' });
	const find = async (parameters: object) =>
		await succeeds(sandbox, 'property.find', { parameters: parameters as never });
	expect(await find({ MLS: '1334422' })).toMatchObject([{ PropertyID: created?.PropertyID }]);
	expect(await find({ StreetNum: '13400', Street: 'e shea blvd', State: 'AZ' })).toHaveLength(1);
	expect(await find({ MLS: '1' })).toEqual([]);
});

test('photos and contacts are added', async () => {
	const created = await create();
	const contactId = store(sandbox, { CFirst: 'Ada' });
	const propertyId = byId(String(created?.PropertyID));
	await succeeds(sandbox, 'property.addPhotos', {
		parameters: { propertyId, imageURLS_CSV: ['https://example.com/1.jpg', 'https://example.com/2.jpg'] },
	});
	await succeeds(sandbox, 'property.addContact', { parameters: { propertyId, contactId: byId(contactId) } });

	expect(sandbox.state.properties.get(String(created?.PropertyID))).toMatchObject({
		photos: ['https://example.com/1.jpg', 'https://example.com/2.jpg'],
		connections: [{ ClientID: Number(contactId), ClientRelation: 'N/A' }],
	});
});

test('what a contact looks for is added, changed and read, under names that go together', async () => {
	const contactId = store(sandbox, { CFirst: 'Ada' });
	const wishes = {
		propCity: 'Mesa',
		minPrice: '250000',
		propBed: 3,
		propType: 'residential',
		propZip: '01234',
	};
	const [added] = await succeeds(sandbox, 'property.addSearchProfile', {
		parameters: { contactId: byId(contactId), additionalFields: wishes },
	});
	const searchId = String(added?.SearchID);
	const expected = {
		propCity: 'Mesa',
		minPrice: 250000,
		propBed: 3,
		propType: 'residential',
		propZip: '01234',
	};
	expect(await succeeds(sandbox, 'property.getSearchProfile', { parameters: { searchId } })).toMatchObject([
		expected,
	]);

	await succeeds(sandbox, 'property.updateSearchProfile', {
		parameters: { searchId, updateFields: { maxPrice: '300000' } },
	});
	expect(
		await succeeds(sandbox, 'property.getSearchProfiles', { parameters: { contactId: byId(contactId) } }),
	).toMatchObject([{ SearchID: Number(searchId), ...expected, maxPrice: 300000 }]);
});
