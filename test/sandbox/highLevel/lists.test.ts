import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => {
	sandbox.configure({ allowDuplicateContact: false });
	sandbox.reset();
});
afterAll(() => sandbox.close());

const list = (query: string, path = '/contacts/') =>
	call(sandbox, 'GET', `${path}?locationId=${locationId}${query && `&${query}`}`);

describe('GET /contacts/', () => {
	test('walks all contacts once, newest first, by startAfter and startAfterId', async () => {
		const all = sandbox.state.seedContacts(45).map(({ id }) => id);
		const seen: string[] = [];
		let cursor = '';
		for (;;) {
			const { body } = await list(`limit=20${cursor}`);
			expect(body.count).toBe(45);
			seen.push(...body.contacts.map(({ id }: { id: string }) => id));
			if (!body.meta.nextPageUrl) break;
			cursor = `&startAfter=${body.meta.startAfter}&startAfterId=${body.meta.startAfterId}`;
		}
		expect(seen).toEqual(all.reverse());
	});

	test('tells in meta where the page stands', async () => {
		sandbox.state.seedContacts(45);
		const first = (await list('')).body;
		expect(first.contacts).toHaveLength(20);
		expect(first.meta).toMatchObject({ total: 45, currentPage: 1, nextPage: 2, prevPage: null });
		const second = await fetch(first.meta.nextPageUrl, {
			headers: { Authorization: `Bearer ${DEMO.token}`, Version: '2021-07-28' },
		});
		expect(await second.json()).toMatchObject({ meta: { currentPage: 2, nextPage: 3, prevPage: 1 } });
		const last = (await list(`limit=100`)).body.meta;
		expect(last).toMatchObject({ nextPageUrl: null, nextPage: null });
	});

	test('finds by free text', async () => {
		sandbox.state.seedContacts(3);
		const { id } = sandbox.state.addContact({ locationId, firstName: 'Ada', email: 'ada@x.example' });
		const { body } = await list('query=ADA%40x');
		expect(body.contacts.map((contact: { id: string }) => contact.id)).toEqual([id]);
		expect(body.contacts[0]).toMatchObject({ contactName: 'Ada', additionalEmails: [], attributions: [] });
	});

	test.each([
		['limit=101', 'limit must not be greater than 100'],
		['limit=many', 'limit must be a number conforming to the specified constraints'],
		['page=2', 'property page should not exist'],
	])('refuses %s with 422', async (query, message) => {
		const { status, body } = await list(query);
		expect(status).toBe(422);
		expect(body.message).toContain(message);
	});
});

describe('GET /contacts/search/duplicate', () => {
	const duplicate = (query: string) => list(query, '/contacts/search/duplicate');

	beforeEach(() => {
		sandbox.state.addContact({
			locationId,
			id: 'email',
			email: 'ada@x.example',
			additionalEmails: ['b@x.example'],
		});
		sandbox.state.addContact({ locationId, id: 'phone', phone: '+12125550123' });
	});

	test.each([
		['email=ADA%40x.example', 'email'],
		['email=b%40x.example', 'email'],
		['number=%2B12125550123', 'phone'],
		['number=%2B12125550123&email=ada%40x.example', 'email'],
		['number=%2B12125550123&email=nobody%40x.example', 'phone'],
	])('%s finds the contact with the %s', async (query, id) => {
		const { status, body } = await duplicate(query);
		expect(status).toBe(200);
		expect(body.contact.id).toBe(id);
	});

	test('answers null when there is none', async () => {
		expect((await duplicate('email=nobody%40x.example')).body.contact).toBeNull();
	});

	test('needs an e-mail or a number', async () => {
		expect((await duplicate('')).status).toBe(422);
	});

	test('follows the priority of the location, unless duplicates are allowed', async () => {
		const location = sandbox.state.locations.get(locationId);
		if (!location) throw new Error('no demo location');
		sandbox.state.locations.set(locationId, { ...location, identifierPriority: ['phone', 'email'] });
		const both = 'number=%2B12125550123&email=ada%40x.example';
		expect((await duplicate(both)).body.contact.id).toBe('phone');
		sandbox.configure({ allowDuplicateContact: true });
		expect((await duplicate(both)).body.contact.id).toBe('email');
	});
});

describe('GET /contacts/business/:businessId', () => {
	const { northPier } = DEMO.businesses;
	const ofBusiness = (query = '', version = '2021-07-28') =>
		call(sandbox, 'GET', `/contacts/business/${northPier}?locationId=${locationId}${query}`, undefined, {
			version,
		});

	beforeEach(() => {
		for (const firstName of ['Cyd', 'Ada', 'Ben']) {
			sandbox.state.addContact({ id: firstName, locationId, firstName, businessId: northPier });
		}
		sandbox.state.addContact({ locationId, firstName: 'Zoe' });
	});

	const names = (body: { contacts: Array<{ firstName: string }> }) =>
		body.contacts.map(({ firstName }) => firstName);

	test('lists its contacts by name, with limit and skip', async () => {
		const { body } = await ofBusiness();
		expect(body.count).toBe(3);
		expect(names(body)).toEqual(['Ada', 'Ben', 'Cyd']);
		expect(names((await ofBusiness('&limit=1&skip=1')).body)).toEqual(['Ben']);
	});

	test('under v3 goes on after a name and an id', async () => {
		expect(names((await ofBusiness('&startAfter=ada&startAfter=Ada', 'v3')).body)).toEqual(['Ben', 'Cyd']);
		expect(names((await ofBusiness('&startAfter=ben,Ben', 'v3')).body)).toEqual(['Cyd']);
		expect((await ofBusiness('&startAfter=ben,Ben')).status).toBe(422);
	});
});
