import type { IDataObject } from 'n8n-workflow';

import { keysOf, PageWatch } from '../../core/sending/pageWatch';

export const HIGHLEVEL = { service: 'HighLevel' };

/**
 * Reads records that come by number, not along a cursor: one that is met twice, because records before it were added
 * meanwhile, is put out once. Throws a `Failure` when HighLevel gives the same page again.
 *
 * @param limit `Infinity` for all
 * @param largestPage the most that HighLevel gives at once
 * @param readPage reads a page, by how many records come before it
 * @param isWanted what the service cannot look for; pages are read until `limit` of these are found
 */
export async function readNumbered<T extends IDataObject>(
	limit: number,
	largestPage: number,
	readPage: (skip: number, pageSize: number) => Promise<T[]>,
	isWanted?: (record: T) => boolean,
): Promise<T[]> {
	const found = new Map<unknown, T>();
	const watch = new PageWatch(HIGHLEVEL);
	const pageSize = isWanted ? largestPage : Math.min(largestPage, limit);
	for (let skip = 0; found.size < limit; skip += pageSize) {
		const page = await readPage(skip, pageSize);
		// A record without an id is nobody's double.
		for (const record of page) {
			if (isWanted?.(record) ?? true) found.set(record.id ?? record._id ?? record, record);
		}
		if (found.size < limit && !watch.goesOn(keysOf(page), pageSize)) break;
	}
	return [...found.values()].slice(0, limit);
}
