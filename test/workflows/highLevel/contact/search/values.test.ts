import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../../support/highLevel';
import { calls, fail } from '../requests';
import { found, only, sentCondition } from './conditions';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const person = (fields: object) => sandbox.state.addContact({ locationId: DEMO.locationId, ...fields });

describe('a time range', () => {
	const range = (from: string, to: string) => only({ field: 'dateAdded', operator: 'range', from, to });

	beforeEach(() => {
		person({ id: 'evening', dateAdded: '2026-03-31T23:30:00.000Z' });
		person({ id: 'midnight', dateAdded: '2026-04-01T00:00:00.000Z' });
		person({ id: 'night', dateAdded: '2026-04-01T03:30:00.000Z' });
	});

	test.each<[timezone: string, from: string, to: string, sent: object, finds: string]>([
		[
			'UTC',
			'2026-04-01',
			'2026-04-01',
			{ gte: '2026-04-01T00:00:00.000Z', lte: '2026-04-01T23:59:59.999Z' },
			'midnight night',
		],
		[
			'America/New_York',
			'2026-03-31',
			'2026-03-31',
			{ gte: '2026-03-31T04:00:00.000Z', lte: '2026-04-01T03:59:59.999Z' },
			'evening midnight night',
		],
		['America/New_York', '2026-04-01', '', { gte: '2026-04-01T04:00:00.000Z' }, ''],
		['Pacific/Auckland', '', '03/31/2026', { lte: '2026-03-31T10:59:59.999Z' }, ''],
		// The night in which New York changes to summer time has 23 hours.
		['America/New_York', '', '2026-03-08', { lte: '2026-03-09T03:59:59.999Z' }, ''],
	])(
		'of days in the time zone of the workflow takes in the last day (%s: %s to %s)',
		async (timezone, from, to, sent, finds) => {
			expect(await found(sandbox, range(from, to), { timezone })).toBe(finds);
			expect(sentCondition(sandbox)).toMatchObject({ value: sent });
		},
	);

	test.each<[from: string, to: string, sent: object, finds: string]>([
		[
			'2026-03-31T19:30:00',
			'2026-03-31T20:00:00',
			{ gte: '2026-03-31T23:30:00.000Z', lte: '2026-04-01T00:00:00.000Z' },
			'evening midnight',
		],
		[
			'2026-04-01T02:00:00+02:00',
			'2026-04-01T00:00:00Z',
			{ gte: '2026-04-01T00:00:00.000Z', lte: '2026-04-01T00:00:00.000Z' },
			'midnight',
		],
		['2026-03-31 19:31:00', '', { gte: '2026-03-31T23:31:00.000Z' }, 'midnight night'],
		["={{ DateTime.fromISO('2026-04-01T03:30:00Z') }}", '', { gte: '2026-04-01T03:30:00.000Z' }, 'night'],
	])('of times is exact: %s to %s', async (from, to, sent, finds) => {
		expect(await found(sandbox, range(from, to), { timezone: 'America/New_York' })).toBe(finds);
		expect((sentCondition(sandbox) as { value: object }).value).toEqual(sent);
	});

	test.each([
		['soon', '', '"Date Added" is not a date: soon'],
		['', '12:30', '"Date Added" is not a date: 12:30'],
		['', '', 'The condition on "Date Added" has neither "From" nor "To"'],
		[' ', '', 'The condition on "Date Added" has neither "From" nor "To"'],
	])('from %j to %j is refused before anything is sent', async (from, to, message) => {
		expect((await fail(sandbox, 'search', { parameters: range(from, to) })).message).toBe(message);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('a phone is found however it is written', () => {
	beforeEach(() => {
		person({ id: 'ada', phone: '+12125550142' });
		person({ id: 'ben', phone: '+442071838750' });
	});

	test.each([
		['+12125550142', 'ada'],
		['+1 (212) 555-0142', 'ada'],
		['001 212 555 0142', 'ada'],
		['(212) 555-0142', 'ada'],
		['212.555.0142', 'ada'],
		['+44 (0)20 7183 8750', 'ben'],
	])('%s', async (value, finds) => {
		expect(await found(sandbox, only({ field: 'phone', operator: 'eq', value }))).toBe(finds);
		sandbox.requests.length = 0;
		const others = finds === 'ada' ? 'ben' : 'ada';
		expect(await found(sandbox, only({ field: 'phone', operator: 'not_eq', value }))).toBe(others);
	});

	test('a part of it stays a part', async () => {
		for (const [operator, finds] of [
			['contains', 'ada'],
			['not_contains', 'ben'],
		] as const) {
			sandbox.requests.length = 0;
			const value = '2125550142';
			expect(await found(sandbox, only({ field: 'phone', operator, value }))).toBe(finds);
			expect(sentCondition(sandbox)).toEqual({ field: 'phone', operator, value });
		}
	});

	test('a token that may not read the location searches by what was written', async () => {
		const token = sandbox.state.tokens.get(DEMO.token);
		if (!token) throw new Error('The demo has no token');
		const narrow = 'pit-00000000-demo-demo-demo-00000narrow2';
		sandbox.state.tokens.set(narrow, { ...token, token: narrow, scopes: ['contacts.readonly'] });
		const parameters = only({ field: 'phone', operator: 'eq', value: '(212) 555-0142' });

		expect(await found(sandbox, parameters, { token: narrow })).toBe('');
		expect(sentCondition(sandbox)).toMatchObject({ value: '(212) 555-0142' });
	});

	test('a phone with country code costs no further request', async () => {
		await found(sandbox, only({ field: 'phone', operator: 'eq', value: '+1 212 555 0142' }));
		expect(calls(sandbox)).toEqual(['POST /contacts/search']);
	});
});

describe('true and false', () => {
	beforeEach(() => {
		person({ id: 'ada', dnd: true });
		person({ id: 'ben', dnd: false });
	});

	test.each([
		['true', 'ada'],
		[' False ', 'ben'],
		['yes', 'ada'],
		['1', 'ada'],
		['OFF', 'ben'],
		['={{ true }}', 'ada'],
		['={{ false }}', 'ben'],
	])('%j is one of them', async (value, finds) => {
		expect(await found(sandbox, only({ field: 'dnd', operator: 'eq', value }))).toBe(finds);
		expect((sentCondition(sandbox) as { value: unknown }).value).toBe(finds === 'ada');
	});

	test.each([['perhaps'], ['2'], ['yes?']])('%j is not taken for "false"; it is refused', async (value) => {
		const error = await fail(sandbox, 'search', {
			parameters: only({ field: 'dnd', operator: 'eq', value }),
		});

		expect(error.message).toBe(`"Do Not Disturb" is either true or false, not "${value}"`);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('a value that is missing or no text is refused before anything is sent', () => {
	test.each([
		['', 'The condition on "City" has no value'],
		['  ', 'The condition on "City" has no value'],
		['={{ $json.nothing }}', 'The condition on "City" has no value'],
		['={{ ["Boston"] }}', '"City" must be text, but it is a list'],
		['={{ ({ city: "Boston" }) }}', '"City" must be text, but it is an object'],
	])('%j', async (value, message) => {
		const error = await fail(sandbox, 'search', {
			parameters: only({ field: 'city', operator: 'eq', value }),
		});

		expect(error.message).toBe(message);
		expect(sandbox.requests).toEqual([]);
	});
});

test('a number is searched as the text that the field holds', async () => {
	person({ id: 'ada', postalCode: '10004' });
	const parameters = only({ field: 'postalCode', operator: 'eq', value: '={{ 10004 }}' });

	expect(await found(sandbox, parameters)).toBe('ada');
	expect(sentCondition(sandbox)).toMatchObject({ value: '10004' });
});
