import { Failure } from '../failure';

/**
 * A character that nobody sees: blanks and joiners without width, the byte order mark, marks of writing direction,
 * fillers of Hangul, the empty cell of Braille, and control characters other than tabs and line breaks. Web forms,
 * spreadsheets and chats leave them around what people copy. Not among them are the format characters that are drawn,
 * such as Arabic's number sign. Source: Unicode, DerivedCoreProperties and PropList (Prepended_Concatenation_Mark).
 */
const UNSEEN =
	'(?![\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}])' +
	'[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\u2800\\0-\\x08\\x0E-\\x1F\\x7F-\\x9F]';

const NOT_ASCII = '(?!\\p{ASCII})';
const LETTER = `${NOT_ASCII}[\\p{L}\\p{M}]`;
const JOINERS = '[\\u200C\\u200D]';
const PICTURE = `${NOT_ASCII}[\\p{Emoji}\\u20E3]`;
const STYLE = '[\\uFE00-\\uFE0F]';
const TAGS = '[\\u{E0020}-\\u{E007E}]{0,30}';

/** Where such a character belongs to what is seen. */
const BELONGS = [
	// The heart of U+2764 U+FE0F, keycaps, and the forms of Chinese and Mongolian letters.
	`(?<=${NOT_ASCII}[\\p{Emoji}\\p{S}\\p{P}])${STYLE}`,
	`${STYLE}(?=\\u20E3)`,
	`(?<=\\p{Script=Han})[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]`,
	'(?<=\\p{Script=Mongolian})[\\u180B-\\u180F]',
	// Families and professions, and the flags of Scotland and its like.
	`(?<=${PICTURE}${STYLE}?|\\u{E007F})\\u200D(?=${PICTURE})`,
	`(?<=\\p{Emoji_Presentation}${TAGS})(?=${TAGS}\\u{E007F})[\\u{E0020}-\\u{E007F}]`,
	// Persian and the scripts of India, where a joiner also ends words.
	`(?<=${LETTER}${JOINERS}{0,3})${JOINERS}(?=${JOINERS}{0,3}${LETTER})`,
	'(?<=(?![\\u0300-\\u036F])\\p{M})\\u200D',
].join('|');

const NEEDLESS = `(?!${BELONGS})${UNSEEN}`;

const UNSEEN_ANYWHERE = new RegExp(UNSEEN, 'gu');
const NEEDLESS_ANYWHERE = new RegExp(NEEDLESS, 'gu');
const AT_THE_ENDS = atTheEnds(`(?:\\s|${NEEDLESS})`);

/** The same but for joiners and marks of direction, which belong to a text that is written from right to left. */
const AROUND_RIGHT_TO_LEFT = atTheEnds(
	`(?:\\s|(?![\\u061C\\u200C-\\u200F\\u202A-\\u202E\\u2066-\\u2069])${NEEDLESS})`,
);

const RIGHT_TO_LEFT =
	/[\p{L}\p{N}](?<=[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])/u;

function atTheEnds(one: string): RegExp {
	// Without the look behind, every blank within a long text would be tried as the first of the last ones.
	return new RegExp(`^${one}+|(?<!${one})${one}+$`, 'gu');
}

/** Blanks that do not break a line: U+00A0, U+202F and their like. */
const FIXED_BLANKS = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;

/** A text as it was written, without blanks and unseen characters before and after it. */
export function trimmed(text: string): string {
	return text.replace(RIGHT_TO_LEFT.test(text) ? AROUND_RIGHT_TO_LEFT : AT_THE_ENDS, '');
}

/** The name of something, such as a tag or an option: the same without unseen characters inside, and with ordinary blanks. */
export function lineOf(text: string): string {
	return text.replace(NEEDLESS_ANYWHERE, '').replace(FIXED_BLANKS, ' ').trim();
}

/** An id or an email, in which such characters mean nothing at all. */
export function idOf(text: string): string {
	return text.replace(UNSEEN_ANYWHERE, '').replace(FIXED_BLANKS, '').trim();
}

/** Digits of other scripts as 0 to 9. Source: Unicode, which keeps ten digits in a row from zero on. */
export function plainDigits(text: string): string {
	return text.replace(/(?!\d)\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		const steps = Array.from({ length: 10 }, (_, step) => String.fromCodePoint(code + step));
		const end = steps.findIndex((one) => !/\p{Nd}/u.test(one));
		return end < 0 ? '0' : String(10 - end);
	});
}

/** What counts as "nothing was given" in a parameter or a record: no value, an empty text, an empty list. */
export function isEmpty(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		(typeof value === 'string' && trimmed(value) === '') ||
		(Array.isArray(value) && value.length === 0)
	);
}

/** Text of a parameter; a list or an object is refused, since it would be stored as "[object Object]". */
export function textOf(value: unknown, label: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return trimmed(value);
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const isList = Array.isArray(value);
	throw new Failure(
		`"${label}" must be text, but it is ${isList ? 'a list' : 'an object'}`,
		isList
			? 'Map a single value instead of the whole list, such as its first entry: {{ $json.field[0] }}.'
			: 'Map a single value of the object, such as {{ $json.field.name }}.',
		{ field: label },
	);
}

/** A text or a number of a record as text; `null` where there is none. */
export function textOrNull(value: unknown): string | null {
	const text = plainText(value);
	return isEmpty(text) ? null : text;
}

/** A list from a list, or from comma-separated text; without blanks, empty entries and repetitions. */
export function listOf(value: unknown, label: string): string[] {
	const entries = Array.isArray(value) ? value : textOf(value, label).split(',');
	const texts = entries.map((entry) => lineOf(textOf(entry, label))).filter((text) => text !== '');
	return [...new Set(texts)];
}

/**
 * A text or a number as text; empty for anything else. An object that a sender made up need not even have a text:
 * `String({ toString: 1 })` throws.
 */
export function plainText(given: unknown): string {
	return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}
