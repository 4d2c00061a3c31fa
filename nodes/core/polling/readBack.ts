import { Failure } from '../failure';
import { PageWatch } from '../sending/pageWatch';
import type { RecordChanges } from './changedRecords';
import { recordChanges } from './changedRecords';
import type { Part } from './part';
import type { Poll } from './poll';
import type { ChangeSource } from './readChanges';
import { readChanges } from './readChanges';
import type { SeenRecord, SeenWindow, WindowHead } from './seenWindow';

/** One page, and where the next one begins; `undefined` when the service gives no place for it. */
export interface BackPage<T> {
	records: T[];
	next?: unknown;
}

/** A list of a service that cannot be asked for what has changed since a time, but comes the newest change first. */
export interface BackSource<T> {
	/** "HighLevel" */
	service: string;
	/** What the records are called in texts: "records". */
	called: string;
	/** Under this name a reading goes on in the next poll, in the same process. */
	name: string;
	/** The most that the service gives at once. */
	pageSize: number;
	/** @param place what the page before has as `next`; `undefined` for the first page */
	readPage(place: unknown): Promise<BackPage<T>>;
	seenAs(record: T): SeenRecord;
}

/** How far a reading has come. */
interface Progress<T> {
	since: number;
	startedAt: number;
	/** By id; of a record that is met twice, the state that was read last. */
	found: Map<string, T>;
	place: unknown;
	watch: PageWatch;
}

/**
 * The records that were created or have changed since the last poll, of a list that is read from its newest change back
 * to where the last poll was: one page when little has happened. A poll without time left keeps what it has read, and
 * the next one goes on; nothing is told before the reading is whole. Throws a `Failure` when the service does not keep
 * to the order, since changes would be missed then.
 */
export async function changesReadBack<T>(
	poll: Poll,
	part: Part<WindowHead>,
	settings: { startAt: number | undefined; lagMs: number },
	source: BackSource<T>,
): Promise<RecordChanges<T>> {
	const readUntil = (isOver: () => boolean) => async (window: SeenWindow) => {
		const whole = await readBack(poll.unfinished, source, { since: window.since, isOver });
		if (!whole) return { changed: [], hasMore: true };
		const { records, startedAt } = whole;
		return await readChanges(window, given(source, records), { isEnough: () => false, startedAt });
	};
	return await recordChanges(part, settings, {
		newestChange: async () => newestOf(source, (await source.readPage(undefined)).records),
		readFirst: readUntil(() => false),
		read: readUntil(() => poll.isLate),
	});
}

/** Records that are there already. */
function given<T>(source: BackSource<T>, records: T[]): ChangeSource<T> {
	return {
		pagesSince: () => [records],
		newestChange: async () => newestOf(source, records),
		seenAs: (record) => source.seenAs(record),
	};
}

function newestOf<T>({ seenAs }: BackSource<T>, records: T[]): number {
	return records.reduce((newest, record) => Math.max(newest, seenAs(record).changedAt ?? 0), 0);
}

/** All since a time, the oldest change first; `undefined` when it is over before. */
async function readBack<T>(
	unfinished: Map<string, unknown>,
	source: BackSource<T>,
	{ since, isOver }: { since: number; isOver: () => boolean },
): Promise<{ records: T[]; startedAt: number } | undefined> {
	const { name, pageSize, readPage, seenAs } = source;
	const earlier = unfinished.get(name) as Progress<T> | undefined;
	const progress = earlier?.since === since ? earlier : begun<T>(source, since);
	// Begun again by the next poll when a page cannot be read.
	unfinished.delete(name);
	for (;;) {
		const { records, next } = await readPage(progress.place);
		const times = records.map((record) => seenAs(record).changedAt).filter((time) => time !== undefined);
		if (times.some((time, place) => time > (times[place - 1] ?? Infinity))) throw outOfOrder(source);
		for (const record of records) take(progress, source, record);
		const isEnd = times.some((time) => time < since);
		const keys = records.map((record) => `${seenAs(record).id} ${seenAs(record).changedAt}`);
		if (isEnd || !progress.watch.goesOn(keys, pageSize, next) || next === undefined) break;
		progress.place = next;
		if (!isOver()) continue;
		unfinished.set(name, progress);
		return undefined;
	}
	return { records: [...progress.found.values()].reverse(), startedAt: progress.startedAt };
}

function begun<T>({ service }: BackSource<T>, since: number): Progress<T> {
	const watch = new PageWatch({ service });
	return { since, startedAt: Date.now(), found: new Map(), place: undefined, watch };
}

/** One that is met again was pushed back by others: its place is the later one. */
function take<T>({ found, since }: Progress<T>, { seenAs }: BackSource<T>, record: T): void {
	const { id, changedAt = since } = seenAs(record);
	if (changedAt < since) return;
	found.delete(id);
	found.set(id, record);
}

function outOfOrder({ service, called }: { service: string; called: string }): Failure {
	return new Failure(
		`${service} did not return the ${called} in the order of their changes`,
		'Nothing was returned, because changes would be missed. Try again later. If it happens again, check the Base URL in the credential: a proxy there may drop what is asked for.',
	);
}
