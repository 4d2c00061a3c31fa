import { failureText } from '../../../../nodes/core/failure';
import { choiceOf, choicesOf, splitBesides } from '../../../../nodes/core/values/choices';

const BUDGETS = ['$1,000 - $2,000', '$2,000 - $3,000', 'Cash; no loan', 'A | B', 'Other'].map((name) => ({
	name,
	value: name,
}));

const STATES = [
	{ name: 'Active (Do Not Disturb)', value: 'active' },
	{ name: 'Inactive (May Be Contacted)', value: 'inactive' },
	{ name: 'Permanent', value: 'permanent' },
];

function refusalOf(read: () => unknown): string {
	try {
		return `read as ${JSON.stringify(read())}`;
	} catch (error) {
		return failureText(error);
	}
}

test.each<[unknown, string[]]>([
	['$1,000 – $2,000', ['$1,000 - $2,000']],
	['$1,000 \u2011 $2,000,Other', ['$1,000 - $2,000', 'Other']],
	['$1,000 - $2,000; other', ['$1,000 - $2,000', 'Other']],
	['Other|$2,000 − $3,000', ['Other', '$2,000 - $3,000']],
	['Other\r\n\n$2,000 - $3,000\n', ['Other', '$2,000 - $3,000']],
	['Cash; no loan; A | B | Other', ['Cash; no loan', 'A | B', 'Other']],
	[
		['Other', 'Cash; no loan'],
		['Other', 'Cash; no loan'],
	],
	[['Other; A | B'], ['Other', 'A | B']],
	[' ; , ', []],
])('several options are read from %j', (given, expected) => {
	expect(choicesOf(given, BUDGETS, 'Budget')).toEqual(expected);
});

test.each([
	['$1,000 – $9,000', '$1,000 – $9,000'],
	['Other; $9,000', '$9,000'],
	['$9,000 | none, Other', '$9,000 | none'],
	[['Other', '$9,000'], '$9,000'],
])('an unknown option of %j is named in one piece', (given, unknown) => {
	expect(refusalOf(() => choicesOf(given, BUDGETS, 'Budget'))).toBe(
		`"Budget" has no option "${unknown}". Choose one of its options: $1,000 - $2,000; $2,000 - $3,000; Cash; no loan; A | B; Other.`,
	);
});

test.each([
	[['active', 'permanent'], 'a list of 2'],
	['active, permanent', '"active, permanent"'],
	['Active (Do Not Disturb); Permanent', '"Active (Do Not Disturb); Permanent"'],
])('where one option is wanted, %j is refused with what there is', (given, shown) => {
	expect(refusalOf(() => choiceOf(given, STATES, 'Status'))).toBe(
		`"Status" takes one option, not ${shown}. Map a single value: one of its options Active (Do Not Disturb) (active); Inactive (May Be Contacted) (inactive); Permanent.`,
	);
});

test.each([
	['active', [true, 'yes', 'TRUE', 1, 'on', 'sí', 'Active (Do Not Disturb)', ' ACTIVE\u00a0']],
	['inactive', [false, 'no', 'False', 0, 'off', 'Nein', 'Inactive (May Be Contacted)']],
	['permanent', ['permanent', 'Permanent', ['Permanent']]],
])('a status is %s for each of its words', (status, given) => {
	expect(given.map((one) => refusalOf(() => choiceOf(one, STATES, 'Status')))).toEqual(
		given.map(() => `read as "${status}"`),
	);
});

test('yes is no option where none is on or off', () => {
	expect(refusalOf(() => choiceOf('yes', BUDGETS, 'Budget'))).toContain('"Budget" has no option "yes"');
});

test('tags are parted by commas alone', () => {
	expect(splitBesides('a; b, c | d', [])).toEqual(['a; b', 'c | d']);
});
