import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same as JSON; what is not there is `null`. */
export function isSameJson(a: unknown, b: unknown): boolean {
	return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
