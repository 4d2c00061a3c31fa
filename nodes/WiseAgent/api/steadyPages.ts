import type { IDataObject } from 'n8n-workflow';

import type { PagesToRead } from './wholePages';
import { readPass } from './wholePages';

/** So many readings at most for two in a row of which the second shows all that the first one showed. */
const PASSES = 5;

/**
 * Reads the pages until a reading shows all that the one before it showed, in the same order. A record is passed over
 * only when one before it goes away, or moves back, while the pages are read: that one is missing in the next reading,
 * or at another place. Records that are added push others to later pages, where they are met again, and do no harm.
 *
 * Of the records, only their IDs are held.
 *
 * @param begin begins a reading, and gives what takes each record of it once
 * @returns whether the last reading certainly passed over no record
 */
export async function readSteadyPages(
	pages: Omit<PagesToRead, 'mayGoOn'>,
	begin: () => (record: IDataObject) => void,
): Promise<boolean> {
	let before: unknown[] | undefined;
	for (let count = 0; count < PASSES; count++) {
		const met = new Set<unknown>();
		const take = begin();
		const { pageCount } = await readPass({ ...pages, mayGoOn: () => true }, 1, (id, record) => {
			if (met.has(id)) return;
			met.add(id);
			take(record);
		});
		const order = [...met];
		if (pageCount === 1 || (before && showsAllOf(before, order))) return true;
		before = order;
	}
	return false;
}

/** Whether the later list has everything of the earlier one, in the same order; it may have more. */
function showsAllOf(earlier: unknown[], later: unknown[]): boolean {
	let place = 0;
	for (const id of later) if (place < earlier.length && id === earlier[place]) place += 1;
	return place === earlier.length;
}
