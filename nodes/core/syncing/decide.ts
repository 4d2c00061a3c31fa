import type { ListChanges, ListMode } from '../values/listChanges';
import { hasName } from '../values/listChanges';
import { isEmpty } from '../values/texts';
import type { Synced } from './lastSynced';
import { givenOf, knows, storedOf } from './lastSynced';

/** What to do with a field that has changed on both sides since the last sync. */
export type Conflict = 'lastWriteWins' | 'sourceWins' | 'targetWins';

/** How fields find their way from one system to another. */
export interface SyncRules {
	/** Of the record that is written to; `undefined` where nothing is known of it. */
	lastSynced?: Synced;
	conflict: Conflict;
	/** Names of fields that are written only while the record has no value. */
	onlyIfEmpty: string[];
	/** When the source changed, in ms since 1970; `undefined` where that is not known. */
	sourceChangedAt?: number;
	/** When the record itself changed last, in ms since 1970; `undefined` where that is not known. */
	targetChangedAt?: number;
}

/** How a service reads and compares the fields of a record. */
export interface FieldValues {
	/** What the source has. */
	wanted: (name: string) => unknown;
	/** What the record has; a field that the service never shows: what it last stored. */
	current: (name: string) => unknown;
	/**
	 * What the record had when the sync in the other direction read it last; `undefined` where that is not known. The
	 * source has such a value from there: it is no change of the source, even if this direction has not run since.
	 */
	lastRead?: (name: string) => unknown;
	/** Whether two values of a field are one to the service, such as a phone in two spellings. */
	isSame: (name: string, a: unknown, b: unknown) => boolean;
}

export interface Decision {
	/** Names of the fields to write. */
	write: string[];
	/** Names of the fields that have what is wanted. */
	equal: string[];
	/** Field -> the value that lost, where both sides had changed it; it is the source's where it is not in `write`. */
	lost: Map<string, unknown>;
}

/**
 * Decides field by field what to write, so that an edit of a field that the source did not change is not overwritten.
 * A field of which nothing is known from an earlier sync is written where it differs.
 */
export function decide(names: string[], values: FieldValues, rules: SyncRules): Decision {
	const decision: Decision = { write: [], equal: [], lost: new Map() };
	for (const name of names) {
		const [wanted, current] = [values.wanted(name), values.current(name)];
		const wasRead = (value: unknown) => {
			const read = values.lastRead?.(name);
			return read !== undefined && values.isSame(name, read, value);
		};
		if (values.isSame(name, current, wanted)) {
			decision.equal.push(name);
			continue;
		}
		const { lastSynced } = rules;
		const isKnown = knows(lastSynced, name);
		if ((isKnown && values.isSame(name, givenOf(lastSynced, name), wanted)) || wasRead(wanted)) continue;
		if (rules.onlyIfEmpty.includes(name) && !isEmpty(current)) continue;

		const isEdited = isKnown && !values.isSame(name, current, storedOf(lastSynced, name));
		const isConflict = isEdited && !wasRead(current);
		const isKept = isConflict && targetWins(rules);
		if (isConflict) decision.lost.set(name, isKept ? wanted : current);
		if (!isKept) decision.write.push(name);
	}
	return decision;
}

function targetWins({ conflict, sourceChangedAt, targetChangedAt }: SyncRules): boolean {
	if (conflict !== 'lastWriteWins') return conflict === 'targetWins';
	if (sourceChangedAt === undefined || targetChangedAt === undefined) return false;
	return targetChangedAt > sourceChangedAt;
}

/**
 * The same for a list of names, such as tags: what the source has added and taken away since the last sync is added and
 * taken away here, and all else that the record has stays.
 *
 * @param lastSynced the names as they were last given
 * @param lastRead the names that the record had when the sync in the other direction read it last
 * @returns `undefined` where there is nothing to do
 */
export function decideList(
	current: string[],
	wanted: string[],
	mode: ListMode,
	lastSynced: string[],
	lastRead?: string[],
): ListChanges | undefined {
	const has = (name: string) => hasName(current, name);
	const gone = lastSynced.filter((name) => !hasName(wanted, name) && (!lastRead || hasName(lastRead, name)));
	const fresh = wanted.filter((name) => !hasName(lastSynced, name) && !hasName(lastRead ?? [], name));
	const changes: ListChanges = {
		add: mode === 'remove' ? [] : fresh.filter((name) => !has(name)),
		remove: { add: [], remove: fresh, replace: gone }[mode].filter(has),
	};
	return changes.add.length + changes.remove.length > 0 ? changes : undefined;
}
