import { ownValue } from '../../core/ownValue';
/** What is looked for in an answer; `undefined` when the answer does not have it. */
export type Reading<T> = (answer: unknown) => T | undefined;

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record under this key, or the answer itself where there is none: an object with an id. */
export function record<T>(key?: string): Reading<T> {
	return (answer) => {
		const found = key === undefined ? answer : fieldOf(answer, key);
		return isObject(found) && hasId(found) ? (found as T) : undefined;
	};
}

function hasId({ id, _id = id }: Record<string, unknown>): boolean {
	return (typeof _id === 'string' && _id !== '') || typeof _id === 'number';
}

/** The list of records under this key. With anything else in it, it is not the list that was asked for. */
export function records<T>(key: string): Reading<T[]> {
	return (answer) => {
		const list = fieldOf(answer, key);
		return Array.isArray(list) && list.every(isObject) ? (list as T[]) : undefined;
	};
}

/** The list of texts under this key. */
export function texts(key: string): Reading<string[]> {
	return (answer) => {
		const list = fieldOf(answer, key);
		return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : undefined;
	};
}

/**
 * Whether the answer says that it was done. Source: official specifications, which name the flag in three ways.
 */
export const done: Reading<true> = (answer) => {
	const flags = ['success', 'succeeded', 'succeded'].map((name) => fieldOf(answer, name));
	return flags.some((flag) => flag === true || flag === 'true') ? true : undefined;
};

/** An object with whatever in it. */
export const object: Reading<Record<string, unknown>> = (answer) => (isObject(answer) ? answer : undefined);

function fieldOf(answer: unknown, key: string): unknown {
	return isObject(answer) ? ownValue(answer, key) : undefined;
}
