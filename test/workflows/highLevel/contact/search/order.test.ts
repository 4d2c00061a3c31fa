import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../../support/highLevel';
import { requestsOf } from '../../../../support/sandboxRuns';
import { fail, stored, succeed } from '../requests';
import { only } from './conditions';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const sorted = (...orders: Array<[field: string, direction: string]>): IDataObject => ({
	options: { sort: { order: orders.map(([field, direction]) => ({ field, direction })) } },
});

const bodies = () => requestsOf(sandbox, 'POST').map(({ body }) => body as IDataObject);

async function ids(parameters: IDataObject): Promise<string> {
	return (await succeed(sandbox, 'search', { parameters })).map(({ id }) => String(id)).join(' ');
}

describe('the order', () => {
	beforeEach(() => {
		const { locationId } = DEMO;
		const people = [
			{ id: 'ada', firstName: 'Ada', lastName: 'Young', email: 'x@mail.example', source: 'Fair' },
			{ id: 'ben', firstName: 'ben', lastName: 'Adams', email: 'z@mail.example', source: 'Web', dnd: true },
			{ id: 'cyd', firstName: 'Cyd', lastName: 'young', email: 'y@mail.example', source: 'Fair' },
		];
		people.forEach((person, day) =>
			sandbox.state.addContact({
				locationId,
				companyName: `Company ${person.email}`,
				dateAdded: `2026-03-0${day + 1}T12:00:00.000Z`,
				dateUpdated: `2026-03-0${9 - day}T12:00:00.000Z`,
				...person,
			}),
		);
	});

	test('is the newest first when none is given', async () => {
		expect(await ids({})).toBe('cyd ben ada');
	});

	test.each([
		['firstNameLowerCase', 'ada ben cyd'],
		['email', 'ada cyd ben'],
		['businessName', 'ada cyd ben'],
		['dateAdded', 'ada ben cyd'],
		['dateUpdated', 'cyd ben ada'],
	])('by %s, both ways', async (field, ascending) => {
		expect(await ids(sorted([field, 'asc']))).toBe(ascending);
		expect(await ids(sorted([field, 'desc']))).toBe(ascending.split(' ').reverse().join(' '));
	});

	test.each([
		['lastNameLowerCase', 'asc', 'ben cyd ada'],
		['source', 'asc', 'cyd ada ben'],
		['dnd', 'desc', 'ben cyd ada'],
	])('by %s (%s) has the newest first among equals', async (field, direction, order) => {
		expect(await ids(sorted([field, direction]))).toBe(order);
	});

	test.each<[orders: Array<[string, string]>, order: string]>([
		[
			[
				['source', 'asc'],
				['firstNameLowerCase', 'asc'],
			],
			'ada cyd ben',
		],
		[
			[
				['source', 'desc'],
				['email', 'desc'],
			],
			'ben cyd ada',
		],
		[
			[
				['lastNameLowerCase', 'desc'],
				['dateAdded', 'asc'],
			],
			'ada cyd ben',
		],
	])('by two fields: %j', async (orders, order) => {
		expect(await ids(sorted(...orders))).toBe(order);
		expect(bodies()[0]?.sort).toEqual(orders.map(([field, direction]) => ({ field, direction })));
	});

	test('by three fields is refused before anything is sent', async () => {
		const parameters = sorted(['source', 'asc'], ['email', 'asc'], ['dnd', 'asc']);
		const error = await fail(sandbox, 'search', { parameters });

		expect(error.message).toBe('HighLevel sorts by two fields at most');
		expect(error.description).toContain('Remove an order');
		expect(sandbox.requests).toEqual([]);
	});
});

describe('Return All', () => {
	test('gives each of 2,600 contacts once, in an order by two fields, with the conditions on every page', async () => {
		sandbox.state.seedContacts(2_600);
		sandbox.state.seedContacts(100, DEMO.otherLocationId);
		const contacts = await succeed(sandbox, 'search', {
			parameters: {
				...only({ field: 'country', operator: 'eq', value: 'US' }),
				returnAll: true,
				simplify: false,
				options: {
					query: 'mail.example',
					...(sorted(['source', 'asc'], ['lastNameLowerCase', 'desc']).options as IDataObject),
				},
			},
		});

		const found = contacts.map(({ id }) => String(id));
		expect([...found].sort()).toEqual(
			stored(sandbox)
				.map(({ id }) => id)
				.sort(),
		);
		const order = contacts.map(({ source, lastNameLowerCase }) => [
			String(source),
			String(lastNameLowerCase),
		]);
		expect(order).toEqual(
			[...order].sort(([a = '', x = ''], [b = '', y = '']) => a.localeCompare(b) || y.localeCompare(x)),
		);
		expect(bodies()).toHaveLength(27);
		for (const [page, body] of bodies().entries()) {
			expect(body).toMatchObject({
				locationId: DEMO.locationId,
				query: 'mail.example',
				filters: [{ group: 'AND' }],
				sort: [{ field: 'source' }, { field: 'lastNameLowerCase' }],
			});
			expect('page' in body).toBe(page === 0);
		}
	});

	test('without it, no more is read than the limit asks for', async () => {
		sandbox.state.seedContacts(300);
		const contacts = await succeed(sandbox, 'search', { parameters: { returnAll: false, limit: 130 } });

		expect(contacts).toHaveLength(130);
		expect(bodies().map(({ pageLimit }) => pageLimit)).toEqual([100, 30]);
	});

	test.each([[0], [-1], [2.5], ['many']])(
		'a limit of %j is refused before anything is sent',
		async (limit) => {
			const error = await fail(sandbox, 'search', { parameters: { returnAll: false, limit } });

			expect(error.message).toBe('"Limit" must be a whole number of 1 or more');
			expect(sandbox.requests).toEqual([]);
		},
	);
});
