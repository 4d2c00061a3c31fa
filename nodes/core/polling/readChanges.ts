import type { ChangedRecord, RecordChanges } from './changedRecords';
import type { SeenRecord, SeenWindow } from './seenWindow';

/** How a service shows records by the time of their change. */
export interface ChangeSource<T> {
	/**
	 * Records that changed at this time (ms since 1970) or later, the oldest change first. One that changes meanwhile may
	 * come again.
	 */
	pagesSince(since: number): AsyncIterable<T[]> | Iterable<T[]>;
	/** The time of the newest change, in ms since 1970; 0 where there is no record. */
	newestChange(): Promise<number>;
	/** @param since what counts as its time where that cannot be read, if need be */
	seenAs(record: T, since: number): SeenRecord;
}

export interface ChangeReading<T> {
	/** Whether to leave the rest to the next poll, by how many records have changed so far. */
	isEnough: (found: number) => boolean;
	/** Takes each page as it is found; what it needs of the poll's time is left off the reading. */
	lookAt?: (page: Array<ChangedRecord<T>>) => Promise<void>;
	/** When the records were asked for, by this machine's clock, where that was before. */
	startedAt?: number;
}

/** Reads what has changed since the window's time, each record once and as it is now, in the order of the changes. */
export async function readChanges<T>(
	window: SeenWindow,
	source: ChangeSource<T>,
	{ isEnough, lookAt, startedAt = Date.now() }: ChangeReading<T>,
): Promise<RecordChanges<T>> {
	const { since } = window;
	const found = new Map<string, ChangedRecord<T>>();
	const changed = () => [...found.values()];
	for await (const page of source.pagesSince(since)) {
		const seen = page.map((record) => ({ record, as: source.seenAs(record, since) }));
		for (const { record, as } of seen) look(window, found, record, as);
		await lookAt?.(seen.flatMap(({ as }) => found.get(as.id) ?? []));
		const last = seen[seen.length - 1];
		if (!last || !isEnough(found.size)) continue;
		const stopped = { changedAt: last.as.changedAt ?? since, newest: await source.newestChange() };
		window.advance({ startedAt, endedAt: Date.now(), stopped });
		return { changed: changed(), hasMore: true };
	}
	window.advance({ startedAt, endedAt: Date.now() });
	return { changed: changed(), hasMore: false };
}

/** One that changes during the reading is met again: it counts once, at its later place. */
function look<T>(window: SeenWindow, found: Map<string, ChangedRecord<T>>, record: T, as: SeenRecord): void {
	const aspects = window.changedAspects(as);
	const seen = window.see(as);
	if (!seen) return;
	const before = found.get(as.id);
	const changedAspects = [...new Set([...(before?.changedAspects ?? []), ...aspects])];
	found.delete(as.id);
	found.set(as.id, { record, isNew: seen === 'added' || (before?.isNew ?? false), changedAspects });
}
