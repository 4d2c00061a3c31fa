import { amountOf } from '../../../nodes/core/values/amounts';
import { sentText } from '../../../nodes/WiseAgent/actions/optionalFields';
import { choicesOf, splitBesides } from '../../../nodes/core/values/choices';
import { lineOf, trimmed } from '../../../nodes/core/values/texts';

test.each<[unknown, number]>([
	['450.000 €', 450_000],
	['€1.200', 1200],
	['US$ 1,200', 1200],
	['1,200', 1200],
	['1,234.56', 1234.56],
	['1.234,56', 1234.56],
	['1\u202f234,56', 1234.56],
	["CHF 1'234.50", 1234.5],
	['(1,200.00)', -1200],
	['1.200,00-', -1200],
	['−5', -5],
	['R$ 1.234.567', 1_234_567],
	['₹12,34,567.50', 1_234_567.5],
	['0.125', 0.125],
	['1234.567', 1234.567],
	['１，８００', 1800],
	['￥１２３４．５', 1234.5],
	['（１，２００．００）', -1200],
	['١٬٢٠٠٫٥٠', 1200.5],
	['۴۵۰۰', 4500],
	['१२,३४,५६७', 1_234_567],
])('the amount %s is read as %d', (text, amount) => {
	expect(amountOf(text, 'Budget')).toBe(amount);
});

test.each([['0x10'], ['1e5'], ['Infinity'], ['12abc'], ['1,20.5'], ['1.2.3'], ['$'], ['--5'], [true]])(
	'%s is not taken for an amount',
	(text) => expect(() => amountOf(text, 'Budget')).toThrow(`"Budget" is not a number: ${text}`),
);

test.each([
	'1,800 SF',
	'1,800sf',
	'1,800 S.F.',
	'1,800 sq. ft.',
	'1800 Square Feet',
	'1 800 ft²',
	'1800 ft2',
	'１８００ SF',
])('a size in square feet is sent as its number: %s', (text) =>
	expect(sentText('propSqft', text, 'Sqft')).toBe('1800'),
);

test.each([['1.200'], ['KWD 1.200']])('%s could be two amounts, and both are named', (text) => {
	expect(() => amountOf(text, 'Budget')).toThrow(`"Budget" could be 1.2 or 1200: ${text}`);
});

test('an option that holds a comma is not torn apart', () => {
	const options = ['$1,000 - $2,000', '$2,000 - $3,000', 'Other'].map((name) => ({ name, value: name }));
	expect(choicesOf('$1,000 - $2,000, other', options, 'Budget')).toEqual(['$1,000 - $2,000', 'Other']);
	expect(() => choicesOf('$9,000', options, 'Budget')).toThrow('"Budget" has no option "$9,000"');
	expect(splitBesides('Buyer, hot, Seller', ['Buyer, hot'])).toEqual(['Buyer, hot', 'Seller']);
});

test('emoji and Persian words keep the joiners that they are written with', () => {
	for (const text of ['👩\u200d💻 at work', 'می\u200cخواهم']) {
		expect([lineOf(`\ufeff${text}\u200b`), trimmed(`\u00a0${text}\u2060`)]).toEqual([text, text]);
	}
});
