import type { IDataObject } from 'n8n-workflow';

import { isNo, isNoError } from '../../core/sending/denial';
import { isObject } from '../../core/values/objects';
import { ownValue } from '../../core/values/ownValue';

/** What is looked for in an answer; `undefined` when the answer does not have it. */
export type Reading<T> = (answer: unknown) => T | undefined;

/** Another record in an answer than the one that was asked for. */
export class OtherRecord extends Error {
	override readonly name = 'OtherRecord';

	constructor(
		/** What came in place of what was asked for, as in texts: "record abc". */
		readonly returned: string,
		readonly wanted: string,
		readonly details: Record<string, string>,
	) {
		super(`${returned} in place of ${wanted}`);
	}
}

/**
 * The record under this key, or the answer itself where there is none: an object with an id. The reading throws
 * `OtherRecord` when it is another record than the wanted one.
 */
export function record<T>(key?: string, wantedId?: string): Reading<T> {
	return (answer) => {
		const found = key === undefined ? answer : fieldOf(answer, key);
		if (!isObject(found)) return undefined;
		const ids = [found.id, found._id].filter(isId);
		const [id] = ids;
		if (id === undefined) return undefined;
		// Custom fields are asked for by their key too.
		const names = [...ids, found.fieldKey].filter(isId);
		if (wantedId !== undefined && !names.some((one) => isSameId(one, wantedId))) {
			throw new OtherRecord(`record ${shown(id)}`, `record ${wantedId}`, { id: wantedId });
		}
		return found as T;
	};
}

/** Whether it can be the id of a record. */
function isId(value: unknown): value is string | number {
	return (typeof value === 'string' && value.trim() !== '') || Number.isFinite(value);
}

function isSameId(id: string | number, wanted: string): boolean {
	return String(id).trim() === wanted.trim();
}

/** Ids of HighLevel's have 20 to 24 characters. */
function shown(id: string | number): string {
	return String(id).trim().slice(0, 60);
}

/** The list of records under this key. With anything else in it, it is not the list that was asked for. */
export function records<T>(key: string): Reading<T[]> {
	return (answer) => {
		const list = fieldOf(answer, key);
		return Array.isArray(list) && list.every(isObject) ? (list as T[]) : undefined;
	};
}

/** The same of one contact; the reading throws `OtherRecord` when there are records of another one among them. */
export function recordsOf<T>(key: string, contactId: string): Reading<T[]> {
	return (answer) => {
		const list = records<T & Record<string, unknown>>(key)(answer);
		const owner = list?.map((one) => one.contactId).find((id) => isId(id) && !isSameId(id, contactId));
		if (owner !== undefined) {
			throw new OtherRecord(`records of contact ${shown(owner as string)}`, `those of contact ${contactId}`, {
				contactId,
			});
		}
		return list;
	};
}

/** The list of texts under this key. */
export function texts(key: string): Reading<string[]> {
	return (answer) => {
		const list = fieldOf(answer, key);
		return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : undefined;
	};
}

/** Who follows a record now, and what has changed. */
export const followersIn: Reading<IDataObject> = (answer) =>
	texts('followers')(answer) ? (answer as IDataObject) : undefined;

/** Source: official specifications, which name the flag in three ways. */
const FLAGS = ['success', 'succeeded', 'succeded'];

/** Whether the answer says that it was done, and nothing else. */
export const done: Reading<true> = (answer) => {
	const isTold = FLAGS.map((name) => fieldOf(answer, name)).some((flag) => flag === true || flag === 'true');
	return isTold && !refuses(answer) ? true : undefined;
};

/** Whether an answer says that something failed, whatever its status is and whatever else it says. */
export function refuses(answer: unknown): boolean {
	if (FLAGS.map((name) => fieldOf(answer, name)).some(isNo)) return true;
	if (['error', 'errors'].some((name) => isError(fieldOf(answer, name)))) return true;
	return Number(fieldOf(answer, 'statusCode')) >= 400;
}

function isError(error: unknown): boolean {
	return !isNo(error) && !isNoError(error);
}

function fieldOf(answer: unknown, key: string): unknown {
	return isObject(answer) ? ownValue(answer, key) : undefined;
}

/**
 * A time in a response, in ms since 1970: ISO 8601, or milliseconds. `undefined` for anything else, a number that is
 * too small for milliseconds included: of when something happened, that says nothing, least of all that it is long ago.
 */
export function timeOf(value: unknown): number | undefined {
	if (typeof value === 'number' && value < EARLIEST_MS) return undefined;
	const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(new Date(time).getTime()) ? undefined : time;
}

/** HighLevel has no records from before 2000. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
