import type { StoredRecords } from '../../shared/running/snapshot';
import { restoreRecords, storedRecords } from '../../shared/running/snapshot';
import type { SandboxState } from './state';

interface Snapshot extends StoredRecords {
	deletedContacts: string[];
}

/** The state as JSON-ready data, for the state file. */
export function takeSnapshot(state: SandboxState): Snapshot {
	return { ...storedRecords(state), deletedContacts: [...state.deletedContacts] };
}

/** Replaces the state by a stored one.
 * @throws Error when the data is not a snapshot of this layout */
export function restoreSnapshot(state: SandboxState, data: unknown): void {
	const snapshot = data as Snapshot;
	state.silently(() => {
		restoreRecords(state, snapshot);
		// A file from before there were opportunities: the seed's belong to contacts that are gone.
		if (!snapshot.records['opportunities']) state.opportunities.clear();
	});
	state.deletedContacts.clear();
	for (const id of snapshot.deletedContacts) state.deletedContacts.add(id);
	// What was stored has long been visible to searches.
	state.lag.settle();
	for (const map of state.maps()) {
		for (const record of map.values() as Iterable<{ dateUpdated?: string; updatedAt?: string }>) {
			const changedAt = record.dateUpdated ?? record.updatedAt;
			if (changedAt !== undefined) state.clock.startAfter(Date.parse(changedAt));
		}
	}
}
