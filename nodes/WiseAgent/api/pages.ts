import type { IDataObject } from 'n8n-workflow';

import { readNumbered } from '../../core/pages';

/** So many records Wise Agent gives at once, unless told otherwise. Source: official API page. */
export const PAGE_SIZE = 100;

export interface Pages {
	/** `Infinity` for all. */
	limit: number;
	/** The most on a page; 100 unless told. */
	largestPage?: number;
	/** Reads a page; the first is 1. */
	readPage: (page: { page: number; page_size: number }) => Promise<IDataObject[]>;
	/** The name of the field that holds the id. */
	id: string;
	/** Records that are not wanted are left out, and do not count. */
	isWanted?: (record: IDataObject) => boolean;
	/** How many records there are, as far as Wise Agent tells. */
	count?: () => Promise<number | undefined>;
}

/** A page that is not full may be the last; how often all pages are read again when more records are said to be there. */
const PASSES = 3;

/**
 * Reads records page after page. One that was deleted meanwhile moves those behind it to pages that were read already;
 * where the count says that some were missed, the pages are read again.
 */
export async function readPages(pages: Pages): Promise<IDataObject[]> {
	const { limit, largestPage = PAGE_SIZE, readPage, id, isWanted, count } = pages;
	const found = new Map<unknown, IDataObject>();
	let pagesRead = 0;
	for (let pass = 1; pass <= PASSES; pass++) {
		const before = found.size;
		const records = await readNumbered({
			limit,
			largestPage,
			readPage: async (skip, pageSize) => {
				pagesRead += 1;
				return await readPage({ page: skip / pageSize + 1, page_size: pageSize });
			},
			idOf: (record) => record[id] ?? record,
			isWanted,
		});
		for (const record of records) found.set(record[id] ?? record, record);
		const wasMovedMaybe = limit === Infinity && pagesRead > 1 && !isWanted && count !== undefined;
		if (!wasMovedMaybe || found.size === before) break;
		if (found.size >= ((await count()) ?? 0)) break;
	}
	return [...found.values()];
}
