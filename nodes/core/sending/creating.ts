import type { Account, Memory } from '../account/account';
import { forgetOldest } from '../account/forgetOldest';
import { Cancelled, Failure } from '../failure';
import type { ReadBack } from './retry';
import { orCancelled, systemClock } from '../wait';

/** What looking for a record gave, of which it is not known whether it was created. */
export type Seen<T> =
	| { created: T }
	/** There is nothing new, as far as the service shows what is new at once. */
	| 'absent'
	/** There is something new that may be it, or something of which it is not known whether it is new. */
	| 'unknown';

/**
 * What one look gave. `repeatable`: there is nothing new, and the service itself would refuse a second one, so that it
 * may be created without looking again.
 */
export type Looked<T> = Seen<T> | 'repeatable';

/** Whether a record was added since a request began; `unknown` where nothing tells. */
export type Age = 'new' | 'older' | 'unknown';

/** How something is created, and known again when the answer to its creation is lost. */
export interface Creation<T> {
	/** Creations that have one of these names in common wait for each other: what they make could be confused. */
	among: string[];
	/** Sends the request; when its answer is lost, `find` says what became of it. */
	send: (find: (startedAt: number) => Promise<ReadBack>) => Promise<unknown>;
	/** What the answer says was created; `undefined` when it does not say which record that is. */
	createdIn: (answer: unknown) => T | undefined;
	/**
	 * Looks for what a request that began at `startedAt` (ms since 1970, this machine's clock) has created. It must pass
	 * over what `account.hasCreated`; `createdAmong` has the rule.
	 */
	look: (startedAt: number) => Promise<Looked<T>>;
	/** Names that no other record has, for `account.hasCreated`. */
	keysOf: (created: T) => string[];
	/**
	 * Names what must never happen twice, such as a message: who gets it, on which channel, and its content. It is not sent
	 * again after a lost answer: what cannot be found may still be on its way.
	 */
	once?: string;
	/** For an answer that says that all is well, and not which record was created, where none can be found either. */
	unexpected: () => Failure;
	signal?: AbortSignal;
}

/**
 * Which of these records a lost request has created: the one that is new and holds what was sent. Services store texts
 * otherwise than they were sent, so that a new one that differs, or several, leave it unknown.
 */
export function createdAmong<T>(
	records: T[],
	ageOf: (record: T) => Age,
	isSame: (record: T) => boolean,
): Seen<T> {
	const notOlder = records.filter((record) => ageOf(record) !== 'older');
	const [created, ...others] = notOlder.filter((record) => ageOf(record) === 'new' && isSame(record));
	if (created !== undefined && others.length === 0) return { created };
	return notOlder.length > 0 ? 'unknown' : 'absent';
}

/** What may have happened here, and was not found: what turns up later may be that, or another one like it. */
const UNRESOLVED: Memory<Set<string>> = { name: 'unresolved', create: () => new Set() };
const UNRESOLVED_KEPT = 10_000;

/**
 * Creates something, once: when the answer is lost, or does not say what was created, it looks for what the request may
 * have created, and sends it again only when that is certainly not there. Where it cannot be known, it ends with "may
 * have happened".
 */
export async function createOnce<T>(account: Account, creation: Creation<T>): Promise<T> {
	const leave = await account.turnToCreate(creation.among, creation.signal);
	try {
		const created = await sendAndFind(account, creation).catch((error: unknown) => {
			const { once } = creation;
			const mayHaveHappened = error instanceof Failure && error.details.mayHaveHappened;
			if (once !== undefined && mayHaveHappened) keepUnresolved(account, once);
			throw error;
		});
		account.keepCreated(creation.keysOf(created));
		return created;
	} finally {
		leave();
	}
}

function keepUnresolved(account: Account, once: string): void {
	forgetOldest(account.memory(UNRESOLVED).add(once), UNRESOLVED_KEPT);
}

async function sendAndFind<T>(account: Account, creation: Creation<T>): Promise<T> {
	const { send, createdIn, unexpected } = creation;
	const sentAt = systemClock.now();
	let lostAt: number | undefined;
	let found: { created: T } | undefined;
	const find = async (startedAt: number): Promise<ReadBack> => {
		lostAt = startedAt;
		const looked = await lookFor(account, creation, startedAt);
		if (typeof looked === 'string') return looked;
		found = looked;
		return { found: looked.created };
	};
	const answer = await send(find).catch(async (error: unknown) => {
		// What is refused may be what the lost attempt has done by now, such as a slot that it has taken.
		const looked =
			isRefusal(error) && lostAt !== undefined ? await lookFor(account, creation, lostAt) : 'absent';
		if (looked === 'absent') throw error;
		if (looked === 'unknown') throw unexpected();
		found = looked;
	});
	const created = found ? found.created : createdIn(answer);
	if (created !== undefined) return created;
	const looked = await lookFor(account, creation, lostAt ?? sentAt);
	if (typeof looked === 'string') throw unexpected();
	return looked.created;
}

function isRefusal(error: unknown): boolean {
	return error instanceof Failure && !error.details.mayHaveHappened && (error.details.httpCode ?? 500) < 500;
}

/** Looks several times: lists may show a new record late. */
async function lookFor<T>(
	account: Account,
	{ look, once, signal }: Creation<T>,
	startedAt: number,
): Promise<Seen<T>> {
	if (once !== undefined && account.memory(UNRESOLVED).has(once)) return 'unknown';
	let seen: 'absent' | 'unknown' = once === undefined ? 'absent' : 'unknown';
	for (const wait of account.pace.looksMs) {
		if (wait > 0) await orCancelled(systemClock.sleep(wait), signal);
		const looked = await look(startedAt).catch(unknownUnlessCancelled);
		if (typeof looked === 'object') return looked;
		if (looked === 'repeatable') break;
		if (looked === 'unknown') seen = looked;
	}
	return seen;
}

/** For a look that failed: whether the record is there is not known. */
export function unknownUnlessCancelled(error: unknown): 'unknown' {
	if (error instanceof Cancelled) throw error;
	return 'unknown';
}
