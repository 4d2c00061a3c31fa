/** A list that the API writes as text, so that the answer has JSON inside JSON. */
export class NestedJson {
	constructor(readonly value: unknown) {}
}

/** Escapes of JSON for the characters below U+0020. */
const RAW: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * Writes an answer.
 * @param raw leaves control characters in texts as they are, nested ones included, as the real API was seen to do;
 *   what comes out is then no JSON
 */
export function writeJson(value: unknown, raw: boolean): string {
	const text = JSON.stringify(value, (_key, part: unknown) =>
		part instanceof NestedJson ? writeJson(part.value, raw) : part,
	);
	return raw ? withRawControlCharacters(text) : text;
}

/** Undoes the escapes of control characters, and no others. */
function withRawControlCharacters(json: string): string {
	return json.replace(/\\(u00[01][0-9a-f]|.)/gs, (escape, kind: string) => {
		if (kind.length > 1) return String.fromCharCode(parseInt(kind.slice(1), 16));
		return RAW[kind] ?? escape;
	});
}
