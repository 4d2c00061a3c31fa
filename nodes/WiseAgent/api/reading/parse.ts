import { decode } from './decode';

/** What an answer turned out to be. */
export type Reading =
	| { kind: 'value'; value: unknown }
	/** No body, or blanks. */
	| { kind: 'nothing' }
	/** An HTML page, as a web server, a gateway or a login sends it. */
	| { kind: 'page' }
	/** Words that are no JSON, such as "permission denied". */
	| { kind: 'text'; text: string }
	/** JSON that ends too early. */
	| { kind: 'truncated' }
	/** Something that begins like JSON and is none. */
	| { kind: 'garbled'; text: string };

/**
 * Reads the body of an answer. Wise Agent's JSON may hold raw control characters inside strings, bytes that are no
 * UTF-8, JSON as text, or several values with commas between them.
 *
 * @param body bytes as they came, or a text
 */
export function readBody(body: unknown): Reading {
	if (body === undefined || body === null) return { kind: 'nothing' };
	if (Buffer.isBuffer(body)) return readText(decode(body));
	if (body instanceof ArrayBuffer) return readText(decode(Buffer.from(body)));
	if (typeof body === 'string') return readText(body);
	return { kind: 'value', value: body };
}

/** The same for a text that has been decoded. */
export function readText(text: string): Reading {
	const trimmed = withoutMargins(text);
	if (trimmed === '') return { kind: 'nothing' };
	if (trimmed.startsWith('<')) return { kind: 'page' };
	const { repaired, isOpen } = repair(trimmed);
	const value = parsed(repaired);
	if (value !== undefined) return typeof value === 'string' ? unpacked(value) : { kind: 'value', value };

	const first = trimmed.charAt(0);
	if (first === '"' && trimmed.length > 1 && trimmed.endsWith('"')) return unpacked(trimmed.slice(1, -1));
	if (first !== '{' && first !== '[') return { kind: 'text', text: trimmed };
	if (isOpen) return { kind: 'truncated' };
	// {"success":"…"},{"clientid":"…"}
	const list = parsed(`[${repaired}]`);
	return list === undefined ? { kind: 'garbled', text: trimmed } : { kind: 'value', value: list };
}

/** JSON that came as a text is read as if it had come by itself. */
function unpacked(text: string): Reading {
	return /^\s*[[{]/.test(text) ? readText(text) : { kind: 'text', text: text.trim() };
}

/** The value of a field that holds JSON as text; `undefined` when it holds something else. */
export function parseNested(text: string): unknown {
	const reading = readText(text);
	return reading.kind === 'value' ? reading.value : undefined;
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return undefined;
	}
}

/** Blanks and control characters around the whole. */
function withoutMargins(text: string): string {
	return text.replace(/^[\s\0-\x1f\ufeff]+|[\s\0-\x1f]+$/g, '');
}

/**
 * Escapes control characters inside strings, and makes blanks of those between them.
 *
 * @returns `isOpen` when a string, a list or an object is not closed at the end
 */
function repair(text: string): { repaired: string; isOpen: boolean } {
	let depth = 0;
	let inString = false;
	const repaired = text.replace(/\\[^]?|["[\]{}\0-\x1f]/g, (part) => {
		if (part.startsWith('\\')) return inString ? escapedPair(part) : part;
		if (part === '"') {
			inString = !inString;
			return part;
		}
		if (part < ' ') return inString ? escaped(part) : ' ';
		if (!inString) depth += part === '{' || part === '[' ? 1 : -1;
		return part;
	});
	return { repaired, isOpen: inString || depth > 0 };
}

/** A backslash before a raw control character stands for itself. */
function escapedPair(pair: string): string {
	const second = pair.charAt(1);
	return second !== '' && second < ' ' ? `\\\\${escaped(second)}` : pair;
}

function escaped(character: string): string {
	return JSON.stringify(character).slice(1, -1);
}
