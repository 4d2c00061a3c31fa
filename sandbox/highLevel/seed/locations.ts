import { DEMO } from './demo';
import { appIdOf, installId } from '../oauth/records';
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

/** Adds plausible locations to the demo agency, with the demo app installed in them unless told. */
export function addLocations(
	state: SandboxState,
	count: number,
	{ installed = true } = {},
): Array<Readonly<LocationRecord>> {
	return state.silently(() =>
		makeLocations(state, count).map((location) => {
			state.locations.set(location.id, location);
			if (installed) installDemoApp(state, location);
			return location;
		}),
	);
}

/** Installs the demo app on a location, as if that had been long ago. */
export function installDemoApp(
	state: SandboxState,
	{ id: locationId, companyId }: Readonly<LocationRecord>,
): void {
	const appId = appIdOf(DEMO.app.clientId);
	const id = installId(appId, locationId);
	const [userId = ''] = state.users.keys();
	state.installs.set(id, { id, appId, companyId, locationId, userId, installedAt: state.clock.nextIso() });
}

/** Plausible locations of the demo agency with distinct names, addresses and ids. */
function makeLocations(state: SandboxState, count: number): LocationRecord[] {
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
