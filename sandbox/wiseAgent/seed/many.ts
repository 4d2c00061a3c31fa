import { FIRST_NAMES, LAST_NAMES } from '../../shared/people';
import { DEMO } from '../demo';
import type { ContactRecord } from '../records';
import type { HistoryPerContact, SandboxState } from '../state';

const MINUTE_MS = 60_000;
const PLACES = [
	{ City: 'Phoenix', State: 'AZ', Zip: '85004', County: 'Maricopa' },
	{ City: 'Scottsdale', State: 'AZ', Zip: '85251', County: 'Maricopa' },
	{ City: 'Mesa', State: 'AZ', Zip: '85201', County: 'Maricopa' },
	{ City: 'Tempe', State: 'AZ', Zip: '85281', County: 'Maricopa' },
	{ City: 'Tucson', State: 'AZ', Zip: '85701', County: 'Pima' },
];
const STREETS = ['E Camelback Rd', 'N Central Ave', 'W Ocotillo Dr', 'S Mill Ave', 'E Palo Verde Ln'];
const STATUSES = ['New', 'Attempted', 'Contacted', 'Active', 'Warm Lead', 'Nurture', null];
const CATEGORY_SETS = [[], ['Buyer'], ['Seller'], ['Buyer', 'Newsletter'], ['Past Client'], ['Investor']];

/** Adds plausible contacts, and to each a history. */
export function addContacts(
	state: SandboxState,
	count: number,
	history: HistoryPerContact = {},
): Array<Readonly<ContactRecord>> {
	return state.silently(() => {
		const added = makeContacts(state, count).map((fields) => state.addContact(fields));
		makeHistory(state, added, history);
		return added;
	});
}

/** Plausible contacts with distinct e-mail addresses, phone numbers and times, oldest first. */
function makeContacts(state: SandboxState, count: number): Array<Partial<ContactRecord>> {
	const { random } = state;
	const start = state.contacts.size;
	const newestMs = earliestMs(state) - MINUTE_MS;
	return Array.from({ length: count }, (_, index) => {
		const number = start + index + 1;
		const CFirst = random.pick(FIRST_NAMES);
		const CLast = random.pick(LAST_NAMES);
		const time = new Date(newestMs - (count - 1 - index) * MINUTE_MS).toISOString();
		return {
			CFirst,
			CLast,
			CEmail: `${CFirst}.${CLast}.${number}@mail.example`.toLowerCase(),
			// Consecutive subscriber numbers keep every number distinct.
			MobilePhone: `480${2_000_000 + (number % 7_000_000)}`,
			...random.pick(PLACES),
			Country: 'USA',
			AddressNumber: String(100 + Math.floor(random.next() * 9000)),
			AddressStreet: random.pick(STREETS),
			Source: random.pick(Object.values(DEMO.sources)),
			Rank: random.pick(['A', 'B', 'C', 'Unranked']),
			Status: random.pick(STATUSES),
			Categories: random.pick(CATEGORY_SETS),
			InsideTeamIds: [random.pick(Object.values(DEMO.team))],
			addedAt: time,
			updatedAt: time,
		};
	});
}

/** Time of the earliest contact, or now: another batch goes before it, so that no two share a time. */
function earliestMs(state: SandboxState): number {
	let earliest = Date.now();
	for (const { updatedAt } of state.contacts.values()) earliest = Math.min(earliest, Date.parse(updatedAt));
	return earliest;
}

/** Gives contacts a history, each record a second after the one before it. */
function makeHistory(
	state: SandboxState,
	contacts: ReadonlyArray<Readonly<ContactRecord>>,
	{ notes = 0, tasks = 0, calls = 0 }: HistoryPerContact,
): void {
	for (const { ClientID, CFirst, addedAt } of contacts) {
		const owner = String(ClientID);
		const at = (index: number) => new Date(Date.parse(addedAt) + index * 1000).toISOString();
		for (let index = 0; index < notes; index++) {
			state.addNote({ owner, Subject: `Note ${index + 1}`, Note: noteText(index), notedAt: at(index) });
		}
		for (let index = 0; index < tasks; index++) {
			const Description = `Call ${CFirst}, ${index + 1}`;
			const dueOn = at(index).slice(0, 10);
			state.addTask({ ContactID: owner, Description, dueOn, createdAt: at(index), modifiedAt: at(index) });
		}
		for (let index = 0; index < calls; index++) {
			state.addCall({
				ClientId: owner,
				CallType: 'Phone',
				Reason: `Follow-up ${index + 1}`,
				addedAt: at(index),
			});
		}
	}
}

/** Every other note has a line break, as notes do. */
function noteText(index: number): string {
	return index % 2 === 0 ? 'Spoke on the phone.\r\nWants to see more.' : 'Left a message.';
}
