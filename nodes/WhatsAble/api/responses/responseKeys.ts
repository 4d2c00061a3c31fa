import { isObject } from '../../../core/values/objects';

/** So many keys are told, and so deep. */
const MOST_KEYS = 25;
const DEEPEST = 4;

/** Longer names, and such as no interface has, may be data: they are cut. */
const NAME = /^[A-Za-z_$][\w$-]{0,39}$/;

/**
 * What a response is made of, without any of its values, so that a report of it can be shared:
 * `success: text`, `data.people[].id: number`. Of a list, its first entry stands for all.
 */
export function responseKeys(body: unknown): string[] {
	const keys: string[] = [];
	collect(body, '', 0, keys);
	return keys.length > MOST_KEYS ? [...keys.slice(0, MOST_KEYS), '…'] : keys;
}

function collect(value: unknown, path: string, depth: number, keys: string[]): void {
	if (keys.length > MOST_KEYS) return;
	if (Array.isArray(value) && value.length > 0 && depth < DEEPEST) {
		collect(value[0], `${path}[]`, depth + 1, keys);
		return;
	}
	const entries = isObject(value) && depth < DEEPEST ? Object.entries(value) : [];
	for (const [name, entry] of entries) {
		if (keys.length > MOST_KEYS) return;
		collect(entry, path === '' ? shown(name) : `${path}.${shown(name)}`, depth + 1, keys);
	}
	if (entries.length === 0) keys.push(path === '' ? kindOf(value) : `${path}: ${kindOf(value)}`);
}

function shown(name: string): string {
	// Long numbers belong to a person or a record.
	const isName = NAME.test(name) && !/\d{5}/.test(name);
	return isName ? name : `${name.replace(/[^A-Za-z_]/g, '').slice(0, 4)}…`;
}

function kindOf(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'empty';
	if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
	if (typeof value === 'object') return Object.keys(value).length === 0 ? 'empty object' : 'object';
	return typeof value === 'string' ? 'text' : typeof value;
}
