export interface NumberedPages<T> {
	/** `Infinity` for all. */
	limit: number;
	/** The most that the service gives at once. */
	largestPage: number;
	/** Reads a page, by how many records come before it. */
	readPage: (skip: number, pageSize: number) => Promise<T[]>;
	/** What tells a record from others. */
	idOf: (record: T) => unknown;
	/** Records that are not wanted are left out, and do not count. */
	isWanted?: (record: T) => boolean;
}

/**
 * Reads records that come by number, not along a cursor: one that is met twice, because records before it were added
 * meanwhile, is put out once.
 */
export async function readNumbered<T>({
	limit,
	largestPage,
	readPage,
	idOf,
	isWanted,
}: NumberedPages<T>): Promise<T[]> {
	const found = new Map<unknown, T>();
	const pageSize = isWanted ? largestPage : Math.min(largestPage, limit);
	for (let skip = 0; found.size < limit; skip += pageSize) {
		const page = await readPage(skip, pageSize);
		for (const record of page) if (isWanted?.(record) ?? true) found.set(idOf(record), record);
		if (page.length < pageSize) break;
	}
	return [...found.values()].slice(0, limit);
}
