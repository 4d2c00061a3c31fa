import type { SandboxState } from './state';

const LAYOUT = 1;

interface Snapshot {
	layout: number;
	randomPosition: number;
	lastIds: Record<string, number>;
	records: Record<string, Array<[string, object]>>;
}

/** The state as JSON-ready data, for the state file. */
export function takeSnapshot(state: SandboxState): Snapshot {
	const records: Snapshot['records'] = {};
	for (const [name, map] of Object.entries(state.collections())) records[name] = [...map];
	return {
		layout: LAYOUT,
		randomPosition: state.random.position,
		lastIds: state.ids.position,
		records,
	};
}

/** Replaces the state by a stored one.
 * @throws Error when the data is not a snapshot of this layout */
export function restoreSnapshot(state: SandboxState, data: unknown): void {
	const snapshot = data as Snapshot;
	if (snapshot?.layout !== LAYOUT || typeof snapshot.records !== 'object') {
		throw new Error('it has another layout');
	}
	state.silently(() => {
		for (const [name, map] of Object.entries(state.collections())) {
			// A file of an earlier sandbox lacks what that one did not have: the seed's stays.
			if (!snapshot.records[name]) continue;
			map.clear();
			for (const [id, record] of snapshot.records[name]) map.set(id, record);
		}
	});
	state.random.position = snapshot.randomPosition;
	state.ids.position = snapshot.lastIds;
	for (const { updatedAt } of state.contacts.values()) state.clock.startAfter(Date.parse(updatedAt));
	for (const { modifiedAt } of state.tasks.values()) state.clock.startAfter(Date.parse(modifiedAt));
}
