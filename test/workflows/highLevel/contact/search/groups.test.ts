import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../../support/highLevel';
import { fail } from '../requests';
import type { Condition } from './conditions';
import { found, groups, only, sentFilters } from './conditions';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
	const { locationId } = DEMO;
	const people = [
		{ id: 'ada', city: 'Boston', tags: ['buyer'], dnd: true },
		{ id: 'ben', city: 'Boston', tags: ['seller'], dnd: false },
		{ id: 'cyd', city: 'Hoboken', tags: ['buyer'], dnd: false },
		{ id: 'dan', city: 'Yonkers', tags: [], dnd: false },
	];
	for (const person of people) sandbox.state.addContact({ locationId, ...person });
});
beforeEach(() => void (sandbox.requests.length = 0));
afterAll(async () => await sandbox.close());

const city = (value: string): Condition => ({ field: 'city', operator: 'eq', value });
const tag = (value: string): Condition => ({ field: 'tags', operator: 'eq', value });
const dnd = (value: unknown): Condition => ({ field: 'dnd', operator: 'eq', value: value as string });

describe('groups, and the conditions in them, are joined as the operator chose', () => {
	test.each<[groupsMustMatch: 'AND' | 'OR', one: 'AND' | 'OR', two: 'AND' | 'OR', finds: string]>([
		['AND', 'AND', 'AND', ''],
		['AND', 'OR', 'OR', 'ada ben'],
		['AND', 'AND', 'OR', 'ada'],
		['OR', 'AND', 'AND', 'ada'],
		['OR', 'AND', 'OR', 'ada ben dan'],
		['OR', 'OR', 'AND', 'ada ben cyd'],
		['OR', 'OR', 'OR', 'ada ben cyd dan'],
	])('%s over (Boston %s buyer) and (Yonkers %s Boston)', async (groupsMustMatch, one, two, finds) => {
		const parameters = groups(
			groupsMustMatch,
			[one, city('Boston'), tag('buyer')],
			[two, city('Yonkers'), city('Boston')],
		);

		expect(await found(sandbox, parameters)).toBe(finds);
		expect(sentFilters(sandbox)).toEqual([
			{
				group: groupsMustMatch,
				filters: [
					{ group: one, filters: [city('Boston'), tag('buyer')] },
					{ group: two, filters: [city('Yonkers'), city('Boston')] },
				],
			},
		]);
	});

	test('each item has its own conditions', async () => {
		const parameters = only(city('={{ $json.city }}'));

		expect(await found(sandbox, parameters, { items: [{ city: 'Hoboken' }, { city: 'Yonkers' }] })).toBe(
			'cyd dan',
		);
	});
});

describe('without any condition, all contacts are found, and HighLevel gets no empty group', () => {
	test.each<[what: string, parameters: IDataObject]>([
		['nothing was added', { filterType: 'conditions' }],
		['groups were added and removed', { groups: {} }],
		['a group is empty', groups('AND', ['AND'])],
		['all groups are empty', groups('OR', ['AND'], ['OR'])],
		['a group has no list at all', { groups: { group: [{ mustMatch: 'AND', conditions: {} }] } }],
		['JSON is left at its default', { filterType: 'json' }],
		['JSON is blank', { filterType: 'json', filtersJson: ' ' }],
		['JSON is an empty list', { filterType: 'json', filtersJson: '[]' }],
	])('%s', async (_, parameters) => {
		expect(await found(sandbox, parameters)).toBe('ada ben cyd dan');
		expect(sentFilters(sandbox)).toBeUndefined();
	});

	test('an empty group beside a filled one is left out', async () => {
		expect(await found(sandbox, groups('AND', ['OR'], ['AND', city('Boston')]))).toBe('ada ben');
	});
});

describe('JSON', () => {
	const deep = [
		{
			group: 'OR',
			filters: [
				{
					group: 'AND',
					filters: [
						{ group: 'OR', filters: [city('Boston'), { group: 'AND', filters: [city('Hoboken')] }] },
						{ field: 'dnd', operator: 'eq', value: false },
					],
				},
				{ field: 'id', operator: 'eq', value: 'dan' },
			],
		},
		{ field: 'id', operator: 'not_eq', value: 'ben' },
	];

	test.each([
		['as text', JSON.stringify(deep)],
		['as a list from an expression', '={{ $json.filters }}'],
		['as text from an expression', '={{ JSON.stringify($json.filters) }}'],
	])('is sent as it is, nested as deep as one likes (%s)', async (_, filtersJson) => {
		const items = [{ filters: deep as unknown as IDataObject[] }];

		expect(await found(sandbox, { filterType: 'json', filtersJson }, { items })).toBe('cyd dan');
		expect(sentFilters(sandbox)).toEqual(deep);
	});

	test.each([
		['{"field":"city","operator":"eq","value":"Boston"}', 'is not a list'],
		['"city"', 'is not a list'],
		['7', 'is not a list'],
		['null', 'is not a list'],
		['[{"field": "city"', 'is not JSON: '],
		["[{'field': 'city'}]", 'is not JSON: '],
	])('%s is refused before anything is sent, with an example', async (filtersJson, reason) => {
		const error = await fail(sandbox, 'search', { parameters: { filterType: 'json', filtersJson } });

		expect(error.message).toContain(`"Filters (JSON)" ${reason}`);
		expect(error.description).toContain('{"field": "email", "operator": "eq"');
		expect(error.details).toMatchObject({ field: 'filtersJson' });
		expect(sandbox.requests).toEqual([]);
	});

	test('what HighLevel does not know is refused by HighLevel, in its own words', async () => {
		const filtersJson = '[{"field":"additional_phones","operator":"eq","value":"1"}]';
		const error = await fail(sandbox, 'search', { parameters: { filterType: 'json', filtersJson } });

		expect(error.message).toBe('HighLevel refused the data: Invalid field additional_phones');
		expect(error.details).toMatchObject({ httpCode: 400, traceId: expect.any(String) });
	});
});

test('the search text narrows what the conditions find', async () => {
	sandbox.state.updateContact('ada', { email: 'ada@mail.example' });
	const parameters = { ...only(dnd('true')), options: { query: ' ADA@mail ' } };

	expect(await found(sandbox, parameters)).toBe('ada');
	expect(sandbox.requests[0]?.body).toMatchObject({ query: 'ADA@mail' });
	sandbox.requests.length = 0;
	expect(await found(sandbox, { ...only(dnd('false')), options: { query: 'ada@mail' } })).toBe('');
});

test.each([[' '], ['']])('a blank search text (%j) is not sent', async (query) => {
	expect(await found(sandbox, { ...only(city('Yonkers')), options: { query } })).toBe('dan');
	expect(sandbox.requests[0]?.body).not.toHaveProperty('query');
});

test('a field that is not on the list is refused before anything is sent', async () => {
	for (const field of ['additional_phones', 'constructor']) {
		const error = await fail(sandbox, 'search', { parameters: only({ field, operator: 'eq', value: 'x' }) });
		expect(error.message).toBe(`"Field" has no option "${field}"`);
	}
	expect(sandbox.requests).toEqual([]);
});
