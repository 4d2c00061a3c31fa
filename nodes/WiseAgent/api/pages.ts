import type { IDataObject } from 'n8n-workflow';

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

/** How often the pages are read when more records are said to be there than were met. */
const PASSES = 3;

/**
 * Reads records page after page. One that is met twice, because others were added meanwhile, is put out once. One that
 * was deleted meanwhile moves those behind it to pages that were read already: where the count says that some were
 * missed, the pages are read again.
 */
export async function readPages({
	limit,
	largestPage = PAGE_SIZE,
	readPage,
	id,
	isWanted = () => true,
	count,
}: Pages): Promise<IDataObject[]> {
	const met = new Set<unknown>();
	const found = new Map<unknown, IDataObject>();
	for (let pass = 1; pass <= PASSES; pass++) {
		const metBefore = met.size;
		let page = 1;
		for (; ; page++) {
			const records = await readPage({ page, page_size: largestPage });
			for (const record of records) {
				// A record without an id is nobody's double.
				const key = record[id] ?? record;
				met.add(key);
				if (isWanted(record)) found.set(key, record);
			}
			if (found.size >= limit) return [...found.values()].slice(0, limit);
			if (records.length < largestPage) break;
		}
		const isWhole = page === 1 || met.size === metBefore || !count || met.size >= (await count());
		if (isWhole) break;
	}
	return [...found.values()];
}
