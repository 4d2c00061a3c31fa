import type { IDataObject } from 'n8n-workflow';

import { ownValue } from '../../core/values/ownValue';
import { keysOf, PageWatch } from '../../core/sending/pageWatch';

export const WISE_AGENT = { service: 'Wise Agent' };

/** So many records Wise Agent gives at once, unless told otherwise. Source: official API page. */
export const PAGE_SIZE = 100;

/** The parameters of a page; the first is 1. */
export interface PageQuery {
	page: number;
	page_size: number;
	[name: string]: number;
}

export interface Pages {
	/** `Infinity` for all. */
	limit: number;
	/** The most on a page; 100 unless told. */
	largestPage?: number;
	readPage: (page: PageQuery) => Promise<IDataObject[]>;
	/** The name of the field that holds the id. */
	id: string;
	/** Records that are not wanted are left out, and do not count. */
	isWanted?: (record: IDataObject) => boolean;
	/** How many records there are, wanted or not, as far as Wise Agent tells; asked for only when there are several pages. */
	count?: () => Promise<number>;
}

/** How often the pages are read, at most, while records are deleted. */
const PASSES = 4;

/**
 * Reads records page after page. One that is met twice, because others were added meanwhile, is put out once. One that
 * was deleted meanwhile moves those behind it to pages that were read already: when there are fewer records in the end
 * than in the beginning, or more than were met, the pages are read again. Throws a `Failure` when Wise Agent gives the
 * same page again.
 */
export async function readPages(pages: Pages): Promise<IDataObject[]> {
	const found = new Map<unknown, IDataObject>();
	const met = new Set<unknown>();
	for (let pass = 1; pass <= PASSES; pass++) {
		const isWhole = await readOnce(pages, found, met);
		if (isWhole) break;
	}
	return [...found.values()].slice(0, pages.limit);
}

/** @returns whether nothing can have been missed, or enough was found */
async function readOnce(
	{ limit, largestPage = PAGE_SIZE, readPage, id, isWanted = () => true, count }: Pages,
	found: Map<unknown, IDataObject>,
	met: Set<unknown>,
): Promise<boolean> {
	let countBefore: number | undefined;
	const watch = new PageWatch(WISE_AGENT);
	for (let page = 1; ; page++) {
		const records = await readPage({ page, page_size: largestPage });
		for (const record of records) {
			// A record without an id is nobody's double.
			const key = ownValue(record, id) ?? record;
			met.add(key);
			if (isWanted(record)) found.set(key, record);
		}
		if (found.size >= limit) return true;
		const isLast = !watch.goesOn(keysOf(records, id), largestPage);
		if (page === 1 && isLast) return true;
		if (page === 1) countBefore = await count?.();
		if (!isLast) continue;
		const countAfter = await count?.();
		if (countBefore === undefined || countAfter === undefined) return true;
		return countAfter >= countBefore && met.size >= countAfter;
	}
}
