import { GoHighLevel } from '../../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { ALL_SCOPES, DEMO } from '../../../../../sandbox/highLevel';
import { runContact, startSandbox } from '../../../../support/highLevel';
import { editorContext } from '../../pickers/editor';
import { calls, fail } from '../requests';
import type { Condition } from './conditions';
import { found, only, sentCondition } from './conditions';

const F = DEMO.customFields;
const { linkedIn, instagram } = DEMO.textBoxes;
const { getContactCustomFields } = new GoHighLevel().methods.loadOptions;

/** May read contacts, but not the definitions of custom fields. */
const NARROW_TOKEN = 'pit-00000000-demo-demo-demo-00000narrow1';

const OPERATORS: Record<string, string> = {
	eq: 'Is',
	not_eq: 'Is Not',
	contains: 'Contains',
	not_contains: 'Does Not Contain',
	exists: 'Exists',
	not_exists: 'Does Not Exist',
	range: 'Is Between',
};
const TEXT = 'eq not_eq contains not_contains exists not_exists';

let sandbox: HighLevelSandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
	const { locationId } = DEMO;
	sandbox.state.addContact({
		locationId,
		id: 'ada',
		customFields: [
			{ id: F.leadSourceDetail, value: 'Spring fair' },
			{ id: F.budget, value: 450_000 },
			{ id: F.moveInDate, value: '2027-03-01' },
			{ id: F.propertyType, value: 'Condo' },
			{ id: F.interests, value: ['Buying', 'Renting'] },
			{ id: F.notesFromAgent, value: 'Wants a view' },
			{ id: F.bedrooms, value: 3 },
			{ id: F.amenities, value: ['Garage'] },
			{ id: F.preferredContact, value: 'Phone' },
			{ id: F.workPhone, value: '+12125550199' },
			{ id: F.socialProfiles, value: { [linkedIn]: 'ada-king', [instagram]: 'countess' } },
		],
	});
	sandbox.state.addContact({
		locationId,
		id: 'ben',
		customFields: [
			{ id: F.leadSourceDetail, value: 'Website' },
			{ id: F.budget, value: 900_000 },
			{ id: F.moveInDate, value: '2027-09-01' },
			{ id: F.propertyType, value: 'Land' },
			{ id: F.interests, value: ['Selling'] },
			{ id: F.notesFromAgent, value: 'Calls at noon' },
			{ id: F.bedrooms, value: 5 },
			{ id: F.amenities, value: ['Pool'] },
			{ id: F.preferredContact, value: 'E-mail' },
			{ id: F.workPhone, value: '+442071838750' },
			{ id: F.socialProfiles, value: { [linkedIn]: 'ben-clay' } },
		],
	});
	sandbox.state.addContact({ locationId, id: 'nil' });
	const token = sandbox.state.tokens.get(DEMO.token);
	if (!token) throw new Error('The demo has no token');
	const scopes = ALL_SCOPES.filter((scope) => !scope.includes('customFields'));
	sandbox.state.tokens.set(NARROW_TOKEN, { ...token, token: NARROW_TOKEN, scopes });
});
afterEach(async () => await sandbox.close());

const condition = (customField: string, operator: string, more: object = {}): Condition => ({
	field: 'customField',
	customField,
	operator,
	...more,
});

interface Row {
	customField: string;
	operators: string;
	value?: string;
	sent?: unknown;
	part?: string;
	from?: string;
	to?: string;
	range?: object;
}

const ROWS: Array<[type: string, row: Row]> = [
	['text', { customField: F.leadSourceDetail, operators: TEXT, value: 'Spring fair', part: 'spring' }],
	['large text', { customField: F.notesFromAgent, operators: TEXT, value: 'Wants a view', part: 'VIEW' }],
	['single options', { customField: F.propertyType, operators: TEXT, value: 'Condo', part: 'con' }],
	['radio', { customField: F.preferredContact, operators: TEXT, value: 'Phone', part: 'hon' }],
	['phone', { customField: F.workPhone, operators: TEXT, value: '+12125550199', part: '555' }],
	[
		'a box of a text box list',
		{ customField: `${F.socialProfiles}.${linkedIn}`, operators: TEXT, value: 'ada-king', part: 'king' },
	],
	['checkbox', { customField: F.amenities, operators: 'eq not_eq exists not_exists', value: 'Garage' }],
	[
		'multiple options',
		{ customField: F.interests, operators: 'eq not_eq exists not_exists', value: 'Renting' },
	],
	[
		'number',
		{
			customField: F.bedrooms,
			operators: 'range eq not_eq exists not_exists',
			value: '3',
			sent: 3,
			from: '2',
			to: '3',
			range: { gte: 2, lte: 3 },
		},
	],
	[
		'money, as people write it',
		{
			customField: F.budget,
			operators: 'range eq not_eq exists not_exists',
			value: '$450,000',
			sent: 450_000,
			from: '$400,000',
			to: '500000.50',
			range: { gte: 400_000, lte: 500_000.5 },
		},
	],
	[
		'date, the last day included',
		{
			customField: F.moveInDate,
			operators: 'range exists not_exists',
			from: '2027-02-01',
			to: '03/01/2027',
			range: { gte: '2027-02-01', lte: '2027-03-01' },
		},
	],
];

describe.each(ROWS)('a custom field: %s', (_, row) => {
	const { customField, value, part, from, to } = row;
	const operators = row.operators.split(' ');

	test.each(operators)('%s finds the right contacts', async (operator) => {
		const given = operator.endsWith('contains') ? part : value;
		const parameters = only(condition(customField, operator, { value: given, from, to }));
		const finds: Record<string, string> = {
			eq: 'ada',
			not_eq: 'ben nil',
			contains: 'ada',
			not_contains: 'ben nil',
			exists: 'ada ben',
			not_exists: 'nil',
			range: 'ada',
		};
		// Far from UTC: the day of a custom field has no zone.
		expect(await found(sandbox, parameters, { timezone: 'Pacific/Auckland' })).toBe(finds[operator]);

		const values: Record<string, unknown> = {
			eq: row.sent ?? value,
			not_eq: row.sent ?? value,
			contains: part,
			not_contains: part,
			range: row.range,
		};
		expect(sentCondition(sandbox)).toEqual({
			field: `customFields.${customField}`,
			operator,
			...(operator in values ? { value: values[operator] } : {}),
		});
	});

	test('any other condition is refused before the search is sent', async () => {
		const wrong = Object.keys(OPERATORS).filter((operator) => !operators.includes(operator));
		const { errorItems } = await runContact(sandbox, 'search', {
			items: wrong.map((operator) => ({ operator })),
			parameters: only(condition(customField, '={{ $json.operator }}', { value: '1', from: '1' })),
			onError: 'continueErrorOutput',
		});

		expect(errorItems.map(({ json }) => json.error)).toEqual(
			wrong.map((operator) =>
				expect.stringMatching(new RegExp(`^HighLevel cannot.* by "${OPERATORS[operator]}"$`)),
			),
		);
		expect(calls(sandbox).filter((call) => call.startsWith('POST'))).toEqual([]);
	});
});

describe('a custom field may be named by its key, as in the editor of HighLevel', () => {
	test.each<[key: string, value: string, path: string]>([
		['contact.lead_source_detail', 'Spring fair', F.leadSourceDetail],
		['lead_source_detail', 'Spring fair', F.leadSourceDetail],
		[`contact.social_profiles.${instagram}`, 'countess', `${F.socialProfiles}.${instagram}`],
	])('%s', async (key, value, path) => {
		expect(await found(sandbox, only(condition(key, 'eq', { value })))).toBe('ada');
		expect(sentCondition(sandbox)).toMatchObject({ field: `customFields.${path}` });
	});

	test.each([
		['contact.colour'],
		['cfUnknown000000000000'],
		[F.dealType],
		[F.otherLocationField],
		['constructor'],
	])(
		'one that contacts of this location do not have is refused, and the known ones are named: %s',
		async (key) => {
			const error = await fail(sandbox, 'search', { parameters: only(condition(key, 'exists')) });

			expect(error.message).toBe(`This location has no custom field "${key}"`);
			expect(error.description).toContain('contact.budget');
			expect(calls(sandbox).filter((call) => call.startsWith('POST'))).toEqual([]);
		},
	);
});

test.each<[what: string, customField: string, message: string, remedy: string]>([
	[
		'a text box list without a box',
		F.socialProfiles,
		'"Social Profiles" is searched box by box, and this names no box',
		`LinkedIn (${F.socialProfiles}.${linkedIn}), Instagram (${F.socialProfiles}.${instagram})`,
	],
	[
		'a box that the list does not have',
		`${F.socialProfiles}.tbOther`,
		'"Social Profiles" is searched box by box, and this names none of them',
		`LinkedIn (${F.socialProfiles}.${linkedIn})`,
	],
	['a box of a field without boxes', `${F.budget}.${linkedIn}`, '"Budget" has no boxes', 'Leave out'],
	[
		'a file',
		F.documents,
		'HighLevel cannot search "Documents" by "Exists"',
		'cannot search this kind of field at all',
	],
	['no field', ' ', 'A condition names no custom field', 'Choose one'],
])('%s is refused before the search is sent', async (_, customField, message, remedy) => {
	const error = await fail(sandbox, 'search', { parameters: only(condition(customField, 'exists')) });

	expect(error.message).toBe(message);
	expect(error.description).toContain(remedy);
	expect(calls(sandbox).filter((call) => call.startsWith('POST'))).toEqual([]);
});

test.each<[what: string, customField: string, more: object, message: string]>([
	['a number', F.bedrooms, { operator: 'eq', value: 'three' }, '"Bedrooms" is not a number: three'],
	['a bound', F.budget, { operator: 'range', from: 'much' }, '"Budget" is not a number: much'],
	['a day', F.moveInDate, { operator: 'range', to: 'soon' }, '"Move-in Date" is not a date: soon'],
])('%s that is none is refused under the name of its field', async (_, customField, more, message) => {
	const parameters = only({ ...condition(customField, ''), ...more });

	expect((await fail(sandbox, 'search', { parameters })).message).toBe(message);
});

describe('a token that may not read custom fields', () => {
	test.each<[customField: string, operator: string, more: object, sent: object, finds: string]>([
		[F.bedrooms, 'eq', { value: '3' }, { value: '3' }, 'ada'],
		[F.bedrooms, 'range', { from: '2', to: '3.5' }, { value: { gte: 2, lte: 3.5 } }, 'ada'],
		[F.moveInDate, 'range', { from: '2027-04-01' }, { value: { gte: '2027-04-01' } }, 'ben'],
		[F.bedrooms, 'exists', {}, {}, 'ada ben'],
	])(
		'searches by a field that was chosen in the editor (%s %s %j)',
		async (customField, operator, more, sent, finds) => {
			const parameters = only(condition(customField, operator, more));

			expect(await found(sandbox, parameters, { token: NARROW_TOKEN })).toBe(finds);
			expect(sentCondition(sandbox)).toEqual({ field: `customFields.${customField}`, operator, ...sent });
		},
	);

	test('is told so when a key has to be looked up', async () => {
		const parameters = only(condition('contact.budget', 'exists'));
		const error = await fail(sandbox, 'search', { parameters, token: NARROW_TOKEN });

		expect(error.message).toContain('so "contact.budget" cannot be looked up');
		expect(error.details).toMatchObject({ scopes: ['locations/customFields.readonly'] });
	});
});

test('the list in the editor offers every field that can be searched, and each box by itself', async () => {
	const options = await getContactCustomFields.call(editorContext(sandbox));
	const shown = options.map(({ name, value }) => [name, value]);

	expect(shown).toEqual([
		['Lead Source Detail', F.leadSourceDetail],
		['Budget', F.budget],
		['Move-in Date', F.moveInDate],
		['Property Type', F.propertyType],
		['Interests', F.interests],
		['Notes from Agent', F.notesFromAgent],
		['Bedrooms', F.bedrooms],
		['Amenities', F.amenities],
		['Preferred Contact', F.preferredContact],
		['Work Phone', F.workPhone],
		['Social Profiles: LinkedIn', `${F.socialProfiles}.${linkedIn}`],
		['Social Profiles: Instagram', `${F.socialProfiles}.${instagram}`],
	]);
	for (const [, value] of shown) await found(sandbox, only(condition(String(value), 'exists')));
});
