import type { IDataObject } from 'n8n-workflow';

import { keysOf, PageWatch } from '../../../core/sending/pageWatch';
import { HIGHLEVEL } from '../../api/pages';
import { recordsIn } from './recordsIn';

/** How HighLevel is asked for a further page. */
export type Pagination = 'page' | 'searchAfter' | 'skip' | 'startAfter';

interface Reading {
	/** Asks for a page; gets what the call takes for it. */
	send: (place: IDataObject) => Promise<unknown>;
	way: Pagination;
	/** `Infinity` for all. */
	limit: number;
	size: number;
	/** What the call names the page size. */
	sizeName: string;
	/** Where the records are in an answer; empty for the only list in it. */
	key: string;
}

const REPEATED = {
	...HIGHLEVEL,
	remedy:
		'The endpoint may not know this way of paging: choose another one under "Pagination", or "None", and check "Page Size Name". If it is the right one, try again later.',
};

/**
 * Reads page after page until one is not full. A record whose id was met before comes once. Throws a `Failure` when the
 * same page comes again.
 */
export async function readPages({ send, way, limit, size, sizeName, key }: Reading): Promise<IDataObject[]> {
	const found = new Map<unknown, IDataObject>();
	const watch = new PageWatch(REPEATED);
	let cursor: IDataObject | undefined = firstPage(way);
	for (let read = 0; cursor && found.size < limit;) {
		const answer = await send({ [sizeName]: size, ...cursor });
		const records = recordsIn(answer, key);
		// A record without an id is nobody's double.
		for (const record of records) found.set(record.id ?? record._id ?? record, record);
		read += records.length;
		if (found.size >= limit) break;
		const next = nextPage(way, cursor, { answer, records, read });
		cursor = watch.goesOn(keysOf(records), size, next) ? next : undefined;
	}
	return [...found.values()].slice(0, limit);
}

function firstPage(way: Pagination): IDataObject {
	if (way === 'skip') return { skip: 0 };
	return way === 'startAfter' ? {} : { page: 1 };
}

/** `undefined` when the answer names no further page. */
function nextPage(
	way: Pagination,
	current: IDataObject,
	{ answer, records, read }: { answer: unknown; records: IDataObject[]; read: number },
): IDataObject | undefined {
	switch (way) {
		case 'page':
			return { page: Number(current.page) + 1 };
		case 'skip':
			return { skip: read };
		case 'searchAfter': {
			const { searchAfter } = records[records.length - 1] ?? {};
			return searchAfter === undefined ? undefined : { searchAfter };
		}
		case 'startAfter': {
			const { meta = {} } = answer as { meta?: IDataObject };
			const { startAfter, startAfterId } = meta;
			return startAfterId ? { startAfter, startAfterId } : undefined;
		}
	}
}
