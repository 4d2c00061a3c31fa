import { decode } from '../../../nodes/WiseAgent/api/reading/decode';
import { readBody, readText } from '../../../nodes/WiseAgent/api/reading/parse';

const valueOf = (text: string) => {
	const reading = readText(text);
	return reading.kind === 'value' ? reading.value : reading.kind;
};

describe('JSON that is not quite JSON', () => {
	test.each<[string, string, unknown]>([
		['a line break inside a text', '{"Note":"one\r\ntwo"}', { Note: 'one\r\ntwo' }],
		['a tab and a form feed', '["a\tb\fc"]', ['a\tb\fc']],
		['a NUL', '{"a":"x\0y"}', { a: 'x\0y' }],
		['a backslash before a raw line break', '["a\\\nb"]', ['a\\\nb']],
		['escapes that are right', '["a\\nb\\"c\\\\"]', ['a\nb"c\\']],
		['control characters between the values', '{\u0001"a":\u000b1}', { a: 1 }],
		['a byte order mark and blanks around it', '\ufeff\r\n [1] \0', [1]],
		['JSON as a text', '"[{\\"success\\":\\"true\\"}]"', [{ success: 'true' }]],
		['JSON in quotes that are not escaped', '"{"Success":"1 updated"}"', { Success: '1 updated' }],
		[
			'two objects in a row',
			'{"success":"added"},{"searchID":"1"}',
			[{ success: 'added' }, { searchID: '1' }],
		],
		['brackets inside texts', '{"a":"]}{["}', { a: ']}{[' }],
		['a lone surrogate', '["\\ud83d"]', ['\ud83d']],
	])('%s is read', (_, text, expected) => {
		expect(valueOf(text)).toEqual(expected);
	});

	test.each<[string, string, string]>([
		['nothing', '', 'nothing'],
		['blanks', ' \r\n\t', 'nothing'],
		['a page', '\r\n<!DOCTYPE html><html></html>', 'page'],
		['words', 'permission denied', 'text'],
		['words in quotes', '"permission denied"', 'text'],
		['a list that ends too early', '[{"a":1},{"a"', 'truncated'],
		['a text that ends too early', '{"a":"b', 'truncated'],
		['a text that ends in a backslash', '{"a":"b\\', 'truncated'],
		['an object that ends too early', '{"a":1', 'truncated'],
		['a wrong mark', '{"a":1 "b":2}', 'garbled'],
	])('%s is told apart', (_, text, kind) => {
		expect(readText(text).kind).toBe(kind);
	});

	test('every beginning of an answer is known as such, and none is taken for the whole', () => {
		const whole = JSON.stringify([
			{ ClientID: 1, Note: 'a "quoted" \\ text\n', list: [1, { a: null }], Categories: '[{"name":"x"}]' },
		]);
		for (let length = 1; length < whole.length; length++) {
			expect(readText(whole.slice(0, length)).kind).toBe('truncated');
		}
		expect(readText(whole).kind).toBe('value');
	});
});

describe('bytes', () => {
	test.each<[string, Buffer, string]>([
		['UTF-8', Buffer.from('Zoë Müller €', 'utf8'), 'Zoë Müller €'],
		['Windows-1252', Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x20, 0x93, 0x78, 0x94]), 'Zoë € “x”'],
		['a mark of UTF-8', Buffer.from('\ufeffZoë', 'utf8'), 'Zoë'],
		['UTF-16', Buffer.from('\ufeffZoë', 'utf16le'), 'Zoë'],
		['an emoji', Buffer.from('🏡', 'utf8'), '🏡'],
		['a sequence that is cut off', Buffer.from([0x61, 0xe2, 0x82]), 'aâ‚'],
	])('of %s become the right letters', (_, bytes, text) => {
		expect(decode(bytes)).toBe(text);
	});

	test('of both encodings in one answer are read each in its own', () => {
		const mixed = Buffer.concat([
			Buffer.from('["Müller","', 'utf8'),
			Buffer.from('Zoë', 'latin1'),
			Buffer.from('"]'),
		]);
		expect(readBody(mixed)).toEqual({ kind: 'value', value: ['Müller', 'Zoë'] });
	});
});
