import type { WiseAgentSandbox, Sent } from './support';
import { call, contactOf, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const idsOf = async (filters: Sent = {}) => {
	const { body } = await call(sandbox, 'GET', 'getContacts', filters);
	return body.map(({ ClientID }: { ClientID: number }) => ClientID) as number[];
};

describe('a contact', () => {
	test('comes alone in a list, with every documented field', async () => {
		const { ClientID } = sandbox.state.addContact({
			CFirst: 'Ada',
			updatedAt: '2025-06-01T03:04:05.000Z',
			addedAt: '2024-12-31T23:59:59.000Z',
		});
		const { body } = await call(sandbox, 'GET', 'getSingleContact', { clientID: ClientID });
		expect(body).toEqual([
			{
				ClientID,
				CFirst: 'Ada',
				CLast: '',
				Title: '',
				Categories: '[]',
				InsideTeamAssignment: '[]',
				OutsideTeamAssignment: '[]',
				ContactUrl: `https://thewiseagent.com/secure/client/summary?clientId=${ClientID}`,
				HomePhone: '',
				MobilePhone: '',
				WorkPhone: '',
				SpouseFirst: '',
				SpouseLast: '',
				CEmail: '',
				Company: '',
				AddressStreet: '',
				Source: '',
				AddressNumber: '',
				SuiteNo: '',
				County: '',
				City: '',
				State: '',
				Zip: '',
				POBox: '',
				Country: '',
				Rank: 'Unranked',
				Status: null,
				DtUpdated: '5/31/2025 8:04:05 PM',
				DateUpdatedUTC: '6/1/2025 3:04:05 AM',
				DateAddedUTC: '12/31/2024 11:59:59 PM',
				LastContactDate: null,
				DateMet: null,
				Birthday: null,
				Anniversary: null,
				HomeSaleAnniversary: null,
				CustomData: '[]',
				Website: '',
				SpouseWebsite: '',
				PreferredPhone: '',
				SpousePreferredPhone: '',
			},
		]);
	});

	test('has its lists as JSON in a text', async () => {
		const id = await webcontact(sandbox, {
			Categories: 'Buyer;Investor',
			InsideTeamId: '98',
			OutsideTeamAssignment: 'sam@desertlending.example',
		});
		await call(sandbox, 'POST', 'addClientCustom', { ClientID: id, Key: 'GateCode', Value: '12' });
		const contact = await contactOf(sandbox, id);
		const listOf = (name: string) => JSON.parse(contact[name] as string) as unknown;
		expect(listOf('Categories')).toEqual([{ name: 'Buyer' }, { name: 'Investor' }]);
		expect(listOf('InsideTeamAssignment')).toEqual([{ InsideTeamId: 98 }]);
		expect(listOf('OutsideTeamAssignment')).toEqual([
			{
				TeamMember: 'Sam Desert Lending',
				LeadStatus: 'assigned',
				Cell: '602-555-0130',
				Phone: '(602) 555-0140',
				Email: 'sam@desertlending.example',
			},
		]);
		expect(listOf('CustomData')).toEqual([{ Key: 'GateCode', Value: '12' }]);
	});

	test('that is unknown is an empty list, and without an id an error', async () => {
		expect((await call(sandbox, 'GET', 'getSingleContact', { clientID: 1 })).body).toEqual([]);
		expect((await call(sandbox, 'GET', 'getSingleContact')).body).toEqual({ error: 'Missing ClientID' });
	});

	test('cannot be deleted', async () => {
		const id = await webcontact(sandbox);
		for (const requestType of ['deleteContact', 'removeContact']) {
			const { body } = await call(sandbox, 'DELETE', requestType, { clientID: id });
			expect(body).toEqual({ error: 'Invalid requestType' });
		}
	});
});

describe('pages of contacts', () => {
	beforeEach(() => sandbox.state.seedContacts(250));

	test('are there only when they are asked for', async () => {
		expect(await idsOf()).toHaveLength(250);
	});

	test('have a hundred contacts, and nothing tells the last one from the others', async () => {
		const pages = [];
		for (const page of [1, 2, 3, 4]) pages.push(await idsOf({ page }));
		expect(pages.map(({ length }) => length)).toEqual([100, 100, 50, 0]);
		expect(new Set(pages.flat()).size).toBe(250);
		const { headers, body } = await call(sandbox, 'GET', 'getContacts', { page: 3 });
		expect(Array.isArray(body)).toBe(true);
		expect([...headers.keys()].filter((name) => /page|total|count|link/i.test(name))).toEqual([]);
	});

	test('have the size that is wanted, and a last one may be as full as the others', async () => {
		expect(await idsOf({ page: 5, page_size: 50 })).toHaveLength(50);
		expect(await idsOf({ page: 6, page_size: 50 })).toHaveLength(0);
		expect(await idsOf({ page_size: 30 })).toHaveLength(30);
	});

	test('are counted, under the same filters', async () => {
		const countOf = async (filters: Sent) => (await call(sandbox, 'GET', 'getContactsCount', filters)).body;
		expect(await countOf({})).toEqual({ count: 250 });
		expect(await countOf({ categories: 'Seller' })).toEqual({
			count: (await idsOf({ categories: 'Seller' })).length,
		});
	});
});

describe('contacts are found', () => {
	test('by e-mail address, whatever its case', async () => {
		const id = await webcontact(sandbox, { CEmail: 'Ada@Mail.example' });
		await webcontact(sandbox, { CEmail: 'other@mail.example' });
		expect(await idsOf({ email: 'ada@mail.EXAMPLE' })).toEqual([id]);
		expect(await idsOf({ email: 'nobody@mail.example' })).toEqual([]);
	});

	test('by phone number, but only when it is written in digits', async () => {
		const id = await webcontact(sandbox, { MobilePhone: '(480) 555-0150' });
		expect(await idsOf({ phone: '4805550150' })).toEqual([id]);
		expect(await idsOf({ phone: '(480) 555-0150' })).toEqual([]);
		expect(await idsOf({ phone: '+14805550150' })).toEqual([]);
	});

	test('by categories, any of them or all', async () => {
		const both = await webcontact(sandbox, { CEmail: 'a@x.example', Categories: 'Buyer;Investor' });
		const one = await webcontact(sandbox, { CEmail: 'b@x.example', Categories: 'buyer' });
		await webcontact(sandbox, { CEmail: 'c@x.example', Categories: 'Seller' });
		expect(await idsOf({ categories: 'Buyer,Investor' })).toEqual([both, one]);
		expect(await idsOf({ categories: 'Buyer,Investor', categoryAll: 'true' })).toEqual([both]);
	});

	test('by a part of a name', async () => {
		const first = await webcontact(sandbox, { CFirst: 'Joanna', CEmail: 'a@x.example' });
		const company = await webcontact(sandbox, { Company: 'Anna & Co', CEmail: 'b@x.example' });
		await webcontact(sandbox, { CFirst: 'Bob', CEmail: 'c@x.example' });
		expect(await idsOf({ nameQuery: 'anna' })).toEqual([first, company]);
	});

	test('by sources, together with the other filters', async () => {
		const id = await webcontact(sandbox, { Source: 'Zillow', CEmail: 'a@x.example', Categories: 'Buyer' });
		await webcontact(sandbox, { Source: 'Website', CEmail: 'b@x.example', Categories: 'Buyer' });
		expect(await idsOf({ sources: 'zillow,Trulia' })).toEqual([id]);
		expect(await idsOf({ sources: 'Zillow', categories: 'Buyer' })).toEqual([id]);
	});

	test('by the first of the exclusive filters alone: e-mail, phone, categories, name', async () => {
		const ada = await webcontact(sandbox, { CFirst: 'Ada', CEmail: 'ada@x.example' });
		const bea = await webcontact(sandbox, { CFirst: 'Bea', MobilePhone: '4805550151', Categories: 'Buyer' });
		expect(await idsOf({ email: 'ada@x.example', phone: '4805550151' })).toEqual([ada]);
		expect(await idsOf({ phone: '4805550151', categories: 'Seller' })).toEqual([bea]);
		expect(await idsOf({ categories: 'Buyer', nameQuery: 'Ada' })).toEqual([bea]);
	});
});

describe('contacts updated since', () => {
	let early: number;
	let late: number;
	beforeEach(() => {
		early = sandbox.state.addContact({ updatedAt: '2025-06-01T18:59:59.000Z' }).ClientID;
		late = sandbox.state.addContact({
			updatedAt: '2025-06-01T19:00:30.000Z',
			CEmail: 'late@x.example',
		}).ClientID;
	});

	test.each([
		['dtupdated', '06/01/2025 12:00'],
		['dtupdated', '2025-06-01 12:00'],
		['DateUpdatedUTC', '06/01/2025 19:00'],
		['DateUpdatedUTC', '2025-06-01 19:00'],
	])('%s %s are those of that minute and later', async (name, time) => {
		expect(await idsOf({ [name]: time })).toEqual([late]);
	});

	test('an Arizona time are taken as such in summer too', async () => {
		expect(await idsOf({ dtupdated: '2025-06-01 11:59' })).toEqual([early, late]);
	});

	test.each(['2025-06-01 12:00:30', '2025-06-01T12:00', '2025-06-01T12:00:00Z', 'yesterday'])(
		'%s are refused: no seconds, no zone',
		async (dtupdated) => {
			const { status, body } = await call(sandbox, 'GET', 'getContacts', { dtupdated });
			expect({ status, body }).toEqual({ status: 200, body: { error: 'Invalid dtupdated' } });
		},
	);

	test('a time are filtered further by name, while e-mail and phone disregard the time', async () => {
		const since = '2026-01-01 00:00';
		expect(await idsOf({ dtupdated: since, nameQuery: '' })).toEqual([]);
		expect(await idsOf({ dtupdated: since, email: 'late@x.example' })).toEqual([late]);
	});
});

describe('a vendor', () => {
	const vendorId = async () => {
		sandbox.state.vendors.set('V9', {
			...{ VendorID: 'V9', Company: 'Desert Lending', ContactName: 'Sam', AlternateContact: 'Kim' },
			...{ Address: '', City: 'Mesa', State: 'AZ', Zip: '', Phone: '480-555-0170', ContactPhone: '' },
			...{ Fax: '', Email: 'sam@lending.example', Url: '', Type: 'Mortgage' },
		});
		return 'V9';
	};

	test('is read as a contact with V before its number, and has other fields', async () => {
		const { body } = await call(sandbox, 'GET', 'getSingleContact', { clientID: await vendorId() });
		expect(body).toEqual([expect.objectContaining({ VendorID: 'V9', Company: 'Desert Lending' })]);
		expect(body[0]).not.toHaveProperty('ClientID');
	});

	test.each([
		{ email: 'SAM@lending.example' },
		{ phone: '4805550170' },
		{ types: 'Title,Mortgage' },
		{ nameQuery: 'kim' },
		{},
	])('is found by %j', async (filter) => {
		await vendorId();
		const { body } = await call(sandbox, 'GET', 'getVendors', filter);
		expect(body.map(({ VendorID }: { VendorID: string }) => VendorID)).toEqual(['V9']);
	});

	test('is not found by what it does not have, and by the first filter alone', async () => {
		await vendorId();
		const filter = { email: 'other@lending.example', nameQuery: 'Sam' };
		expect((await call(sandbox, 'GET', 'getVendors', filter)).body).toEqual([]);
	});
});

test('a list is in the order of the IDs, or of the last changes', async () => {
	const [first, second] = ['2025-06-02', '2025-06-01'].map(
		(day) => sandbox.state.addContact({ updatedAt: `${day}T12:00:00.000Z` }).ClientID,
	);
	expect(await idsOf()).toEqual([first, second]);
	sandbox.configure({ contactOrder: 'updated' });
	expect(await idsOf()).toEqual([second, first]);
	sandbox.configure({ contactOrder: 'id' });
});
