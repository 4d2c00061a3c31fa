import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => {
	sandbox.configure({ allowDuplicateContact: false });
	sandbox.reset();
});
afterAll(() => sandbox.close());

const get = (path: string, token: string = DEMO.token) => call(sandbox, 'GET', path, undefined, { token });

test('a location tells its company, country, time zone and whether it allows duplicates', async () => {
	expect((await get(`/locations/${locationId}`)).body.location).toMatchObject({
		id: locationId,
		companyId: DEMO.companyId,
		country: 'US',
		timezone: 'America/New_York',
		settings: { allowDuplicateContact: false },
	});
	sandbox.configure({ allowDuplicateContact: true });
	expect((await get(`/locations/${locationId}`)).body.location.settings.allowDuplicateContact).toBe(true);
	expect((await get(`/locations/${locationId}/timezones`)).body.timeZones).toContain('America/New_York');
});

describe('the search for locations', () => {
	const names = async (query: string, token?: string) => {
		const { status, body } = await get(`/locations/search?${query}`, token);
		expect(status).toBe(200);
		return body.locations.map(({ name }: { name: string }) => name);
	};

	test('finds all of an agency by name, ten at a time', async () => {
		const token = DEMO.agencyToken;
		expect(await names('', token)).toEqual(['Harborview Realty', 'Lakeside Homes']);
		expect(await names('order=desc', token)).toEqual(['Lakeside Homes', 'Harborview Realty']);
		expect(await names('email=OFFICE@lakeside.example', token)).toEqual(['Lakeside Homes']);
		sandbox.state.seedLocations(30);
		const pages = [
			await names('', token),
			await names('skip=10', token),
			await names('skip=20&limit=20', token),
		];
		expect(pages.map(({ length }) => length)).toEqual([10, 10, 12]);
		expect(new Set(pages.flat()).size).toBe(32);
	});

	test("finds a location's own only with its token, and no other company's", async () => {
		expect(await names(`companyId=${DEMO.companyId}`)).toEqual(['Harborview Realty']);
		expect((await get('/locations/search?companyId=nobody')).status).toBe(403);
		expect((await get('/locations/search?order=sideways')).status).toBe(422);
	});
});

describe('tags of a location', () => {
	const tags = (method: string, path = '', body?: object) =>
		call(sandbox, method, `/locations/${locationId}/tags${path}`, body);

	test('are created, read, renamed and deleted, on the contacts as well', async () => {
		const { body } = await tags('POST', '', { name: 'Hot Lead' });
		expect(body.tag).toEqual({ id: expect.any(String), name: 'hot lead', locationId });
		const contactId = await create(sandbox, { tags: ['hot lead', 'other'] });
		const { id } = body.tag;
		expect((await tags('GET', `/${id}`)).body.tag.name).toBe('hot lead');
		expect((await tags('PUT', `/${id}`, { name: 'warm lead' })).body.tag.name).toBe('warm lead');
		expect(sandbox.state.contacts.get(contactId)?.tags).toEqual(['warm lead', 'other']);
		expect((await tags('DELETE', `/${id}`)).body).toEqual({ succeded: true });
		expect(sandbox.state.contacts.get(contactId)?.tags).toEqual(['other']);
		expect((await tags('GET', `/${id}`)).status).toBe(400);
	});

	test('of the same name are refused', async () => {
		expect((await tags('POST', '', { name: 'BUYER' })).status).toBe(400);
	});

	test('need their own scopes', async () => {
		const answer = await call(
			sandbox,
			'POST',
			`/locations/${locationId}/tags`,
			{ name: 'x' },
			{
				token: DEMO.readOnlyToken,
			},
		);
		expect(answer.status).toBe(401);
	});
});

describe('users', () => {
	const names = (body: { users: Array<{ firstName: string }> }) =>
		body.users.map(({ firstName }) => firstName);

	test("a location's token finds the users of its location", async () => {
		const { body } = await get(`/users/search?companyId=${DEMO.companyId}`);
		expect(body.count).toBe(3);
		expect(names(body)).toEqual(['Amelia', 'Ben', 'Chloe']);
		expect(names((await get(`/users/?locationId=${locationId}`)).body)).toEqual(['Amelia', 'Ben', 'Chloe']);
	});

	test('an agency token finds all of them, or those of one location', async () => {
		const search = (query: string) =>
			get(`/users/search?companyId=${DEMO.companyId}${query}`, DEMO.agencyToken);
		expect((await search('')).body.count).toBe(4);
		expect(names((await search(`&locationId=${DEMO.otherLocationId}`)).body)).toEqual(['Daniel']);
		expect(names((await search('&query=BEN')).body)).toEqual(['Ben']);
		expect(names((await search('&limit=1&skip=1')).body)).toEqual(['Ben']);
	});

	test('are searched in a company', async () => {
		const { status, body } = await get('/users/search');
		expect(status).toBe(422);
		expect(body.message).toContain('companyId should not be empty');
		expect((await get('/users/search?companyId=other')).status).toBe(403);
	});

	test('one is read with a token of its location or of its agency', async () => {
		const path = `/users/${DEMO.users.ben}`;
		const { status, body } = await get(path);
		expect(status).toBe(200);
		expect(body).toEqual({
			id: DEMO.users.ben,
			name: 'Ben Okafor',
			firstName: 'Ben',
			lastName: 'Okafor',
			email: 'ben@harborview.example',
			phone: '',
			extension: '',
			roles: { type: 'account', role: 'user', locationIds: [locationId] },
		});
		expect((await get(path, DEMO.agencyToken)).body).toEqual(body);
		expect((await get(`${path}?locationId=${locationId}`)).status).toBe(422);
	});

	test("one that does not exist is refused with 400, another location's with 403", async () => {
		const { status, body } = await get('/users/nobody');
		expect(status).toBe(400);
		expect(body.message).toBe('User with id nobody not found');
		expect((await get(`/users/${DEMO.users.daniel}`)).status).toBe(403);
		const stranger = sandbox.state.users.get(DEMO.users.daniel);
		sandbox.state.users.set('usStranger', { ...stranger!, id: 'usStranger', companyId: 'other' });
		expect((await get('/users/usStranger', DEMO.agencyToken)).status).toBe(403);
	});

	test('one is not read without the scope', async () => {
		const { body } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes: ['contacts.readonly'] });
		expect((await get(`/users/${DEMO.users.ben}`, body.token)).status).toBe(401);
	});
});

test('workflows and campaigns are listed', async () => {
	const { body } = await get(`/workflows/?locationId=${locationId}`);
	expect(body.workflows).toHaveLength(2);
	const campaigns = async (status: string) =>
		(await get(`/campaigns/?locationId=${locationId}&status=${status}`)).body.campaigns;
	expect(await campaigns('published')).toEqual([
		{ id: DEMO.campaigns.spring, locationId, name: 'Spring open houses', status: 'published' },
	]);
	expect(await campaigns('draft')).toEqual([]);
});
