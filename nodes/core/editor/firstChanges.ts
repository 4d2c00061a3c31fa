import type { ChangeSpan, Position } from './changedSince';
import { comparePositions } from './changedSince';
import { FirstOf } from './firstOf';

/** A record, and where it is among the changes. */
export interface Changed<T> {
	record: T;
	position: Position;
}

/** Which of the changes are wanted. */
interface Wanted<T> extends Pick<ChangeSpan, 'after'> {
	/** In ms since 1970: where the span ends, itself not included. Asked for when the first page is there. */
	endAt: () => number;
	/** `Infinity` for all. */
	limit: number;
	/** @param at what counts as the time of a record whose own time cannot be read */
	positionOf: (record: T, at: number) => Position;
	/** For records that do not come in the order of their changes, of which some would be passed over. */
	outOfOrder: () => Error;
}

/**
 * The first changes of a span, in order, of pages that come the oldest change first. No page is asked for once they are
 * known, and no more records are kept than are wanted and what is spare. Records of one moment may come in any order, so
 * all of them are read before the first ones are. One that comes twice at the same moment counts once.
 */
export async function firstChanges<T>(
	pages: AsyncIterable<T[]>,
	{ after, endAt, limit, positionOf, outOfOrder }: Wanted<T>,
): Promise<Array<Changed<T>>> {
	const first = new FirstOf<Changed<T>>(limit, (a, b) => comparePositions(a.position, b.position));
	const moment = { at: after.at, ids: new Set<string>() };
	let found = 0;
	let ofEarlierMoments = 0;
	let end: number | undefined;
	for await (const page of pages) {
		end ??= endAt();
		let isOver = page.length > 0;
		for (const record of page) {
			const position = positionOf(record, moment.at);
			if (position.at >= end) continue;
			isOver = false;
			if (position.at < moment.at) throw outOfOrder();
			if (position.at > moment.at) {
				Object.assign(moment, { at: position.at, ids: new Set<string>() });
				ofEarlierMoments = found;
			}
			if (comparePositions(position, after) <= 0 || moment.ids.has(position.id)) continue;
			moment.ids.add(position.id);
			first.add({ record, position });
			found += 1;
		}
		if (isOver || ofEarlierMoments >= limit) break;
	}
	return first.all();
}
