import type { RecordMap } from '../shared/recordMap';
import type { Hub } from './hub';

const LAYOUT = 1;

interface Snapshot {
	layout: number;
	randomPosition: number;
	lastNumber: number;
	/** How far the sandbox's clock is ahead of the machine's. */
	clockAheadMs: number;
	labels: string[];
	records: Record<string, Array<[string, object]>>;
}

/** The state as JSON-ready data, for the state file. Files that contacts have sent are not in it. */
export function takeSnapshot({ state, clock }: Hub): Snapshot {
	const records: Snapshot['records'] = {};
	for (const [name, map] of Object.entries(state.collections())) records[name] = [...map];
	return {
		layout: LAYOUT,
		randomPosition: state.random.position,
		lastNumber: state.lastNumber,
		clockAheadMs: clock.aheadMs,
		labels: [...state.labels],
		records,
	};
}

/** Replaces the state by a stored one, and takes up what was under way.
 * @throws Error when the data is not a snapshot of this layout */
export function restoreSnapshot({ state, clock, outbox, schedule }: Hub, data: unknown): void {
	const snapshot = data as Snapshot;
	if (snapshot?.layout !== LAYOUT || typeof snapshot.records !== 'object') {
		throw new Error('it has another layout');
	}
	for (const [name, map] of Object.entries(state.collections()) as Array<[string, RecordMap<object>]>) {
		map.clear();
		for (const [id, record] of snapshot.records[name] ?? []) map.set(id, record);
	}
	state.labels.clear();
	for (const label of snapshot.labels) state.labels.add(label);
	state.random.position = snapshot.randomPosition;
	state.lastNumber = snapshot.lastNumber;
	clock.set(Date.now() + snapshot.clockAheadMs);
	for (const message of state.messages.values()) outbox.follow(message);
	for (const scheduled of state.scheduled.values()) schedule.follow(scheduled);
}
