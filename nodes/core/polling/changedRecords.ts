import type { Part } from './part';
import type { WindowHead } from './seenWindow';
import { SeenWindow } from './seenWindow';

/** A record that is not as the last poll has seen it. */
export interface ChangedRecord<T> {
	record: T;
	isNew: boolean;
	/** Of the aspects that the service shows of it, those that have changed; of a new record they mean nothing. */
	changedAspects?: string[];
}

export interface RecordChanges<T> {
	/** The one that changed first comes first. */
	changed: Array<ChangedRecord<T>>;
	/** The reading has stopped before the end, or was not whole; the next poll goes on with it. */
	hasMore: boolean;
}

/** How a service shows records of a kind. */
export interface RecordReading<T> {
	/** The time of the newest change, in ms since 1970; 0 where there is no record. */
	newestChange(): Promise<number>;
	/** Takes note of what there is at the beginning. */
	readFirst(window: SeenWindow): Promise<unknown>;
	/** What has changed since the last poll. */
	read(window: SeenWindow): Promise<RecordChanges<T>>;
}

/**
 * The records that were created or have changed since the last poll. The first poll finds those that have changed
 * since the date to start from; without one it finds none, and begins with the newest change that the service shows.
 * Where there is none yet, all that will come is new.
 *
 * @param startAt in ms since 1970; `undefined` for now
 */
export async function recordChanges<T>(
	part: Part<WindowHead>,
	{ startAt, lagMs }: { startAt: number | undefined; lagMs: number },
	reading: RecordReading<T>,
): Promise<RecordChanges<T>> {
	const window = new SeenWindow(part, lagMs);
	if (!window.isBegun && startAt === undefined) {
		const newest = await reading.newestChange();
		window.begin(Math.max(newest - lagMs, 0), newest, Date.now());
		await reading.readFirst(window);
		// What was there before is not taken back with the batch that another kind of records may bring.
		part.confirm();
		return { changed: [], hasMore: false };
	}
	if (!window.isBegun) window.begin(startAt ?? 0, startAt ?? 0, Date.now());
	return await reading.read(window);
}
