import type { WiseAgentSandbox, Sent } from './support';
import { call, contactOf, DEMO, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const update = (clientID: number, fields: Sent) =>
	call(sandbox, 'POST', 'updateContact', { clientID, ...fields });
const categoriesOf = async (id: number) =>
	(JSON.parse((await contactOf(sandbox, id))['Categories'] as string) as Array<{ name: string }>).map(
		({ name }) => name,
	);

describe('webcontact', () => {
	test('creates a contact and answers with a success in words', async () => {
		const sent = { CFirst: 'Ada', CLast: 'King', Source: 'Zillow', CEmail: 'ada@x.example', Rank: 'a' };
		const { status, body } = await call(sandbox, 'POST', 'webcontact', {
			...sent,
			ContactStatus: 'Hot Lead',
		});
		expect(status).toBe(200);
		expect(body).toEqual({ success: 'true', data: { ClientID: expect.any(Number), NewContact: true } });
		const contact = await contactOf(sandbox, body.data.ClientID);
		expect(contact).toMatchObject({ ...sent, Rank: 'A', Status: 'Hot Lead' });
	});

	test.each([
		[{ CLast: 'King', Source: 'Zillow' }, 'CFirst must be provided'],
		[{ CFirst: 'Ada', CLast: ' ' }, 'CLast, Source must be provided'],
	])('refuses %j with status 200', async (sent, message) => {
		const { status, body } = await call(sandbox, 'POST', 'webcontact', sent);
		expect({ status, body }).toEqual({ status: 200, body: { status: 'error', data: { message } } });
		expect(sandbox.state.contacts.size).toBe(0);
	});

	test('separates categories by semicolons, so that a comma is part of a name', async () => {
		const id = await webcontact(sandbox, { Categories: 'buyer;Lake, House;Buyer' });
		expect(await categoriesOf(id)).toEqual(['Buyer', 'Lake, House']);
	});

	test('adds unknown categories and sources to the account', async () => {
		await webcontact(sandbox, { Categories: 'Brand New', Source: 'Trulia' });
		const { body } = await call(sandbox, 'GET', 'getAllCategoriesWithCount');
		expect(body.CategoryInfo).toContainEqual({
			name: 'Brand New',
			id: expect.any(Number),
			clientCount: 1,
		});
		const sources = (await call(sandbox, 'GET', 'getSources')).body;
		expect(sources).toContainEqual({ ID: expect.any(Number), Name: 'Trulia' });
	});

	test('tells about an outside team member, in other letters than the contact does', async () => {
		const sent = { CFirst: 'Ada', CLast: 'King', Source: 'Zillow' };
		const { body } = await call(sandbox, 'POST', 'webcontact', {
			...sent,
			OutsideTeamAssignment: DEMO.outsideTeam.lender,
		});
		expect(body.data.OutsideTeamAssignment).toMatchObject({
			leadStatus: 'assigned',
			Email: DEMO.outsideTeam.lender,
			ClientID: body.data.ClientID,
		});
	});

	test('assigns to a team member by name, and to a pipeline by name or number', async () => {
		const named = await webcontact(sandbox, { AssignedAgent: 'miguel ortega', Pipeline: 'Listings' });
		const contact = sandbox.state.contacts.get(String(named));
		expect(contact).toMatchObject({ InsideTeamIds: [98], pipelineId: 2, dnc: false });
		const none = await webcontact(sandbox, { Pipeline: '0', DNC: 'Y', CEmail: 'b@x.example' });
		expect(sandbox.state.contacts.get(String(none))).toMatchObject({ pipelineId: null, dnc: true });
	});

	test.each([
		['both', '1'],
		['HomePhone', '1'],
		['HomePhome', '2'],
	] as const)('takes the phone at home under the name %s', async (homePhoneName, expected) => {
		sandbox.configure({ homePhoneName });
		const id = await webcontact(sandbox, { HomePhone: '480555000 1', HomePhome: '480555000 2' });
		sandbox.configure({ homePhoneName: 'both' });
		expect((await contactOf(sandbox, id))['HomePhone']).toBe(`480555000 ${expected}`);
	});

	test('takes the misspelt name alone as well', async () => {
		const id = await webcontact(sandbox, { HomePhome: '4805550002' });
		expect((await contactOf(sandbox, id))['HomePhone']).toBe('4805550002');
	});

	test('keeps named fields as extra details, the home that was looked at, and what is looked for', async () => {
		const id = await webcontact(sandbox, {
			CommaDelimitedFormFields: 'bedrooms,sqft',
			bedrooms: '3',
			sqft: '2000',
			paddress: 'E Shea Blvd',
			pcity: 'Mesa',
			propInfo: '1',
			propInfoCity: 'Tempe',
			propInfoMaxPrice: '450000',
		});
		expect(sandbox.state.contacts.get(String(id))?.extraDetails).toBe('bedrooms: 3\nsqft: 2000');
		const addresses = (await call(sandbox, 'GET', 'getClientAddresses', { ClientID: id })).body;
		expect(addresses).toMatchObject([{ Address: 'E Shea Blvd', City: 'Mesa', AddressType: 'Searched' }]);
		const searches = (await call(sandbox, 'GET', 'getPropertySearchCriteriaList', { clientID: id })).body;
		expect(searches.propertySearchCriteria).toMatchObject([{ propCity: 'Tempe', maxPrice: 450_000 }]);
	});
});

describe('webcontact for somebody who exists', () => {
	const message = "Use 'updateContact' request to update contacts.";

	test('answers with their id, and changes nothing of their profile', async () => {
		const id = await webcontact(sandbox, { CEmail: 'ada@x.example', City: 'Mesa' });
		const { body } = await call(sandbox, 'POST', 'webcontact', {
			CFirst: 'Augusta',
			CLast: 'Lovelace',
			Source: 'Zillow',
			CEmail: 'ADA@x.example',
			City: 'Tempe',
			Categories: 'Buyer',
		});
		expect(body).toEqual({
			success: 'true',
			data: { ClientID: id, NewContact: false, Message: message },
		});
		expect(await contactOf(sandbox, id)).toMatchObject({
			CFirst: 'Ada',
			City: 'Mesa',
			Source: 'Website',
			Categories: '[]',
		});
		expect(sandbox.state.contacts.size).toBe(1);
	});

	test('looks for the e-mail address first, then for a phone number however it is written', async () => {
		const byEmail = await webcontact(sandbox, { CEmail: 'ada@x.example' });
		const byPhone = await webcontact(sandbox, { MobilePhone: '+1 (480) 555-0150' });
		const again = (fields: Sent) => webcontact(sandbox, fields);
		expect(await again({ CEmail: 'ada@x.example', MobilePhone: '4805550150' })).toBe(byEmail);
		sandbox.reset();
		const known = await webcontact(sandbox, { HomePhone: '+1 (480) 555-0150' });
		expect(await again({ CEmail: 'new@x.example', MobilePhone: '480.555.0150' })).toBe(known);
		expect(byPhone).not.toBe(byEmail);
	});

	test('adds phone numbers and e-mail addresses, under which they are found from then on', async () => {
		const id = await webcontact(sandbox, { CEmail: 'ada@x.example' });
		await webcontact(sandbox, { CEmail: 'ada@x.example', MobilePhone: '4805550150' });
		await webcontact(sandbox, { MobilePhone: '480-555-0150', CEmail: 'second@x.example' });
		expect(await contactOf(sandbox, id)).toMatchObject({ CEmail: 'ada@x.example', MobilePhone: '' });
		const found = await call(sandbox, 'GET', 'getContacts', { email: 'second@x.example' });
		expect(found.body).toMatchObject([{ ClientID: id }]);
		expect(sandbox.state.contacts.get(String(id))).toMatchObject({
			otherPhones: ['4805550150'],
			otherEmails: ['second@x.example'],
		});
	});

	test('makes a second contact where neither was sent', async () => {
		expect(await webcontact(sandbox)).not.toBe(await webcontact(sandbox));
	});
});

describe('updateContact', () => {
	test('changes what is sent, and says so under a key of its own', async () => {
		const id = await webcontact(sandbox, { City: 'Mesa' });
		const { status, body } = await update(id, { Clast: 'Lovelace', Zip: '85004', ContactStatus: 'Active' });
		expect({ status, body }).toEqual({ status: 200, body: { Success: `${id} updated` } });
		expect(await contactOf(sandbox, id)).toMatchObject({
			CFirst: 'Ada',
			CLast: 'Lovelace',
			City: 'Mesa',
			Zip: '85004',
			Status: 'Active',
		});
	});

	test.each([
		[{ Rank: 'Z' }, 'Rank'],
		[{ ContactStatus: 'Excited' }, 'ContactStatus'],
		[{ InsideTeamId: '7' }, 'InsideTeamId'],
		[{ OutsideTeamAssignment: 'nobody@x.example' }, 'OutsideTeamAssignment'],
	])('with %j changes nothing and answers 200 with an error', async (wrong, field) => {
		const id = await webcontact(sandbox);
		const { status, body } = await update(id, { CFirst: 'Bea', ...wrong, AddCategories: 'Fresh' });
		expect(status).toBe(200);
		expect(body).toEqual({ Error: `Invalid Field ${field} - ${id} not updated` });
		expect(await contactOf(sandbox, id)).toMatchObject({ CFirst: 'Ada' });
		expect([...sandbox.state.categories.values()].map(({ name }) => name)).not.toContain('Fresh');
	});

	test('needs an id that exists', async () => {
		const missing = await call(sandbox, 'POST', 'updateContact', { CFirst: 'Bea' });
		expect(missing.body).toEqual({ Error: 'Missing ClientID' });
		expect((await update(1, {})).body).toEqual({ Error: 'Invalid Field clientID - 1 not updated' });
	});

	test('does not know Status, only ContactStatus', async () => {
		const id = await webcontact(sandbox, { ContactStatus: 'New' });
		expect((await update(id, { Status: 'Active' })).body).toEqual({ Success: `${id} updated` });
		expect((await contactOf(sandbox, id))['Status']).toBe('New');
	});

	test('separates categories by commas, and adds and removes in one', async () => {
		const id = await webcontact(sandbox, { Categories: 'Buyer;Seller' });
		await update(id, { AddCategories: 'Investor, buyer', RemoveCategories: 'SELLER' });
		expect(await categoriesOf(id)).toEqual(['Buyer', 'Investor']);
	});

	test('adds team members, or replaces them with Reassignment', async () => {
		const id = await webcontact(sandbox, { InsideTeamId: '1' });
		const team = async () => (await contactOf(sandbox, id))['InsideTeamAssignment'];
		await update(id, { InsideTeamId: '98' });
		expect(await team()).toBe('[{"InsideTeamId":1},{"InsideTeamId":98}]');
		await update(id, { InsideTeamId: '112', Reassignment: 'true' });
		expect(await team()).toBe('[{"InsideTeamId":112}]');
	});

	test.each([
		[false, 'Mesa'],
		[true, ''],
	])('with an empty value clears a field: %j', async (emptyClearsField, city) => {
		sandbox.configure({ emptyClearsField });
		const id = await webcontact(sandbox, { City: 'Mesa' });
		await update(id, { City: '' });
		sandbox.configure({ emptyClearsField: false });
		expect((await contactOf(sandbox, id))['City']).toBe(city);
	});

	test('lets two contacts have one e-mail address', async () => {
		const first = await webcontact(sandbox, { CEmail: 'a@x.example' });
		const second = await webcontact(sandbox, { CEmail: 'b@x.example' });
		expect((await update(second, { CEmail: 'a@x.example' })).body).toEqual({ Success: `${second} updated` });
		const { body } = await call(sandbox, 'GET', 'getContacts', { email: 'a@x.example' });
		expect(body.map(({ ClientID }: { ClientID: number }) => ClientID)).toEqual([first, second]);
	});
});

describe('categories', () => {
	test('are added to and taken from several contacts, unknown ones passed over without a word', async () => {
		const ids = [
			await webcontact(sandbox, { CEmail: 'a@x.example' }),
			await webcontact(sandbox, { CEmail: 'b@x.example' }),
		];
		const sent = { category: 'buyer', clientids: [...ids, 1].join(',') };
		const added = await call(sandbox, 'POST', 'addClientsToCategory', sent);
		expect(added.body).toEqual([{ success: 'true' }]);
		const count = async () =>
			(await call(sandbox, 'GET', 'getCategoryClientCount', { category: 'Buyer' })).body;
		expect(await count()).toEqual([{ success: 'true', categorycount: 2 }]);
		await call(sandbox, 'POST', 'removeClientsFromCategory', { category: 'BUYER', clientids: ids[0] ?? 0 });
		expect(await count()).toEqual([{ success: 'true', categorycount: 1 }]);
	});

	test.each([{ clientids: '1' }, { category: 'Buyer' }])('are refused with %j', async (sent) => {
		const { body } = await call(sandbox, 'POST', 'addClientsToCategory', sent);
		expect(body).toEqual([{ success: 'false', message: expect.stringContaining('Missing') }]);
	});

	test('are added to the account, their ids as text', async () => {
		const { body } = await call(sandbox, 'POST', 'addCategories', { categories: 'Buyer,Lake House' });
		expect(body).toEqual({
			success: true,
			categories: [
				{ catName: 'Buyer', catID: expect.stringMatching(/^\d+$/) },
				{ catName: 'Lake House', catID: expect.stringMatching(/^\d+$/) },
			],
		});
		const none = await call(sandbox, 'POST', 'addCategories');
		expect(none.body).toEqual({ Error: 'Missing Categories CSV' });
	});
});
