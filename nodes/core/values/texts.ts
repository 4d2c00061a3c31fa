import { Failure } from '../failure';

/**
 * Characters that nobody sees: zero-width blanks and joiners, the byte order mark, the soft hyphen, and marks of
 * writing direction. Web forms, spreadsheets and chats leave them around what people copy.
 */
const UNSEEN = '\\u00AD\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF';

const AT_THE_ENDS = new RegExp(`^[\\s${UNSEEN}]+|[\\s${UNSEEN}]+$`, 'g');

/** The same but for joiners and marks of direction, which belong to a text that is written from right to left. */
const AROUND_RIGHT_TO_LEFT =
	/^[\s\u00AD\u180E\u200B\u2060-\u2064\uFEFF]+|[\s\u00AD\u180E\u200B\u2060-\u2064\uFEFF]+$/g;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Zero-width joiners and non-joiners are letters to Persian, Hindi and emoji, but to nothing that is written in ASCII. */
const NEEDLESS_JOINERS = /(?<=^|[\p{ASCII}\s])[\u200C\u200D]+|[\u200C\u200D]+(?=$|[\p{ASCII}\s])/gu;

const UNSEEN_BUT_JOINERS = /[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

/** Blanks that do not break a line: U+00A0, U+202F and their like. */
const FIXED_BLANKS = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;

/** A text as it was written, without blanks and unseen characters before and after it. */
export function trimmed(text: string): string {
	return text.replace(RIGHT_TO_LEFT.test(text) ? AROUND_RIGHT_TO_LEFT : AT_THE_ENDS, '');
}

/** The name of something, such as a tag or an option: the same without unseen characters inside, and with ordinary blanks. */
export function lineOf(text: string): string {
	return text
		.replace(UNSEEN_BUT_JOINERS, '')
		.replace(NEEDLESS_JOINERS, '')
		.replace(FIXED_BLANKS, ' ')
		.replace(AT_THE_ENDS, '');
}

/** An id or an email, in which such characters mean nothing at all. */
export function idOf(text: string): string {
	return lineOf(text.replace(FIXED_BLANKS, ''));
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
	throw new Failure(
		`"${label}" must be text, but it is ${Array.isArray(value) ? 'a list' : 'an object'}`,
		undefined,
		{
			field: label,
		},
	);
}

/** A list from a list, or from comma-separated text; without blanks, empty entries and repetitions. */
export function listOf(value: unknown, label: string): string[] {
	const entries = Array.isArray(value) ? value : textOf(value, label).split(',');
	const texts = entries.map((entry) => lineOf(textOf(entry, label))).filter((text) => text !== '');
	return [...new Set(texts)];
}
