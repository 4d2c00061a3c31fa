import type { IDataObject } from 'n8n-workflow';

import type { PageQuery } from './pages';
import { PAGE_SIZE } from './pages';

export interface PagesToRead {
	readPage: (page: PageQuery) => Promise<IDataObject[]>;
	/** The name of the field that holds the id. */
	id: string;
	/** Asked before each page but the first. */
	mayGoOn: () => boolean;
}

export interface PagesRead {
	/** Each record once, as it was met last. */
	records: IDataObject[];
	/** Certainly no record was passed over. */
	isWhole: boolean;
}

interface Pass {
	records: Map<unknown, IDataObject>;
	/** The ids in the order in which they were met. */
	order: unknown[];
	isEnded: boolean;
	pageCount: number;
}

/** So many readings for two that are alike. */
const PASSES = 5;

/** Reads the pages once. Records that are deleted meanwhile move others to pages that were read already. */
export async function readPagesOnce(pages: PagesToRead): Promise<PagesRead> {
	const { records, isEnded, pageCount } = await readPass(pages);
	return { records: [...records.values()], isWhole: isEnded && pageCount === 1 };
}

/**
 * Reads the pages until two readings in a row show the same ids in the same order: what shifts records while they are
 * read, shows in one of the two. One page is whole by itself.
 */
export async function readWholePages(pages: PagesToRead): Promise<PagesRead> {
	const records = new Map<unknown, IDataObject>();
	let before: Pass | undefined;
	for (let count = 0; count < PASSES; count++) {
		const pass = await readPass(pages);
		for (const [id, record] of pass.records) records.set(id, record);
		const isAlike = before !== undefined && pass.order.join() === before.order.join();
		const isWhole = pass.isEnded && (pass.pageCount === 1 || isAlike);
		if (isWhole || !pass.isEnded) return { records: [...records.values()], isWhole };
		before = pass;
	}
	return { records: [...records.values()], isWhole: false };
}

async function readPass({ readPage, id, mayGoOn }: PagesToRead): Promise<Pass> {
	const records = new Map<unknown, IDataObject>();
	const order: unknown[] = [];
	for (let page = 1; ; page++) {
		if (page > 1 && !mayGoOn()) return { records, order, isEnded: false, pageCount: page - 1 };
		const found = await readPage({ page, page_size: PAGE_SIZE });
		const knownBefore = records.size;
		for (const record of found) {
			records.set(record[id], record);
			order.push(record[id]);
		}
		// A page without anything new: the pages have come to an end, or are not heeded.
		const isLast = found.length < PAGE_SIZE || records.size === knownBefore;
		if (isLast) return { records, order, isEnded: true, pageCount: page };
	}
}
