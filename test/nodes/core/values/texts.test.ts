import { failureText } from '../../../../nodes/core/failure';
import { idOf, isEmpty, lineOf, textOf, trimmed } from '../../../../nodes/core/values/texts';
import { flattened } from '../../../../nodes/WhatsAble/api/records/templateVariables';

const UNSEEN: Array<[name: string, character: string]> = [
	['null', '\0'],
	['escape', '\x1b'],
	['delete', '\x7f'],
	['next line', '\x85'],
	['soft hyphen', '\u00ad'],
	['combining grapheme joiner', '\u034f'],
	['Arabic letter mark', '\u061c'],
	['Hangul choseong filler', '\u115f'],
	['Hangul jungseong filler', '\u1160'],
	['Khmer inherent vowel', '\u17b4'],
	['Mongolian vowel separator', '\u180e'],
	['zero-width space', '\u200b'],
	['zero-width joiner', '\u200d'],
	['right-to-left mark', '\u200f'],
	['right-to-left override', '\u202e'],
	['word joiner', '\u2060'],
	['a character that Unicode keeps unseen', '\u2065'],
	['empty cell of Braille', '\u2800'],
	['Hangul filler', '\u3164'],
	['variation selector', '\ufe0f'],
	['byte order mark', '\ufeff'],
	['half-width Hangul filler', '\uffa0'],
	['annotation mark', '\ufff9'],
	['mark of musical notation', '\u{1d173}'],
	['tag character', '\u{e0041}'],
	['variation selector of Han', '\u{e0100}'],
];

test.each(UNSEEN)('an id, a name and a text are the same without what nobody sees: %s', (_, unseen) => {
	expect(idOf(`${unseen}a${unseen}da@example.com${unseen}`)).toBe('ada@example.com');
	expect(lineOf(`${unseen} Open${unseen} house${unseen}`)).toBe('Open house');
	expect(trimmed(`${unseen} Open house${unseen}\u00a0${unseen}`)).toBe('Open house');
});

test.each(UNSEEN)('a field with nothing but what nobody sees counts as empty: %s', (_, unseen) => {
	const text = ` ${unseen}\u00a0${unseen}`;
	expect([isEmpty(text), lineOf(text), idOf(text), flattened(text)]).toEqual([true, '', '', '']);
});

test.each([
	['a heart', '❤\ufe0f'],
	['a keycap', '1\ufe0f\u20e3'],
	['a family', '👩\u200d👩\u200d👧'],
	['a heart on fire', '❤\ufe0f\u200d🔥'],
	['a profession with a tone of skin', '👩🏽\u200d⚕\ufe0f'],
	['a flag of pride', '🏳\ufe0f\u200d🌈'],
	['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
	['Persian', 'می\u200cخواهم'],
	['Hindi', 'क्\u200dष'],
	['Malayalam, with a joiner at the end of a word', 'അവന\u0d4d\u200d'],
	['a form of a Japanese name', '葛\u{e0100}'],
	['a number sign of Arabic', '\u0600١٢'],
])('what belongs to what is seen stays: %s', (_, text) => {
	for (const around of [text, `\u200b${text}\ufeff`, `\u2060 ${text}\u3164\u2800`]) {
		expect([lineOf(around), trimmed(around)]).toEqual([text, text]);
	}
	expect([lineOf(`${text} a`), lineOf(`a ${text}`)]).toEqual([`${text} a`, `a ${text}`]);
	expect(flattened(text)).toBe(text);
});

test('marks of direction stay around a text that is written from right to left, and nowhere else', () => {
	for (const text of ['\u200fשלום\u200e', '\u061cمرحبا\u2069'])
		expect(trimmed(`\ufeff${text}\u3164`)).toBe(text);
	expect(trimmed('\u200fHello\u061c')).toBe('Hello');
	expect(trimmed('\u061c\u200f')).toBe('');
});

test('what stands inside a text stays as it was written', () => {
	expect(trimmed('a\u200b\u202eb\u3164c')).toBe('a\u200b\u202eb\u3164c');
	expect(trimmed('\tOne\r\n\tTwo\n')).toBe('One\r\n\tTwo');
	expect(lineOf('One\r\nTwo')).toBe('One\r\nTwo');
});

test.each([
	[['a'], 'a list', '$json.field[0]'],
	[{ a: 1 }, 'an object', '$json.field.name'],
])('a text that is %j is refused with what to map instead', (value, kind, remedy) => {
	const refused = `"City" must be text, but it is ${kind}. Map a single value`;
	expect(messageOf(() => textOf(value, 'City'))).toContain(refused);
	expect(messageOf(() => textOf(value, 'City'))).toContain(remedy);
});

function messageOf(read: () => unknown): string {
	try {
		read();
	} catch (error) {
		return failureText(error);
	}
	return 'Nothing was refused';
}
