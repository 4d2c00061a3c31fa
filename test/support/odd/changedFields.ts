/** What JSON holds. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Parsed JSON, changed at every depth. JSON as text inside of JSON is changed like the rest. */
export function changed(value: Json, change: (value: Json) => Json): Json {
	if (Array.isArray(value)) return change(value.map((entry) => changed(entry, change)));
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).map(([name, entry]) => [name, changed(entry, change)]);
		return change(Object.fromEntries(entries) as Json);
	}
	if (typeof value === 'string' && /^[[{]/.test(value)) {
		return JSON.stringify(changed(JSON.parse(value) as Json, change));
	}
	return change(value);
}

const isText = (value: Json): value is string => typeof value === 'string';

/** What may stand where it should not, in every field of a response at once. */
export const CHANGES: Record<string, (value: Json) => Json> = {
	'null among the entries of lists': (value) => (Array.isArray(value) ? [...value, null] : value),
	'a number among the entries of lists': (value) => (Array.isArray(value) ? [7, ...value] : value),
	'a list among the entries of lists': (value) => (Array.isArray(value) ? [...value, []] : value),
	'numbers in place of texts': (value) => (isText(value) ? 42 : value),
	'objects in place of texts': (value) => (isText(value) ? { text: value } : value),
	'lists in place of texts': (value) => (isText(value) ? [value] : value),
	'null in place of texts': (value) => (isText(value) ? null : value),
	'yes in place of texts': (value) => (isText(value) ? true : value),
};

/** Whether a change adds entries to lists, so that none of the others may be missing. */
export function isOfEntries(name: string): boolean {
	return name.endsWith('among the entries of lists');
}
