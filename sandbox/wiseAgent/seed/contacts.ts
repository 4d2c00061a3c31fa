import { FIRST_NAMES, LAST_NAMES } from '../../shared/people';
import { DEMO } from '../demo';
import type { ContactRecord } from '../records';
import type { SandboxState } from '../state';

const FIRST_MS = Date.parse('2025-01-06T16:05:09.000Z');
const DAY_MS = 86_400_000;
const ORDINARY_CONTACTS = 34;

/** The people that the demo knows: first those with something uncommon about them, then ordinary ones. */
export function seedContacts(state: SandboxState): void {
	const { categories, sources, team } = DEMO;
	const [lender] = [...state.outsideTeam.values()];
	const uncommon: Array<Partial<ContactRecord>> = [
		{
			CFirst: 'Zoë',
			CLast: 'Peña',
			CEmail: 'zoe.pena@mail.example',
			MobilePhone: '(480) 555-0150',
			Company: 'Peña "Casa" & Sons',
			PreferredPhone: 'Cell Phone',
			SpouseFirst: 'Iñigo',
			SpouseLast: 'Peña',
			Source: sources.referral,
			Status: 'Hot Lead',
			Rank: 'A',
			Categories: [categories.buyer, categories.sphere],
			birthday: '1985-06-14',
			anniversary: '2010-10-02',
		},
		{
			CFirst: 'Walter',
			CLast: "O'Brien",
			MobilePhone: '480-555-0151',
			HomePhone: '+1 480 555 0152',
			Source: sources.openHouse,
			Categories: [categories.seller],
			homeSaleAnniversary: '2015-03-20',
		},
		{
			CFirst: 'Hana',
			CLast: 'Sato',
			CEmail: 'Hana.Sato@Mail.example',
			Source: sources.website,
			Status: 'New',
		},
		{
			CFirst: 'Ben',
			CLast: 'Achebe',
			CEmail: 'achebe.family@mail.example',
			Source: sources.zillow,
			Categories: [categories.buyer],
		},
		{
			CFirst: 'Chidi',
			CLast: 'Achebe',
			CEmail: 'achebe.family@mail.example',
			Source: sources.zillow,
			Categories: [categories.buyer],
		},
		{
			CFirst: 'Lorraine',
			CLast: 'Tsosie',
			CEmail: 'lorraine@tsosie.example',
			WorkPhone: '602.555.0153',
			Source: sources.referral,
			Status: 'Under Contract',
			Categories: [categories.pastClient],
			OutsideTeam: lender ? [{ ...lender, LeadStatus: 'assigned' }] : [],
			lastContactAt: '2025-05-02T17:30:00.000Z',
			dateMet: '2019-04-01',
		},
	];
	[...uncommon, ...ordinary(state)].forEach((contact, index) => {
		const time = new Date(FIRST_MS + index * 4 * DAY_MS + index * 61_000).toISOString();
		state.addContact({ InsideTeamIds: [team.dana], addedAt: time, updatedAt: time, ...contact });
	});
	seedCustomData(state);
}

function ordinary(state: SandboxState): Array<Partial<ContactRecord>> {
	const { random } = state;
	const { categories, sources, team } = DEMO;
	return Array.from({ length: ORDINARY_CONTACTS }, (_, index) => {
		const CFirst = random.pick(FIRST_NAMES);
		const CLast = random.pick(LAST_NAMES);
		return {
			CFirst,
			CLast,
			CEmail: `${CFirst}.${CLast}${index + 1}@mail.example`.toLowerCase(),
			MobilePhone: `602-555-01${String(index + 60).slice(-2)}`,
			AddressNumber: String(1200 + index * 17),
			AddressStreet: random.pick(['E Camelback Rd', 'N Central Ave', 'W Ocotillo Dr', 'S Mill Ave']),
			City: random.pick(['Phoenix', 'Scottsdale', 'Mesa', 'Tempe']),
			State: 'AZ',
			Zip: random.pick(['85004', '85251', '85201', '85281']),
			Country: 'USA',
			Source: random.pick(Object.values(sources)),
			Status: random.pick(['New', 'Attempted', 'Contacted', 'Active', 'Warm Lead', 'Nurture', null]),
			Rank: random.pick(['A', 'B', 'C', 'Unranked']),
			Categories: random.pick([
				[],
				[categories.buyer],
				[categories.seller],
				[categories.pastClient, 'Newsletter'],
				[categories.buyer, 'Investor'],
			]),
			InsideTeamIds: [random.pick(Object.values(team))],
		};
	});
}

function seedCustomData(state: SandboxState): void {
	const [first, second] = [...state.contacts.values()];
	const entries = [
		{ ClientID: first?.ClientID ?? 0, Key: 'Lender', Value: 'Desert Lending' },
		{ ClientID: first?.ClientID ?? 0, Key: 'Wishes', Value: 'Pool\r\nThree bedrooms' },
		{ ClientID: second?.ClientID ?? 0, Key: 'Gate code', Value: '#0412*' },
	];
	for (const entry of entries) {
		const ClientCustomID = state.newId('custom');
		state.customData.set(String(ClientCustomID), { ClientCustomID, ...entry });
	}
}
