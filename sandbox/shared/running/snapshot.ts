import type { SeededRandom } from '../random';
import type { RecordMap } from '../recordMap';

const LAYOUT = 1;

/** What the state file of every service holds. */
export interface StoredRecords {
	layout: number;
	randomPosition: number;
	records: Record<string, Array<[string, object]>>;
}

/** The part of a store that all services have. */
export interface RecordStore {
	readonly random: SeededRandom;
	/** The maps by the name that they have in a state file. */
	collections(): Record<string, RecordMap<object>>;
}

/** The records as JSON-ready data, for the state file. */
export function storedRecords(store: RecordStore): StoredRecords {
	const records: StoredRecords['records'] = {};
	for (const [name, map] of Object.entries(store.collections())) records[name] = [...map];
	return { layout: LAYOUT, randomPosition: store.random.position, records };
}

/** Replaces the records by stored ones.
 * @throws Error when the data is not a snapshot of this layout */
export function restoreRecords(store: RecordStore, { layout, randomPosition, records }: StoredRecords): void {
	if (layout !== LAYOUT || typeof records !== 'object') throw new Error('it has another layout');
	for (const [name, map] of Object.entries(store.collections())) {
		// A file of an earlier sandbox lacks what that one did not have: the seed's stays.
		if (!records[name]) continue;
		map.clear();
		for (const [id, record] of records[name]) map.set(id, record);
	}
	store.random.position = randomPosition;
}
