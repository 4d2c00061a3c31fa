import type { Account, Memory } from '../account/account';
import { Failure } from '../failure';
import type { Reference } from './references';
import { isSameReference, keyOf } from './references';

/** How a service keeps the records among which a copy would be. */
export interface Copies<T> {
	/** Names where they are, such as the notes of a contact: copies there are written one after the other. */
	place: string;
	/** As in texts: "notes of contact abc". */
	shown: string;
	/** What their ID is called: `noteId`. */
	idName: string;
	list: () => Promise<T[]>;
	/** One of them by its ID; `undefined` when it is gone. Only for lists that may show a new record late. */
	read?: (id: string) => Promise<T | undefined>;
	idOf: (record: T) => string;
	referenceOf: (record: T) => Reference | null;
	/** Whether a record without a reference holds what is to be written; without it, none is adopted. */
	isAlike?: (record: T) => boolean;
	signal?: AbortSignal;
}

/** Copies that this process has written: a list may show them late. */
const WRITTEN: Memory<Map<string, { id: string; until: number }>> = {
	name: 'written references',
	create: () => new Map(),
};

const REMEMBERED_MS = 2 * 60_000;

/**
 * Writes the copy with a reference: `update` gets the record that is there, `create` makes one. Nothing else writes a copy
 * at this place meanwhile, so that of two items or executions with one reference the second finds what the first one made.
 * Throws a `Failure` where two records have the reference.
 */
export async function writeCopy<T, R extends { record: T }>(
	account: Account,
	copies: Copies<T>,
	reference: Reference,
	{ create, update }: { create: () => Promise<R>; update: (record: T, isAdopted: boolean) => Promise<R> },
): Promise<R> {
	const work = async () => {
		const records = await copies.list();
		const existing =
			withReference(records, copies, reference) ?? (await recalled(account, copies, reference));
		if (existing) return await update(existing, false);
		const alike = records.find((one) => copies.referenceOf(one) === null && copies.isAlike?.(one));
		const written = alike ? await update(alike, true) : await create();
		remember(account, copies, reference, copies.idOf(written.record));
		return written;
	};
	return await account.alone(`copies ${copies.place}`, work, copies.signal);
}

function withReference<T>(records: T[], copies: Copies<T>, reference: Reference): T | undefined {
	const found = records.filter((one) => isSameReference(copies.referenceOf(one), reference));
	const ids = found.map(copies.idOf);
	if (ids.length < 2) return found[0];
	const last = ids.pop() ?? '';
	throw new Failure(
		`${ids.length === 1 ? 'Two' : ids.length + 1} ${copies.shown} have the reference "${reference.text}": ${ids.join(', ')} and ${last}`,
		'Nothing was written. Delete those that are too many, or remove the reference from their text.',
		{ field: 'reference', [`${copies.idName}s`]: [...ids, last] },
	);
}

async function recalled<T>(
	account: Account,
	copies: Copies<T>,
	reference: Reference,
): Promise<T | undefined> {
	const entry = account.memory(WRITTEN).get(nameOf(copies, reference));
	if (!copies.read || !entry || entry.until <= Date.now()) return undefined;
	const record = await copies.read(entry.id);
	return record && isSameReference(copies.referenceOf(record), reference) ? record : undefined;
}

function remember<T>(account: Account, copies: Copies<T>, reference: Reference, id: string): void {
	const written = account.memory(WRITTEN);
	const now = Date.now();
	// Entries are in the order in which they end.
	for (const [name, { until }] of written) {
		if (until > now) break;
		written.delete(name);
	}
	const name = nameOf(copies, reference);
	written.delete(name);
	written.set(name, { id, until: now + REMEMBERED_MS });
}

function nameOf({ place }: Pick<Copies<unknown>, 'place'>, reference: Reference): string {
	return `${place} ${keyOf(reference)}`;
}
