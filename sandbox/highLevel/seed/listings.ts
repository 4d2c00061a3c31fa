import type { ObjectRecord } from '../resources/objectRecords';
import type { SandboxState } from '../state/state';
import { DEMO } from './demo';

const { locationId, listings: ids, users } = DEMO;
const { id: objectId, key: objectKey } = DEMO.objects.listings;
const DAY_MS = 86_400_000;

const LISTINGS: ReadonlyArray<Partial<ObjectRecord> & { id: string }> = [
	{ id: ids.pierHouse, properties: { name: 'Pier house', price: 890_000, rooms: 5 }, owner: [users.ben] },
	{ id: ids.oldMill, properties: { name: 'Old mill', price: 540_000, rooms: 4 }, owner: [users.amelia] },
	{ id: ids.gardenFlat, properties: { name: 'Garden flat', price: 265_000, rooms: 2 } },
	{
		id: ids.lakeCabin,
		properties: { name: 'Lake cabin', price: 175_000, rooms: 3 },
		followers: [users.chloe],
	},
];

/** Adds the demo's listings, or puts them back as they were: the first was added today, each next one two days before
 * it. All of it is in the past, so that searches see it at once. */
export function addListings(state: SandboxState): Array<Readonly<ObjectRecord>> {
	const nowMs = Date.now();
	return state.asHistory(() =>
		LISTINGS.map((listing, index) => {
			const at = new Date(nowMs - index * 2 * DAY_MS - 1000).toISOString();
			const times = { createdAt: at, updatedAt: at };
			return state.add('objectRecords', { locationId, objectId, objectKey, ...listing, ...times });
		}),
	);
}
