import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, DEMO, locationId, search, start } from './support';

let sandbox: HighLevelSandbox;
const { customFields, textBoxes } = DEMO;

beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
	const add = (id: string, fields: object) => sandbox.state.addContact({ id, locationId, ...fields });
	add('ada', {
		firstName: 'Ada',
		lastName: 'King',
		email: 'ada@x.example',
		phone: '+12125550001',
		additionalEmails: ['countess@x.example'],
		city: 'London',
		tags: ['vip', 'buyer'],
		timezone: 'Europe/London',
		dnd: true,
		followers: [DEMO.users.amelia],
		dateAdded: '2026-01-10T00:00:00.000Z',
		customFields: [
			{ id: customFields.budget, value: 100 },
			{ id: customFields.interests, value: ['Buying', 'Renting'] },
			{ id: customFields.moveInDate, value: '2026-05-01' },
			{ id: customFields.leadSourceDetail, value: 'Open House' },
			{ id: customFields.socialProfiles, value: { [textBoxes.linkedIn]: 'in/ada' } },
		],
	});
	add('ben', {
		firstName: 'Ben',
		email: 'ben@x.example',
		city: 'Hoboken',
		businessId: DEMO.businesses.northPier,
		workflows: [DEMO.workflows.newLead],
		dateAdded: '2026-02-10T00:00:00.000Z',
		customFields: [{ id: customFields.budget, value: 200 }],
	});
	add('cyd', {
		lastName: 'Reid',
		phone: '+12125550003',
		tags: ['buyer'],
		dateAdded: '2026-03-10T00:00:00.000Z',
	});
	sandbox.state.addContact({ id: 'zoe', locationId: DEMO.otherLocationId, email: 'zoe@x.example' });
});
afterAll(() => sandbox.close());

const found = async (body: Record<string, unknown>) => (await search(sandbox, body)).sort().join(' ');
const where = (field: string, operator: string, value?: unknown) =>
	found({ filters: [{ field, operator, value }] });
const refused = async (body: Record<string, unknown>) => {
	const answer = await call(sandbox, 'POST', '/contacts/search', { locationId, pageLimit: 10, ...body });
	expect(answer.status).toBe(400);
	return answer.body.message as string;
};

test("finds the location's contacts only, newest first", async () => {
	expect(await search(sandbox, {})).toEqual(['cyd', 'ben', 'ada']);
});

test('answers the search document: lower-case names, address, no time zone', async () => {
	const { body } = await call(sandbox, 'POST', '/contacts/search', {
		locationId,
		pageLimit: 1,
		filters: [{ field: 'id', operator: 'eq', value: 'ada' }],
	});
	expect(body).toMatchObject({ total: 1, traceId: expect.any(String) });
	const [contact] = body.contacts;
	expect(contact).toMatchObject({
		firstNameLowerCase: 'ada',
		lastNameLowerCase: 'king',
		additionalEmails: ['countess@x.example'],
		address: null,
		businessName: null,
		validEmail: null,
		phoneLabel: null,
		searchAfter: [Date.parse('2026-01-10T00:00:00.000Z'), 'ada'],
	});
	for (const absent of ['firstName', 'lastName', 'address1', 'timezone', 'dndSettings']) {
		expect(contact).not.toHaveProperty(absent);
	}
});

describe('a filter', () => {
	test.each([
		['email', 'eq', 'ADA@x.example', 'ada'],
		['email', 'not_eq', 'ada@x.example', 'ben cyd'],
		['email', 'exists', undefined, 'ada ben'],
		['email', 'not_exists', undefined, 'cyd'],
		['phone', 'eq', '+12125550003', 'cyd'],
		['phone', 'contains', '555000', 'ada cyd'],
		['firstNameLowerCase', 'contains', 'e', 'ben'],
		['city', 'not_contains', 'lond', 'ben cyd'],
		['tags', 'eq', 'buyer', 'ada cyd'],
		['tags', 'eq', ['vip', 'nothing'], 'ada'],
		['tags', 'not_exists', undefined, 'ben'],
		['dnd', 'eq', true, 'ada'],
		['timezone', 'eq', 'Europe/London', 'ada'],
		['businessName', 'contains', 'north pier', 'ben'],
		['followers', 'eq', DEMO.users.amelia, 'ada'],
		['activeWorkflows', 'eq', DEMO.workflows.newLead, 'ben'],
		['dateAdded', 'range', { gt: '2026-01-10T00:00:00.000Z', lte: '2026-02-10T00:00:00.000Z' }, 'ben'],
		['dateAdded', 'range', { gte: Date.parse('2026-02-10T00:00:00.000Z') }, 'ben cyd'],
		[`customFields.${customFields.budget}`, 'range', { lt: 150 }, 'ada'],
		[`customFields.${customFields.budget}`, 'eq', 200, 'ben'],
		[`customFields.${customFields.interests}`, 'eq', 'Renting', 'ada'],
		[`customFields.${customFields.moveInDate}`, 'range', { gte: '2026-04-30' }, 'ada'],
		[`customFields.${customFields.leadSourceDetail}`, 'contains', 'open', 'ada'],
		[`customFields.${customFields.socialProfiles}.${textBoxes.linkedIn}`, 'exists', undefined, 'ada'],
	])('%s %s %j finds %s', async (field, operator, value, expected) => {
		expect(await where(field, operator, value)).toBe(expected);
	});

	test('joins with others by AND, and nests', async () => {
		const tag = { field: 'tags', operator: 'eq', value: 'buyer' };
		const city = { field: 'city', operator: 'eq', value: 'Hoboken' };
		const dnd = { field: 'dnd', operator: 'eq', value: false };
		expect(await found({ filters: [tag, dnd] })).toBe('cyd');
		expect(await found({ filters: [{ group: 'OR', filters: [tag, city] }] })).toBe('ada ben cyd');
		expect(
			await found({ filters: [{ group: 'OR', filters: [{ group: 'AND', filters: [tag, dnd] }, city] }] }),
		).toBe('ben cyd');
	});

	test('on opportunities is checked and finds nobody', async () => {
		const nested = (field: string) => [
			{ field: 'opportunities', operator: 'nested', value: [{ field, operator: 'eq', value: 'x' }] },
		];
		expect(await found({ filters: nested('pipelineId') })).toBe('');
		expect(await refused({ filters: nested('colour') })).toBe('Invalid field opportunities.colour');
	});

	test.each([
		[{ field: 'additional_phones', operator: 'eq', value: 'x' }, 'Invalid field additional_phones'],
		[{ field: 'constructor', operator: 'eq', value: 'x' }, 'Invalid field constructor'],
		[{ field: 'email', operator: 'contains', value: 'x' }, 'Invalid operator contains for field email'],
		[{ field: 'dateAdded', operator: 'eq', value: 'x' }, 'Invalid operator eq for field dateAdded'],
		[{ field: 'dateAdded', operator: 'range', value: { from: 'x' } }, 'Invalid range for field dateAdded'],
		[{ field: 'city', operator: 'eq' }, 'Invalid value for field city'],
		[{ field: 'customFields.nobody', operator: 'eq', value: 'x' }, 'Invalid field customFields.nobody'],
		[
			{ field: `customFields.${DEMO.customFields.documents}`, operator: 'exists' },
			`Invalid operator exists for field customFields.${DEMO.customFields.documents}`,
		],
		[{ group: 'XOR', filters: [] }, 'Invalid group XOR'],
	])('%j is refused with 400', async (filter, message) => {
		expect(await refused({ filters: [filter] })).toBe(message);
	});
});

test.each([
	['ada king', 'ada'],
	['COUNTESS', 'ada'],
	['5550003', 'cyd'],
	['vip', 'ada'],
])('the free text %j finds %s', async (query, expected) => {
	expect(await found({ query })).toBe(expected);
});

describe('sorting', () => {
	test('by one or two fields, empty values last', async () => {
		expect(await search(sandbox, { sort: [{ field: 'email', direction: 'desc' }] })).toEqual([
			'ben',
			'ada',
			'cyd',
		]);
		const sort = [
			{ field: 'dnd', direction: 'asc' },
			{ field: 'dateAdded', direction: 'asc' },
		];
		expect(await search(sandbox, { sort })).toEqual(['ben', 'cyd', 'ada']);
	});

	test('by three fields, an unknown one or an unknown direction is refused', async () => {
		const by = (field: string, direction = 'asc') => ({ field, direction });
		expect(await refused({ sort: [by('email'), by('dnd'), by('source')] })).toMatch(/at most two/);
		expect(await refused({ sort: [by('phone')] })).toBe('Invalid sort field phone');
		expect(await refused({ sort: [by('email', 'up')] })).toBe('Invalid sort direction up');
	});
});

describe('paging', () => {
	test('by number', async () => {
		expect(await search(sandbox, { pageLimit: 2, page: 1 })).toEqual(['cyd', 'ben']);
		expect(await search(sandbox, { pageLimit: 2, page: 2 })).toEqual(['ada']);
		expect(await search(sandbox, { pageLimit: 2, page: 3 })).toEqual([]);
	});

	test.each([[[]], [[{ field: 'email', direction: 'asc' }]]])(
		"by the last contact's searchAfter, sorted by %j",
		async (sort) => {
			const seen: string[] = [];
			let searchAfter: unknown[] | undefined;
			for (;;) {
				const { body } = await call(sandbox, 'POST', '/contacts/search', {
					locationId,
					pageLimit: 1,
					sort,
					...(searchAfter ? { searchAfter } : {}),
				});
				if (body.contacts.length === 0) break;
				seen.push(body.contacts[0].id);
				searchAfter = body.contacts[0].searchAfter;
			}
			expect(seen).toEqual(await search(sandbox, { sort }));
		},
	);

	test('by number ends at 10,000 records', async () => {
		expect(await search(sandbox, { pageLimit: 100, page: 100 })).toEqual([]);
		expect(await refused({ pageLimit: 100, page: 101 })).toMatch(/searchAfter/);
	});

	test('takes a number or a cursor, not both, and no cursor of another length', async () => {
		expect(await refused({ page: 1, searchAfter: [1, 'x'] })).toMatch(/cannot be used together/);
		expect(await refused({ searchAfter: [1] })).toMatch(/2 values/);
	});

	test.each([
		[{ pageLimit: 101 }, 'pageLimit must not be greater than 100'],
		[{ pageLimit: 0 }, 'pageLimit must not be less than 1'],
		[{ pageLimit: '10' }, 'pageLimit must be a number conforming to the specified constraints'],
		[{ limit: 10 }, 'property limit should not exist'],
	])('%j is refused with 422', async (fields, message) => {
		const { status, body } = await call(sandbox, 'POST', '/contacts/search', {
			locationId,
			pageLimit: 10,
			...fields,
		});
		expect(status).toBe(422);
		expect(body.message).toContain(message);
	});
});
