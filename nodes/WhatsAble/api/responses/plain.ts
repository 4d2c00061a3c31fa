import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import { plainText } from '../../../core/values/texts';

/**
 * The text of a value that is a text, a number or a yes or no, without surrounding blanks; empty for everything else,
 * since WhatsAble's fields are not always of the kind that they should be.
 */
export function scalarText(value: unknown): string {
	return (typeof value === 'boolean' ? String(value) : plainText(value)).trim();
}

/** The first of these that has a text; empty when none has. */
export function firstText(...values: unknown[]): string {
	return values.map(scalarText).find((text) => text !== '') ?? '';
}

/** The objects of a list; none where it is no list. */
export function objectsIn(value: unknown): IDataObject[] {
	return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

/** What an object has nothing in, and no list either. */
export function isBlank(value: unknown): boolean {
	if (Array.isArray(value)) return (value as unknown[]).every(isBlank);
	if (isObject(value)) return Object.values(value).every(isBlank);
	return scalarText(value) === '';
}

/** So deep is JSON within JSON looked into. */
const DEEPEST = 6;

/** The value with everything parsed that is JSON within a text of it. */
export function expanded(value: unknown, depth = 0): unknown {
	if (depth > DEEPEST) return value;
	if (typeof value === 'string') return expandedText(value, depth);
	if (Array.isArray(value)) return (value as unknown[]).map((entry) => expanded(entry, depth + 1));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]: [string, unknown]) => [key, expanded(entry, depth + 1)]),
	);
}

function expandedText(text: string, depth: number): unknown {
	if (!/^\s*["[{]/.test(text)) return text;
	try {
		return expanded(JSON.parse(text), depth + 1);
	} catch {
		return text;
	}
}
