import type { IDataObject } from 'n8n-workflow';

import { readNumbered as read } from '../../core/pages';

/**
 * Reads records that come by number, not along a cursor: one that is met twice, because records before it were added
 * meanwhile, is put out once.
 *
 * @param limit `Infinity` for all
 * @param largestPage the most that HighLevel gives at once
 * @param readPage reads a page, by how many records come before it
 */
export async function readNumbered<T extends IDataObject>(
	limit: number,
	largestPage: number,
	readPage: (skip: number, pageSize: number) => Promise<T[]>,
): Promise<T[]> {
	// A record without an id is nobody's double.
	const idOf = (record: T) => record.id ?? record._id ?? record;
	return await read<T>({ limit, largestPage, readPage, idOf });
}
