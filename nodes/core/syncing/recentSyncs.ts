import type { Account, Memory } from '../account/account';
import { forgetOldest } from '../account/forgetOldest';
import type { SyncRules } from './decide';
import type { Synced } from './lastSynced';
import { syncedTo } from './lastSynced';

/** So many are remembered of an account; of more, the oldest is forgotten. */
const KEPT = 10_000;

const RECENT: Memory<Map<string, Synced>> = { name: 'recent syncs', create: () => new Map() };

/**
 * The rules for one record, with what was synced to it last. A workflow that has read "Last Synced Values" before
 * another execution stored newer ones would take what that has written for an edit of the target; so this process
 * remembers what it returned.
 *
 * @param id the record that is written to
 */
export function latestRules<Rules extends SyncRules>(account: Account, rules: Rules, id: string): Rules {
	const given = syncedTo(rules.lastSynced, id);
	const recent = given && account.memory(RECENT).get(keyOf(given));
	const isNewer = recent && recent.version > given.version;
	return { ...rules, lastSynced: isNewer ? recent : given };
}

/** Remembers what a write returns. */
export function rememberSynced(account: Account, synced: Synced): Synced {
	const recent = account.memory(RECENT);
	const key = keyOf(synced);
	recent.delete(key);
	recent.set(key, synced);
	forgetOldest(recent, KEPT);
	return synced;
}

function keyOf({ id, link }: Synced): string {
	return `${id} ${link}`;
}
