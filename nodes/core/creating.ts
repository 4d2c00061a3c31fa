import { Failure } from './failure';
import { KeyedQueue } from './keyedQueue';
import type { ReadBack } from './retry';
import { orCancelled, systemClock } from './wait';

/** How something is created, and known again when the answer to its creation is lost. */
export interface Creation<T> {
	/** Creations that have one of these names in common wait for each other: what they make could be confused. */
	among: string[];
	/** Sends the request; when its answer is lost, `find` says what became of it. */
	send: (find: (startedAt: number) => Promise<ReadBack>) => Promise<unknown>;
	/** What the answer says was created; `undefined` when it says nothing of the kind. */
	createdIn: (answer: unknown) => T | undefined;
	/**
	 * Looks for what a request that began at `startedAt` (ms since 1970, this machine's clock) has created. It must pass
	 * over what `isCreatedHere`.
	 */
	look: (startedAt: number) => Promise<T | undefined>;
	/** Names that no other record has, for `isCreatedHere`. */
	keysOf: (created: T) => string[];
	/** For an answer from which it cannot be seen that anything was created. */
	unexpected: () => Failure;
	signal?: AbortSignal;
}

const creations = new KeyedQueue();

/** When to look for a record whose answer was lost, in ms after the retry; an object, so that tests wait less. */
export const looks = { waitsMs: [0, 2_000] };

/** What this process has created is never taken for what a lost answer belongs to. */
const createdHere = new Set<string>();
const CREATED_KEPT = 10_000;

/** Whether this process has created the record itself, and got the answer. */
export function isCreatedHere(key: string): boolean {
	return createdHere.has(key);
}

/**
 * Creates something, once: when the answer is lost, it looks for what the request may have created, and sends it again
 * only when that is not there. Where it cannot be known, it ends with "may have happened".
 */
export async function createOnce<T>(creation: Creation<T>): Promise<T> {
	return await creations.run(creation.among, async () => await create(creation), creation.signal);
}

async function create<T>(creation: Creation<T>): Promise<T> {
	const { send, createdIn, keysOf, unexpected } = creation;
	let lostAt: number | undefined;
	let found: T | undefined;
	const find = async (startedAt: number): Promise<ReadBack> => {
		lostAt = startedAt;
		found = await lookFor(creation, startedAt);
		return found === undefined ? 'absent' : { found };
	};
	const answer = await send(find).catch(async (error: unknown) => {
		// What is refused may be what the lost attempt has done by now, such as a slot that it has taken.
		found = isRefusal(error) && lostAt !== undefined ? await lookFor(creation, lostAt) : undefined;
		if (found === undefined) throw error;
	});
	const created = found ?? createdIn(answer);
	if (created === undefined) throw unexpected();
	keep(keysOf(created));
	return created;
}

function isRefusal(error: unknown): boolean {
	return error instanceof Failure && (error.details.httpCode ?? 500) < 500;
}

async function lookFor<T>({ look, signal }: Creation<T>, startedAt: number): Promise<T | undefined> {
	for (const wait of looks.waitsMs) {
		if (wait > 0) await orCancelled(systemClock.sleep(wait), signal);
		const found = await look(startedAt);
		if (found !== undefined) return found;
	}
	return undefined;
}

function keep(keys: string[]): void {
	for (const key of keys) createdHere.add(key);
	for (const oldest of createdHere) {
		if (createdHere.size <= CREATED_KEPT) break;
		createdHere.delete(oldest);
	}
}
