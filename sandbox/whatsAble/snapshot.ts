import type { StoredRecords } from '../shared/running/snapshot';
import { restoreRecords, storedRecords } from '../shared/running/snapshot';
import type { Hub } from './hub';

interface Snapshot extends StoredRecords {
	lastNumber: number;
	/** How far the sandbox's clock is ahead of the machine's. */
	clockAheadMs: number;
	labels: string[];
}

/** The state as JSON-ready data, for the state file. Files that contacts have sent are not in it. */
export function takeSnapshot({ state, clock }: Hub): Snapshot {
	return {
		...storedRecords(state),
		lastNumber: state.lastNumber,
		clockAheadMs: clock.aheadMs,
		labels: [...state.labels],
	};
}

/** Replaces the state by a stored one, and takes up what was under way.
 * @throws Error when the data is not a snapshot of this layout */
export function restoreSnapshot({ state, clock, outbox, schedule }: Hub, data: unknown): void {
	const snapshot = data as Snapshot;
	restoreRecords(state, snapshot);
	state.labels.clear();
	for (const label of snapshot.labels) state.labels.add(label);
	state.lastNumber = snapshot.lastNumber;
	clock.set(Date.now() + snapshot.clockAheadMs);
	for (const message of state.messages.values()) outbox.follow(message);
	for (const scheduled of state.scheduled.values()) schedule.follow(scheduled);
}
