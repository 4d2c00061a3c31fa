import type { IDataObject } from 'n8n-workflow';

import { ownValue } from '../../core/values/ownValue';
import { keysOf, PageWatch } from '../../core/sending/pageWatch';
import type { PageQuery } from './pages';
import { PAGE_SIZE, WISE_AGENT } from './pages';

export interface PagesToRead {
	readPage: (page: PageQuery) => Promise<Page>;
	/** The name of the field that holds the id. */
	id: string;
	/** Asked before each round but the first. */
	mayGoOn: () => boolean;
}

export interface Page {
	records: IDataObject[];
	/** How many records there are on all pages, where Wise Agent tells. */
	total?: number;
}

export interface PagesRead {
	/** Each record once, as it was met last. */
	records: IDataObject[];
	/** Certainly no record was passed over. */
	isWhole: boolean;
	/** Where to go on, when there was no time to read them all. */
	nextPage?: number;
}

/** So many readings for two that are alike. */
const PASSES = 5;

/** So many pages are read at the same time at most: Wise Agent is slow, and n8n ends a poll after some time. */
const ROUND = 4;

/**
 * Reads the pages once. Records that are deleted meanwhile move others to pages that were read already.
 *
 * @param firstPage to go on where an earlier reading had to stop
 */
export async function readPagesOnce(pages: PagesToRead, firstPage = 1): Promise<PagesRead> {
	const records = new Map<unknown, IDataObject>();
	const { nextPage, pageCount } = await readPass(pages, firstPage, (id, record) => records.set(id, record));
	const isWhole = nextPage === undefined && firstPage === 1 && pageCount === 1;
	return { records: [...records.values()], isWhole, nextPage };
}

/**
 * Reads the pages until two readings in a row show the same ids in the same order: what shifts records while they are
 * read, shows in one of the two. One page is whole by itself.
 */
export async function readWholePages(pages: PagesToRead): Promise<PagesRead> {
	const records = new Map<unknown, IDataObject>();
	let before: Pass | undefined;
	for (let count = 0; count < PASSES; count++) {
		const pass = await readPass(pages, 1, (id, record) => records.set(id, record));
		const { nextPage } = pass;
		const isAlike = before !== undefined && pass.order.join() === before.order.join();
		const isWhole = nextPage === undefined && (pass.pageCount === 1 || isAlike);
		if (isWhole || nextPage !== undefined) return { records: [...records.values()], isWhole, nextPage };
		before = pass;
	}
	return { records: [...records.values()], isWhole: false };
}

/** What one reading of the pages showed. */
export interface Pass {
	/** The ids in the order in which they were met. */
	order: unknown[];
	/** How many pages were taken over. */
	pageCount: number;
	/** The first page that was not read, when there was no time. */
	nextPage?: number;
}

/** @param take gets each record as it is met, which may be more than once; nothing else keeps it */
export async function readPass(
	{ readPage, id, mayGoOn }: PagesToRead,
	firstPage: number,
	take: (id: unknown, record: IDataObject) => void,
): Promise<Pass> {
	const pass: Pass = { order: [], pageCount: 0 };
	const watch = new PageWatch(WISE_AGENT);
	let page = firstPage;
	let roundSize = 1;
	for (;;) {
		const round = await Promise.all(
			Array.from(
				{ length: roundSize },
				async (_, place) => await readPage({ page: page + place, page_size: PAGE_SIZE }),
			),
		);
		for (const { records } of round) {
			const ids = records.map((record) => ownValue(record, id));
			records.forEach((record, place) => take(ids[place], record));
			pass.order.push(...ids);
			pass.pageCount += 1;
			if (!watch.goesOn(keysOf(records, id), PAGE_SIZE)) return pass;
		}
		page += roundSize;
		if (!mayGoOn()) return { ...pass, nextPage: page };
		roundSize = Math.max(Math.min(roundSize * 2, ROUND, pagesIn(round) - page + 1), 1);
	}
}

/** How many pages there are, as far as Wise Agent tells; after a full page there may be one that is empty. */
function pagesIn(round: Page[]): number {
	const total = round[round.length - 1]?.total;
	return total === undefined ? Infinity : Math.max(Math.ceil(total / PAGE_SIZE), 1);
}
