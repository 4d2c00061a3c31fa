import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { isoDay, isoMoment } from '../dates';
import { parseNested } from './parse';

/**
 * What a field holds, where that is documented.
 * - `id`: a number, also where it comes as text; those of vendors (`V26855`) stay texts
 * - `idOrNone`: the same, and 0 for none
 * - `number`, `flag` (`"false"`, `"no"`, `0`), `day`
 * - `arizona`, `utc`: a time, and the zone in which it is written
 * - `list`: a list, also one that comes as JSON in a text
 */
export type Kind = 'id' | 'idOrNone' | 'number' | 'flag' | 'day' | 'arizona' | 'utc' | 'list';

/** Fields whose kind is documented; the others are texts, or what they come as. */
export interface Kinds {
	[field: string]: Kind | Kinds;
}

/**
 * Makes the function that cleans records of one kind: names and order of the fields stay; values become what they
 * are. An empty text and 1/1/1900 become `null`, an empty list stays a list.
 */
export function cleaner(kinds: Kinds): (raw: IDataObject) => IDataObject {
	// The API is not constant about capitals.
	const byName = new Map(Object.entries(kinds).map(([name, kind]) => [name.toLowerCase(), kind]));
	return (raw) =>
		Object.fromEntries(
			Object.entries(raw).map(([name, value]) => [name, cleanField(value, byName.get(name.toLowerCase()))]),
		) as IDataObject;
}

function cleanField(value: unknown, kind: Kind | Kinds | undefined): unknown {
	if (kind === 'list') return listOf(value);
	if (typeof kind === 'object' && isObject(value)) return cleaner(kind)(value);
	if (typeof value === 'object' || typeof kind === 'object') return cleanValue(value);
	const text = typeof value === 'string' ? cleanText(value) : value;
	if (text === null || text === undefined) return null;
	switch (kind) {
		case 'id':
			return idOf(text);
		case 'idOrNone':
			return idOf(text) === 0 ? null : idOf(text);
		case 'number':
			return isNumeric(text) ? Number(text) : text;
		case 'flag':
			return flagOf(text);
		case 'day':
			return isoDay(String(text));
		case 'arizona':
			return isoMoment(String(text), '-07:00');
		case 'utc':
			return isoMoment(String(text), 'Z');
		default:
			return text;
	}
}

/** A value of which nothing is known. */
function cleanValue(value: unknown): unknown {
	if (Array.isArray(value)) return (value as unknown[]).map(cleanValue);
	if (isObject(value)) return cleaner({})(value);
	return typeof value === 'string' ? cleanText(value) : value;
}

/** How the database says that there is no time. */
const NO_TIME = /^\s*1\/1\/1900(\s+\d{1,2}:\d{2}(:\d{2})?(\s*[AP]M)?)?\s*$/i;

/** Without the control characters that no text has; `null` when nothing is left, and for 1/1/1900. */
function cleanText(text: string): string | null {
	const clean = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '');
	return clean.trim() === '' || NO_TIME.test(clean) ? null : clean;
}

function listOf(value: unknown): unknown {
	const list = typeof value === 'string' && value.trim() !== '' ? parseNested(value) : value;
	if (Array.isArray(list)) return cleanValue(list);
	if (isObject(list)) return [cleanValue(list)];
	return typeof value === 'string' && value.trim() !== '' ? cleanText(value) : [];
}

/** A number, also where it comes as text; those of vendors (`V26855`) stay texts. */
export function idOf(value: unknown): unknown {
	return isNumeric(value) && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function isNumeric(value: unknown): boolean {
	return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()));
}

function flagOf(value: unknown): unknown {
	if (typeof value === 'boolean') return value;
	if (/^(true|yes|y|1|-1)$/i.test(String(value))) return true;
	return /^(false|no|n|0)$/i.test(String(value)) ? false : value;
}
