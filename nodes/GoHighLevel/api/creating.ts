import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import { KeyedQueue } from '../../core/keyedQueue';
import type { Path } from '../../core/path';
import type { ReadBack } from '../../core/retry';
import { orCancelled, systemClock } from '../../core/wait';
import type { HighLevelClient } from './client';
import { undefinedWhenRefused } from './locations';

/** How a record is created, and known again when the answer to its creation is lost. */
export interface Creation<T extends { id: string }> {
	/** Takes the record, and the name under which records of this kind wait for each other. */
	path: Path;
	/** What narrows that name, where a path takes all records of a location. */
	among?: string;
	body: IDataObject;
	/** The record in HighLevel's answer. */
	recordIn: (answer: unknown) => T | undefined;
	/** Reads the records among which the new one would be. */
	list: () => Promise<T[]>;
	/** Whether a record holds what was sent. */
	isSame: (record: T) => boolean;
	/** When a record was added (ISO 8601); without it, what is there is looked at before as well. */
	addedAt?: (record: T) => unknown;
	/** HighLevel keeps no two records with this content: one that is there is the wanted one, whoever added it. */
	isUnique?: boolean;
}

/** Records that could be taken for each other are created one after the other. */
const creations = new KeyedQueue();

/** When to look for a record whose answer was lost, in ms after the retry; an object, so that tests wait less. */
export const looks = { waitsMs: [0, 2_000] };

/** What this process has created is never taken for what a lost answer belongs to. */
const created = new Set<string>();
const CREATED_KEPT = 10_000;

/**
 * Creates a record, once: when the answer is lost, it looks for a record with this content that was not there before,
 * and creates again only when there is none. Where that cannot be known, it ends with "may have happened".
 */
export async function createOnce<T extends { id: string }>(
	api: HighLevelClient,
	creation: Creation<T>,
): Promise<T> {
	const key = `${api.access.budgetKey}${creation.path.value} ${creation.among ?? ''}`;
	return await creations.run([key], async () => await create(api, creation), api.signal);
}

async function create<T extends { id: string }>(api: HighLevelClient, creation: Creation<T>): Promise<T> {
	const { path, body, recordIn, addedAt, isUnique = false } = creation;
	const before = addedAt || isUnique ? undefined : await idsThere(creation);
	let lookAgain: (() => Promise<T | undefined>) | undefined;
	let found: T | undefined;
	const find = async (startedAt: number): Promise<ReadBack> => {
		const isNew = (record: T) =>
			isUnique ||
			(!created.has(record.id) &&
				(addedAt ? isAddedSince(api, addedAt(record), startedAt) : before?.has(record.id) === false));
		if (!addedAt && !before && !isUnique) return 'unknown';
		lookAgain = async () => await look(api, creation, isNew);
		found = await lookAgain();
		return found ? { found } : 'absent';
	};
	const answer = await api.postCreate<unknown>(path, body, find).catch(async (error: unknown) => {
		// What is refused may be what the lost attempt has done by now, such as a slot that it has taken.
		found = isRefusal(error) ? await lookAgain?.() : undefined;
		if (!found) throw error;
	});
	const record = found ?? recordIn(answer);
	if (!record?.id) throw api.notHighLevel();
	keep(record.id);
	return record;
}

function isRefusal(error: unknown): boolean {
	return error instanceof Failure && (error.details.httpCode ?? 500) < 500;
}

/** `undefined` when the token may not read them. */
async function idsThere<T extends { id: string }>({ list }: Creation<T>): Promise<Set<string> | undefined> {
	const records = await list().catch(undefinedWhenRefused);
	return records && new Set(records.map(({ id }) => id));
}

async function look<T extends { id: string }>(
	api: HighLevelClient,
	{ list, isSame }: Creation<T>,
	isNew: (record: T) => boolean,
): Promise<T | undefined> {
	for (const wait of looks.waitsMs) {
		if (wait > 0) await orCancelled(systemClock.sleep(wait), api.signal);
		const found = (await list()).find((record) => isNew(record) && isSame(record));
		if (found) return found;
	}
	return undefined;
}

function keep(id: string): void {
	created.add(id);
	const [oldest] = created;
	if (created.size > CREATED_KEPT && oldest !== undefined) created.delete(oldest);
}

/** Creation times are compared across two clocks; `Date` headers count whole seconds. */
const CLOCK_TOLERANCE_MS = 2_000;

/** Whether HighLevel added a record at or after a moment of this machine's clock. */
export function isAddedSince(api: HighLevelClient, addedAt: unknown, startedAt: number): boolean {
	return Date.parse(String(addedAt)) >= api.serverTime(startedAt) - CLOCK_TOLERANCE_MS;
}
