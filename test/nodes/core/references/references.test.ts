import { References } from '../../../../nodes/core/references/references';

const FORMS = [
	{ system: 'Wise Agent', kinds: ['note', 'task'], id: /\d+/ },
	{ system: 'HighLevel', kinds: ['note', 'task'], id: /[\w-]{8,60}/, short: { name: 'HL', kind: 'task' } },
];
const lines = new References('line', FORMS);
const brackets = new References('brackets', FORMS);

const WISE = { text: 'Wise Agent note 88', system: 'Wise Agent', kind: 'note', id: '88' };

describe('the last line of a text is its reference', () => {
	test.each([
		['a\nb\nWise Agent note 88', 'a\nb'],
		['a\r\n\r\n  wise  AGENT Note   88 \r\n', 'a'],
		['a\nWiseAgent note 88', 'a'],
		['Wise Agent note 88', ''],
		['<p>a</p><p>Wise Agent note&nbsp;88</p>', '<p>a</p>'],
		['<p>a</p>\n<p><span style="x">Wise Agent note 88</span><br></p>\n', '<p>a</p>'],
		['<div>a &amp; b<br />Wise Agent <b>note</b> 88</div>', '<div>a &amp; b</div>'],
		['<div><p>a</p><p><br></p><p>Wise Agent&#32;note&#x20;88</p></div>', '<div><p>a</p></div>'],
		['<p>a\nWise Agent note 88</p>', '<p>a</p>'],
		['<ul><li>a</li></ul>Wise Agent note 88', '<ul><li>a</li></ul>'],
		['a<br>\u200bWise\u00a0Agent note 88', 'a'],
	])('%j', (source, text) => {
		expect(lines.read(source)).toEqual({ text, reference: WISE });
	});
});

test.each([
	'Wise Agent note 88\nfurther',
	'see Wise Agent note 88',
	'a\nWise Agent notes 88',
	'a\nWise Agent note 88a',
	'a\nWise Agent invoice 88',
	'a\nHighLevel note abc',
	'<p>Wise Agent note 88</p><p>further</p>',
	'Ref:',
	'',
])('%j has no reference, and stays as it is', (source) => {
	expect(lines.read(source)).toEqual({ text: source, reference: null });
});

test.each([
	['Wise Agent note 88', 'a', 'a\nWise Agent note 88'],
	['wiseagent NOTE 88', 'a\nWise Agent note 12\n', 'a\nWise Agent note 88'],
	['Airtable rec123', 'a\nb', 'a\nb\nRef: Airtable rec123'],
	['Airtable rec123', '<b>a</b>', '<b>a</b><br>Ref: Airtable rec123'],
	['A&B 1', '<p>a</p>', '<p>a</p><p>Ref: A&amp;B 1</p>'],
	['Wise Agent note 88', '', 'Wise Agent note 88'],
])('%j is written behind %j, and is read again', (given, source, written) => {
	const reference = lines.given(given, 'Reference');
	expect(lines.write(source, reference)).toBe(written);
	expect(lines.read(written).reference).toEqual(reference);
	expect(lines.write(written, reference)).toBe(written);
});

test('a service that shows every text as HTML gets a line break that survives there', () => {
	const reference = lines.given('HighLevel note otg8dTqq', 'Reference');
	expect(lines.write('a\nb', reference, true)).toBe('a\nb<br>HighLevel note otg8dTqq');
});

test.each([
	['HighLevel task otg8dTqq', 'Call [soon]', 'Call [soon] [HL otg8dTqq]'],
	['[hl otg8dTqq]', 'Call', 'Call [HL otg8dTqq]'],
	['HighLevel note otg8dTqq', 'Call', 'Call [HighLevel note otg8dTqq]'],
	['Airtable rec1', 'Call [HL otg8dTqq]', 'Call [Ref: Airtable rec1]'],
])('in brackets, %j is written at the end of %j', (given, source, written) => {
	const reference = brackets.given(given, 'Reference');
	expect(brackets.write(source, reference)).toBe(written);
	expect(brackets.read(written).reference).toEqual(reference);
});

test.each(['Call [soon]', 'Call [HL otg8dTqq] John', 'Call HL otg8dTqq'])('%j ends with none', (source) => {
	expect(brackets.read(source)).toEqual({ text: source, reference: null });
});

test('of a form that is not known, the last word is the ID', () => {
	expect(lines.read('a\nRef: Google Sheets  row-12').reference).toEqual({
		text: 'Google Sheets row-12',
		system: 'Google Sheets',
		kind: null,
		id: 'row-12',
	});
});

test.each(['<b>x</b>', 'a\nb', 'a [b]', 'Ref:', 'x'.repeat(300)])(
	'%j could not be read again, and is refused',
	(given) => {
		expect(() => lines.given(given, 'Reference')).toThrow('"Reference" is not a reference');
	},
);
