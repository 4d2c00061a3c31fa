import { DEMO } from './demo';
import type { LocationRecord } from '../state/records';
import type { SandboxState } from '../state/state';

const NAMES = [
	'Birchwood',
	'Cedar Hill',
	'Fairmont',
	'Granite Bay',
	'Juniper',
	'Maple Court',
	'Oak Ridge',
	'Pinecrest',
];
const PLACES = [
	{ city: 'Austin', state: 'TX', postalCode: '78701', timezone: 'America/Chicago', area: '512' },
	{ city: 'Denver', state: 'CO', postalCode: '80202', timezone: 'America/Denver', area: '303' },
	{ city: 'Portland', state: 'OR', postalCode: '97204', timezone: 'America/Los_Angeles', area: '503' },
	{ city: 'Atlanta', state: 'GA', postalCode: '30303', timezone: 'America/New_York', area: '404' },
];

/** Plausible locations of the demo agency with distinct names, addresses and ids. */
export function makeLocations(state: SandboxState, count: number): LocationRecord[] {
	const start = state.locations.size;
	return Array.from({ length: count }, (_, index) => {
		const number = start + index + 1;
		const { area, ...place } = PLACES[index % PLACES.length] as (typeof PLACES)[number];
		return {
			id: state.newId(),
			companyId: DEMO.companyId,
			name: `${state.random.pick(NAMES)} Realty ${number}`,
			address: `${number} Main Street`,
			...place,
			country: 'US',
			website: `https://realty-${number}.example`,
			email: `office@realty-${number}.example`,
			phone: `+1${area}555${String(number % 10_000).padStart(4, '0')}`,
			allowDuplicateContact: false,
			identifierPriority: ['email', 'phone'] as const,
		};
	});
}
