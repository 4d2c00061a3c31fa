import { FIRST_NAMES, LAST_NAMES } from '../../shared/people';
import { DEMO } from './demo';
import type { ContactRecord } from '../state/records';
import type { SandboxState } from '../state/state';

const PLACES = [
	{ city: 'New York', state: 'NY', postalCode: '10003' },
	{ city: 'Brooklyn', state: 'NY', postalCode: '11201' },
	{ city: 'Jersey City', state: 'NJ', postalCode: '07302' },
	{ city: 'Hoboken', state: 'NJ', postalCode: '07030' },
	{ city: 'Yonkers', state: 'NY', postalCode: '10701' },
];
const SOURCES = ['open house', 'website form', 'referral', 'public api'];
const TAG_SETS = [[], ['new lead'], ['buyer'], ['seller'], ['buyer', 'newsletter'], ['past client']];
const MINUTE_MS = 60_000;

type SeededContact = Partial<ContactRecord> & { locationId: string };

/** Adds plausible contacts, to the demo location unless told. */
export function addContacts(
	state: SandboxState,
	count: number,
	locationId: string = DEMO.locationId,
): Array<Readonly<ContactRecord>> {
	return state.asHistory(() =>
		makeContacts(state, count, locationId).map((fields) => state.addContact(fields)),
	);
}

/** Plausible contacts with distinct e-mail addresses, phone numbers and times of creation, oldest first. */
function makeContacts(state: SandboxState, count: number, locationId: string): SeededContact[] {
	const { random } = state;
	const start = state.contacts.inGroup(locationId).length;
	const newestMs = earliestMs(state) - MINUTE_MS;
	const made: SeededContact[] = [];
	for (let index = 0; index < count; index++) {
		const number = start + index + 1;
		const firstName = random.pick(FIRST_NAMES);
		const lastName = random.pick(LAST_NAMES);
		const added = new Date(newestMs - (count - 1 - index) * MINUTE_MS).toISOString();
		made.push({
			locationId,
			firstName,
			lastName,
			email: `${firstName}.${lastName}.${number}@mail.example`.toLowerCase(),
			// Consecutive subscriber numbers keep every number of a location distinct.
			phone: `+1212${2_000_000 + (number % 7_000_000)}`,
			...random.pick(PLACES),
			address1: `${1 + Math.floor(random.next() * 400)} Harbor Street`,
			country: 'US',
			source: random.pick(SOURCES),
			tags: random.pick(TAG_SETS),
			customFields:
				locationId === DEMO.locationId && random.next() < 0.5
					? [{ id: DEMO.customFields.budget, value: 250_000 + Math.floor(random.next() * 40) * 25_000 }]
					: [],
			dateAdded: added,
			dateUpdated: added,
		});
	}
	return made;
}

/** Time of the earliest contact, or now: another batch goes before it, so that no two share a time. */
function earliestMs(state: SandboxState): number {
	let earliest = Date.now();
	for (const { dateAdded } of state.contacts.values()) {
		const ms = Date.parse(dateAdded);
		if (ms < earliest) earliest = ms;
	}
	return earliest;
}
