import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from './requests';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
	const { locationId, users } = DEMO;
	const people = [
		{
			firstName: 'Ava',
			lastName: 'Young',
			email: 'ava@mail.example',
			phone: '+12125550141',
			source: 'Website',
			companyName: 'Zenith',
			tags: ['buyer', 'newsletter'],
			assignedTo: users.amelia,
			dateAdded: '2026-03-01T12:00:00.000Z',
			dateUpdated: '2026-03-09T12:00:00.000Z',
		},
		{
			firstName: 'Ben',
			lastName: 'Young',
			email: 'ben@mail.example',
			phone: '+12125550142',
			source: 'Referral',
			companyName: 'Acme',
			tags: ['buyer'],
			assignedTo: users.chloe,
			dateAdded: '2026-03-02T12:00:00.000Z',
			dateUpdated: '2026-03-08T12:00:00.000Z',
		},
		{
			firstName: 'Cleo',
			lastName: 'Adams',
			email: 'cleo@mail.example',
			phone: '+442071838750',
			source: 'Open house',
			companyName: 'Mid',
			tags: [],
			dateAdded: '2026-03-03T12:00:00.000Z',
			dateUpdated: '2026-03-07T12:00:00.000Z',
		},
	];
	for (const person of people) sandbox.state.addContact({ locationId, ...person });
	sandbox.state.addContact({ locationId: DEMO.otherLocationId, firstName: 'Stranger' });
});
beforeEach(() => void (sandbox.requests.length = 0));
afterAll(async () => await sandbox.close());

async function names(filters: IDataObject, options: IDataObject = {}, timezone?: string): Promise<string> {
	const contacts = await succeed(sandbox, 'getAll', {
		parameters: { returnAll: true, filters, options },
		timezone,
	});
	return contacts.map(({ email }) => String(email).split('@')[0]).join(' ');
}

describe('each filter lets through the contacts that match, and no others', () => {
	test.each<[filters: IDataObject, expected: string]>([
		[{}, 'cleo ben ava'],
		[{ email: 'ben@mail.example' }, 'ben'],
		[{ phone: '+12125550142' }, 'ben'],
		[{ phone: '+1 (212) 555-0142' }, 'ben'],
		[{ source: 'Website' }, 'ava'],
		[{ assignedTo: DEMO.users.chloe }, 'ben'],
		[{ tags: 'buyer' }, 'ben ava'],
		[{ tags: 'Buyer, newsletter' }, 'ava'],
		[{ query: 'zenith' }, 'ava'],
		[{ query: 'young', tags: 'newsletter' }, 'ava'],
		[{ addedAfter: '2026-03-02T12:00:00Z' }, 'cleo ben'],
		[{ addedBefore: '2026-03-02T12:00:00Z' }, 'ben ava'],
		[{ addedAfter: '2026-03-02T00:00:00Z', addedBefore: '2026-03-03T00:00:00Z' }, 'ben'],
		[{ updatedAfter: '2026-03-08T12:00:00Z' }, 'ben ava'],
		[{ updatedBefore: '2026-03-08T12:00:00Z' }, 'cleo ben'],
		[{ addedAfter: '={{ DateTime.fromISO("2026-03-02T12:00:01Z") }}' }, 'cleo'],
		[{ email: '', tags: '', query: '', addedAfter: '' }, 'cleo ben ava'],
	])('%j', async (filters, expected) => {
		expect(await names(filters)).toBe(expected);
	});
});

test('a time without a zone is one of the workflow, not of the server', async () => {
	const addedAfter = '2026-03-02T08:00:00';

	expect(await names({ addedAfter }, {}, 'America/New_York')).toBe('cleo');
	expect(await names({ addedAfter }, {}, 'UTC')).toBe('cleo ben');
	const sent = sandbox.requests.map(({ body }) => (body as { filters: IDataObject[] }).filters[0]?.value);
	expect(sent).toEqual([{ gte: '2026-03-02T13:00:00.000Z' }, { gte: '2026-03-02T08:00:00.000Z' }]);
});

describe('the order is the chosen one', () => {
	test.each<[sortBy: string, ascending: string, descending: string]>([
		['dateAdded', 'ava ben cleo', 'cleo ben ava'],
		['dateUpdated', 'cleo ben ava', 'ava ben cleo'],
		['firstNameLowerCase', 'ava ben cleo', 'cleo ben ava'],
		['lastNameLowerCase', 'cleo ben ava', 'ben ava cleo'],
		['email', 'ava ben cleo', 'cleo ben ava'],
		['source', 'cleo ben ava', 'ava ben cleo'],
		['businessName', 'ben cleo ava', 'ava cleo ben'],
	])('%s', async (sortBy, ascending, descending) => {
		expect(await names({}, { sortBy, sortDirection: 'asc' })).toBe(ascending);
		expect(await names({}, { sortBy, sortDirection: 'desc' })).toBe(descending);
	});

	test('the newest come first where nothing is chosen, and a limit takes the newest', async () => {
		const contacts = await succeed(sandbox, 'getAll', { parameters: { returnAll: false, limit: 2 } });

		expect(contacts.map(({ email }) => email)).toEqual(['cleo@mail.example', 'ben@mail.example']);
	});

	test('a limit by date of change takes those that changed last', async () => {
		const contacts = await succeed(sandbox, 'getAll', {
			parameters: { returnAll: false, limit: 1, options: { sortBy: 'dateUpdated' } },
		});

		expect(contacts.map(({ email }) => email)).toEqual(['ava@mail.example']);
	});
});

test('nothing found puts out nothing', async () => {
	expect(
		await succeed(sandbox, 'getAll', { parameters: { filters: { email: 'nobody@mail.example' } } }),
	).toEqual([]);
});

test('contacts come without the cursor that only the search needs', async () => {
	const [contact] = await succeed(sandbox, 'getAll', { parameters: { limit: 1, simplify: false } });

	expect(contact).toMatchObject({ email: 'cleo@mail.example' });
	expect(contact).not.toHaveProperty('searchAfter');
});

test.each([0, -1, 1.5, 'many'])('a limit of %j is refused before anything is sent', async (limit) => {
	const error = await fail(sandbox, 'getAll', {
		parameters: { returnAll: false, limit: `={{ ${JSON.stringify(limit)} }}` },
	});

	expect(error.message).toContain('"Limit" must be a whole number of 1 or more');
	expect(sandbox.requests).toEqual([]);
});

test('a date that cannot be read is refused with its name, not left out', async () => {
	const error = await fail(sandbox, 'getAll', { parameters: { filters: { updatedAfter: 'last week' } } });

	expect(error.message).toContain('"Updated After" is not a date: last week');
	expect(sandbox.requests).toEqual([]);
});

describe('the deprecated list', () => {
	const options = { endpoint: 'list' };

	test('finds by text', async () => {
		expect(await names({ query: 'young' }, options)).toBe('ben ava');
		expect(sandbox.requests).toMatchObject([
			{ method: 'GET', path: '/contacts/', query: { query: 'young' } },
		]);
	});

	test('says that it knows no other filter, instead of leaving it out', async () => {
		const error = await fail(sandbox, 'getAll', { parameters: { filters: { tags: 'buyer' }, options } });

		expect(error.message).toContain('The deprecated list knows no filter but the search text');
		expect(error.description).toContain('Options > Endpoint');
		expect(sandbox.requests).toEqual([]);
	});
});

test('a day as the end of a span counts as a whole', async () => {
	const { id } = sandbox.state.addContact({
		locationId: DEMO.locationId,
		email: 'evening@mail.example',
		dateAdded: '2019-03-31T22:30:00.000Z',
	});
	const found = await succeed(sandbox, 'getAll', {
		parameters: {
			returnAll: true,
			filters: { addedAfter: '2019-03-31', addedBefore: '2019-03-31' },
			options: {},
		},
	});
	sandbox.state.removeContact(id);
	expect(found.map((contact) => contact.id)).toEqual([id]);
});
