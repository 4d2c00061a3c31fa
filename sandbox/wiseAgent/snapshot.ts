import type { StoredRecords } from '../shared/running/snapshot';
import { restoreRecords, storedRecords } from '../shared/running/snapshot';
import type { SandboxState } from './state';

interface Snapshot extends StoredRecords {
	lastIds: Record<string, number>;
}

/** The state as JSON-ready data, for the state file. */
export function takeSnapshot(state: SandboxState): Snapshot {
	return { ...storedRecords(state), lastIds: state.ids.position };
}

/** Replaces the state by a stored one.
 * @throws Error when the data is not a snapshot of this layout */
export function restoreSnapshot(state: SandboxState, data: unknown): void {
	const snapshot = data as Snapshot;
	state.silently(() => restoreRecords(state, snapshot));
	state.ids.position = snapshot.lastIds;
	for (const { updatedAt } of state.contacts.values()) state.clock.startAfter(Date.parse(updatedAt));
	for (const { modifiedAt } of state.tasks.values()) state.clock.startAfter(Date.parse(modifiedAt));
}
