import type { IDataObject } from 'n8n-workflow';

import { changesOf } from '../../core/changes';
import { HeldBack } from '../../core/heldBack';
import type { Request } from '../../core/operation/request';
import { ownValue } from '../../core/values/ownValue';
import { isSameText } from '../../core/values/sameText';
import type { HighLevelClient } from './client';
import { undefinedWhenRefused } from './errors';

/** The request that reads one record, by its id and those of what it belongs to. */
export type Getting<T, OfOne> = Request & ((api: HighLevelClient, given: OfOne) => Promise<T>);

/** The record that would be written to, in a dry run; `undefined` otherwise, and where the token may not read it. */
export async function readInDryRun<T, OfOne>(
	api: HighLevelClient,
	get: Getting<T, OfOne> | undefined,
	given: OfOne,
): Promise<T | undefined> {
	return api.isDryRun && get ? await get(api.needing(get), given).catch(undefinedWhenRefused) : undefined;
}

/**
 * Holds back an update of a record that was read.
 *
 * @param given what would be written, by the names that the record has; `undefined` is not written
 */
export function heldBackUpdate(record: IDataObject, given: Record<string, unknown>): HeldBack {
	const isOther = (name: string) =>
		ownValue(given, name) !== undefined && !isSameValue(ownValue(record, name), ownValue(given, name));
	const names = Object.keys(given).filter(isOther);
	const changes = changesOf(
		names,
		(name) => ownValue(record, name),
		(name) => ownValue(given, name),
	);
	return new HeldBack({ effect: names.length > 0 ? 'update' : 'none', changes, record });
}

function isSameValue(current: unknown, wanted: unknown): boolean {
	return JSON.stringify(current ?? '') === JSON.stringify(wanted ?? '') || isSameText(current, wanted);
}
