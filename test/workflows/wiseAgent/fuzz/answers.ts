/** One generated answer of a server, and what the node has to make of it. */
export interface GeneratedAnswer {
	/** What was done to it, for the report of a failure. */
	kind: string;
	status: number;
	contentType: string;
	body: Buffer;
	/** Whether the record arrives, or a failure has to be told. */
	expected: 'record' | 'failure';
}

type Random = () => number;

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const chance = (random: Random, probability: number) => random() < probability;

/** Letters as people write and paste them: quotes, backslashes, markup, other scripts, emoji. */
const LETTERS = [...'abc XYZ 0123 .,;:\'"\\/<>&{}[]()éüñ€“”ß中🏡'];
const LATIN_LETTERS = [...'abc XYZ 0123 .,;:\'"\\/{}[]()éüñß'];

/** A text of a record, with letters only that a single-byte encoding has where told. */
export function randomText(random: Random, isLatin = false): string {
	const letters = isLatin ? LATIN_LETTERS : LETTERS;
	const length = 1 + Math.floor(random() * 24);
	const text = Array.from({ length }, () => pick(random, letters)).join('');
	// What is blank counts as nothing, and a page begins with an angle bracket.
	return `x${text}`;
}

/** Control characters that stand raw inside a text, as the API was seen to leave them. */
const RAW = ['\n', '\r\n', '\t', '\u0001', '\u000b', '\0', '\u001f'];

/** Line breaks and tabs stay in a text; other control characters are no part of it. */
export function withoutControls(text: string): string {
	return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '');
}

/** The texts of a record with raw control characters in them; the record itself is changed to what must come out. */
export function withControls(random: Random, text: string): string {
	return [...text].map((letter) => (chance(random, 0.1) ? letter + pick(random, RAW) : letter)).join('');
}

/** Undoes the escapes of control characters: what comes out is no JSON any more. */
function rawJson(value: unknown): string {
	return JSON.stringify(value).replace(/\\(u00[01][0-9a-f]|[nrtbf]|.)/gs, (escape, kind: string) => {
		if (kind.startsWith('u')) return String.fromCharCode(parseInt(kind.slice(1), 16));
		return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[kind] ?? escape;
	});
}

/** The ways in which an answer with a record comes. */
const WRITINGS: Array<[kind: string, write: (value: unknown, random: Random) => Buffer]> = [
	['as JSON', (value) => Buffer.from(JSON.stringify(value))],
	['with raw control characters', (value) => Buffer.from(rawJson(value))],
	['with blanks', (value) => Buffer.from(`\r\n ${JSON.stringify(value, null, '\t')}\r\n\r\n`)],
	['with a byte order mark', (value) => Buffer.from(`\ufeff${rawJson(value)}`)],
	['in UTF-16', (value) => Buffer.from(`\ufeff${rawJson(value)}`, 'utf16le')],
	['as JSON in a text', (value) => Buffer.from(JSON.stringify(JSON.stringify(value)))],
	['in quotes', (value) => Buffer.from(`"${rawJson(value)}"`)],
];

const TYPES = ['application/json; charset=utf-8', 'text/html', 'text/html; charset=utf-8', 'text/plain'];

/** An answer that holds what is asked for. */
export function answerWith(random: Random, value: unknown): GeneratedAnswer {
	const [kind, write] = pick(random, WRITINGS);
	return {
		kind,
		status: 200,
		contentType: pick(random, TYPES),
		body: write(value, random),
		expected: 'record',
	};
}

/** The same in a single-byte encoding, whatever the header says. */
export function latinAnswerWith(random: Random, value: unknown): GeneratedAnswer {
	const body = Buffer.from(rawJson(value), 'latin1');
	return { kind: 'in Windows-1252', status: 200, contentType: pick(random, TYPES), body, expected: 'record' };
}

const MESSAGES = [
	'The request could not be processed',
	'Missing ClientID',
	'Invalid Field Rank - 1 not updated',
	'Property ID 79899 Does not exist',
	'Note is locked',
	'line\r\nbreak "and" quotes',
];

/** Every documented way of telling a failure. */
const REFUSALS: Array<(message: string, random: Random) => unknown> = [
	(message) => ({ Error: message }),
	(message) => ({ error: message }),
	(message) => ({ error: 'server_error', error_description: message }),
	(message) => ({ status: 'error', data: { message } }),
	(message) => ({ status: 'error', data: JSON.stringify({ message }) }),
	(message) => ({ success: false, message }),
	(message) => ({ success: 'false', message }),
	(message) => [{ success: 'false', message }],
	(message) => [{ Error: message }],
	(message) => ({ Success: 'False', Message: message }),
];

function refusal(random: Random): GeneratedAnswer {
	const value = pick(random, REFUSALS)(pick(random, MESSAGES), random);
	const answer = answerWith(random, value);
	const status = pick(random, [200, 200, 200, 400, 403, 404, 500]);
	return { ...answer, kind: `a refusal ${answer.kind}`, status, expected: 'failure' };
}

/** As the page prints it: quotes that do not match. */
function garbledRefusal(random: Random): GeneratedAnswer {
	const body = Buffer.from(
		`{"status": "error","data": "{message": "${pick(random, MESSAGES.slice(0, 4))}"}}`,
	);
	return {
		kind: 'a garbled refusal',
		status: 200,
		contentType: pick(random, TYPES),
		body,
		expected: 'failure',
	};
}

function page(random: Random): GeneratedAnswer {
	const status = pick(random, [200, 403, 404, 500, 502, 503]);
	const body = Buffer.from(
		`${pick(random, ['', '\r\n', '\ufeff'])}<!DOCTYPE html>\r\n<html><body>Microsoft VBScript runtime error '800a000d' [{"a":1}]</body></html>`,
	);
	return { kind: `a page (${status})`, status, contentType: 'text/html', body, expected: 'failure' };
}

function words(random: Random): GeneratedAnswer {
	const text = pick(random, ['permission denied', '"permission denied"', 'Service Unavailable', 'OK', '0']);
	const status = pick(random, [200, 200, 403, 500]);
	return {
		kind: `words (${status})`,
		status,
		contentType: 'text/plain',
		body: Buffer.from(text),
		expected: 'failure',
	};
}

function truncated(random: Random, value: unknown): GeneratedAnswer {
	const json = pick(random, [JSON.stringify, rawJson])(value);
	const length = 1 + Math.floor(random() * (json.length - 1));
	// A letter may be cut through.
	const whole = Buffer.from(json);
	const body = whole.subarray(0, Math.min(Buffer.byteLength(json.slice(0, length)), whole.length - 1));
	return { kind: 'truncated', status: 200, contentType: pick(random, TYPES), body, expected: 'failure' };
}

function nonsense(random: Random): GeneratedAnswer {
	const body = pick(random, [
		() => Buffer.alloc(0),
		() => Buffer.from(' \r\n'),
		() => Buffer.from('null'),
		() => Buffer.from('{}'),
		() => Buffer.from('[[]]'),
		() => Buffer.from('[null]'),
		() => Buffer.from('[1,2]'),
		() => Buffer.from('{"a":{"b":[]}}'),
		() => Buffer.from('{"a":1 "b":2}'),
		() => Buffer.from(Array.from({ length: 40 }, () => Math.floor(random() * 256))),
	])();
	return { kind: 'nonsense', status: 200, contentType: pick(random, TYPES), body, expected: 'failure' };
}

/** An answer that holds nothing of what is asked for, or only a part of it. */
export function brokenAnswer(random: Random, value: unknown): GeneratedAnswer {
	return pick(random, [refusal, refusal, refusal, garbledRefusal, page, words, truncated, nonsense])(
		random,
		value,
	);
}
