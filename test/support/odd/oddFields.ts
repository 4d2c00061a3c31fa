import type { IDataObject } from 'n8n-workflow';

/** A place within parsed JSON: `['components', 0, 'text']`. */
export type Place = Array<string | number>;

/** What stands in fields that should hold something else, by what an operator would call it. */
export const ODD_VALUES: Record<string, unknown> = {
	nothing: null,
	'a number': 70717,
	'a yes': true,
	'an empty text': '',
	'a text': 'odd text',
	'an empty list': [],
	'a list of nothing': [null],
	'a list': ['first odd', 70718],
	'a list in a list': [['deep odd']],
	'an empty object': {},
	'an object': { odd: 'inner odd' },
	'a list of objects': [{ odd: 'listed odd' }],
};

/** Every field of a value, at every depth; of a list, those of its first entry stand for all. */
export function placesIn(value: unknown): Place[] {
	if (typeof value !== 'object' || value === null) return [];
	const entries: Array<[string | number, unknown]> = Array.isArray(value)
		? (value as unknown[]).slice(0, 1).map((entry) => [0, entry])
		: Object.entries(value);
	return entries.flatMap(([key, entry]) => [[key], ...placesIn(entry).map((place) => [key, ...place])]);
}

/** A copy of the value with another one at a place. */
export function withValueAt(value: unknown, place: Place, odd: unknown): unknown {
	const [key, ...rest] = place;
	if (key === undefined) return odd;
	const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as IDataObject) }) as never;
	copy[key as never] = withValueAt((value as IDataObject)[key as string], rest, odd) as never;
	return copy;
}

/** The texts and numbers in a value. */
export function leavesOf(value: unknown): string[] {
	if (Array.isArray(value)) return (value as unknown[]).flatMap(leavesOf);
	if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
	return typeof value === 'string' || typeof value === 'number'
		? [String(value)].filter((text) => text !== '')
		: [];
}
