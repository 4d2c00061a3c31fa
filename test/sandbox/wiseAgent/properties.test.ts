import type { Sent, Verb, WiseAgentSandbox } from './support';
import { call, start } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start({ empty: false });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const answer = async (verb: Verb, requestType: string, sent: Sent = {}) =>
	(await call(sandbox, verb, requestType, sent)).body;
const firstContact = () => [...sandbox.state.contacts.keys()][0] ?? '';

describe('properties', () => {
	test('have their id and most numbers as text, and are no list where one is asked for', async () => {
		const property = await answer('GET', 'getProperty', { propertyID: 12_434 });
		expect(property).toMatchObject({
			PropertyID: '12434',
			StreetNum: '13400',
			Street: 'E Shea Blvd',
			primaryPhoto: '',
			Details: { ListingPrice: 515_000, LastSalePrice: 0, NumBedrooms: '3', AgentID: '0', Garage: '' },
		});
		expect(Object.keys(property.Details)).toHaveLength(45);
	});

	test.each([{ MLS: '6700102' }, { StreetNum: '1205', Street: 'w ocotillo dr' }])(
		'are found by %j',
		async (address) => {
			expect(await answer('GET', 'getProperty', address)).toMatchObject({ PropertyID: '12435' });
		},
	);

	test.each([
		[{ propertyID: 1 }, 'Property ID 1 Does not exist'],
		[{ MLS: '0' }, 'Property Does not exist'],
		[{}, 'propertyID or an address must be provided'],
	])('are not found by %j', async (asked, message) => {
		expect(await answer('GET', 'getProperty', asked)).toEqual({ status: 'error', data: { message } });
	});

	test('come fifty at a time even when no page is asked for, latest first, archived ones apart', async () => {
		for (let index = 0; index < 60; index++) {
			await answer('POST', 'addProperty', { AddressNum: index, Address: 'New Street' });
		}
		const idsOf = async (sent: Sent) =>
			(await answer('GET', 'getProperties', sent)).map(({ PropertyID }: { PropertyID: string }) =>
				Number(PropertyID),
			) as number[];
		const first = await idsOf({});
		expect(first).toHaveLength(50);
		expect(first[0]).toBe(Math.max(...first));
		expect(await idsOf({ page: 2 })).toHaveLength(13);
		expect(await idsOf({ showArchived: 'true' })).toEqual([12_437]);
	});

	test('are sent under other names than they are answered under', async () => {
		const sent = {
			AddressNum: '9',
			Address: 'Main St',
			AddressSuit: '2',
			Zip: '85201',
			PoBox: '7',
			TourUrl: 'https://tour.example',
			ListingPrice: '400000',
			imageURLS_CSV: 'https://a.example/1.jpg,https://a.example/2.jpg',
		};
		const { data } = await answer('POST', 'addProperty', sent);
		expect(data).toEqual({ propertyId: '12438' });
		expect(await answer('GET', 'getProperty', { propertyID: data.propertyId })).toMatchObject({
			StreetNum: '9',
			Street: 'Main St',
			Suite: '2',
			PostalCode: '85201',
			POBox: '7',
			WebLink: 'https://tour.example',
			primaryPhoto: 'https://a.example/1.jpg',
			Details: { ListingPrice: 400_000 },
		});
		expect(await answer('POST', 'addProperty', { Address: 'Main St' })).toEqual({
			status: 'error',
			data: { message: 'Address and AddressNum must be provided' },
		});
	});

	test('change in what is sent only, get pictures and people, and are deleted', async () => {
		const propertyID = 12_434;
		const update = { propertyID, City: 'Mesa', Garage: '2', Archive: 'true' };
		expect(await answer('PUT', 'updateProperty', update)).toEqual({
			status: 'success',
			data: { propertyId: '12434' },
		});
		await answer('POST', 'addPropertyPhoto', { propertyID, imageURLS_CSV: 'https://a.example/1.jpg' });
		const connect = { propertyID, ClientID: firstContact(), ClientRelation: 'Buyer' };
		await answer('POST', 'addPropertyConnection', connect);
		expect(sandbox.state.properties.get('12434')).toMatchObject({
			Street: 'E Shea Blvd',
			City: 'Mesa',
			archived: true,
			details: { Garage: '2', NumBedrooms: '3' },
			photos: ['https://a.example/1.jpg'],
			connections: [{ ClientID: Number(firstContact()), ClientRelation: 'Buyer' }],
		});
		expect(await answer('DELETE', 'deleteProperty', { propertyID })).toEqual({ success: true });
		expect(await answer('DELETE', 'deleteProperty', { propertyID })).toEqual({
			error: 'propertyID was not found',
		});
	});

	test.each<[Verb, string, string]>([
		['PUT', 'updateProperty', 'Property not found'],
		['POST', 'addPropertyPhoto', 'Property Not Found.'],
		['POST', 'addPropertyConnection', 'Property Not Found.'],
	])('that are unknown are refused by %s %s', async (verb, requestType, message) => {
		expect(await answer(verb, requestType, { propertyID: 1 })).toEqual({
			status: 'error',
			data: { message },
		});
	});
});

describe('what a contact looks for', () => {
	test('is added under some names, changed and answered under others', async () => {
		const clientid = [...sandbox.state.contacts.keys()][1] ?? '';
		const added = { clientid, propInfo: 1, propInfoMinPrice: '100000', propInfoPropType: 'Residential' };
		await answer('POST', 'addPropertySearchCriteria', added);
		const { propertySearchCriteria } = await answer('GET', 'getPropertySearchCriteriaList', {
			clientID: clientid,
		});
		expect(propertySearchCriteria).toMatchObject([
			{ SearchID: '1235', minPrice: 100_000, propType: 'Residential', propCity: '', propBed: 0 },
		]);
		const changed = { searchID: 1235, minPrice: '200000', propCity: 'Mesa' };
		expect(await answer('PUT', 'updatePropertySearchCriteria', changed)).toEqual({ success: true });
		expect(await answer('GET', 'getPropertySearchCriteria', { SearchID: 1235 })).toMatchObject({
			minPrice: 200_000,
			propCity: 'Mesa',
			propType: 'Residential',
		});
	});

	test('that is unknown is an empty object or list when read, and an error when changed', async () => {
		expect(await answer('GET', 'getPropertySearchCriteria', { SearchID: 1 })).toEqual({});
		expect(await answer('GET', 'getPropertySearchCriteriaList', { clientID: 1 })).toEqual({
			propertySearchCriteria: [],
		});
		expect(await answer('PUT', 'updatePropertySearchCriteria', { searchID: 1 })).toEqual({
			error: 'SearchID not found',
		});
		expect(await answer('POST', 'addPropertySearchCriteria', { clientid: 1, propInfo: 1 })).toEqual({
			error: 'ClientID not found',
		});
	});
});
