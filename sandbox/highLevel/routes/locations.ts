import { createLocationBody } from '../schemas/location';
import type { LocationRecord } from '../state/records';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { wrongLocation } from '../wire/errors';
import { createdLocationView, locationView } from '../views/location';
import { locationOf } from './lookups';

/** A location, new ones, and its time zones. */
export const locationRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/locations/:locationId',
		scope: 'locations.readonly',
		audience: 'any',
		answer: (call) => ({ location: locationView(locationOf(call)) }),
	},
	{
		method: 'POST',
		path: '/locations/',
		scope: 'locations.write',
		audience: 'agency',
		body: createLocationBody,
		answer: (call) => createdLocationView(create(call)),
	},
	{
		method: 'GET',
		path: '/locations/:locationId/timezones',
		scope: 'locations.readonly',
		// The specifications give no shape; the list is shorter than the product's own.
		answer: () => ({ timeZones: TIME_ZONES }),
	},
];

interface NewLocation extends Partial<Omit<LocationRecord, 'settings'>> {
	prospectInfo?: { email: string };
	settings?: Record<string, boolean>;
}

/** No app is installed in it. That its email is that of the prospect is not documented; a snapshot, and the accounts of
 * Twilio and Mailgun, change nothing here. */
function create({ state, body, token }: Call): Readonly<LocationRecord> {
	const { companyId = '', prospectInfo, settings = {}, ...sent } = body as NewLocation;
	if (companyId !== token.companyId) throw wrongLocation();
	const { name = '', phone = '', address = '', city = '', state: region = '', country = 'US' } = sent;
	const { postalCode = '', website = '', timezone = 'America/New_York', social } = sent;
	const { allowDuplicateContact = false, allowDuplicateOpportunity = false } = settings;
	const location: LocationRecord = {
		...{ id: state.newId(), companyId, name, phone, address, city, state: region, country },
		...{ postalCode, website, timezone, settings, allowDuplicateContact, allowDuplicateOpportunity },
		...(social ? { social } : {}),
		email: prospectInfo?.email ?? '',
		identifierPriority: ['email', 'phone'],
	};
	state.locations.set(location.id, location);
	return location;
}

const TIME_ZONES = [
	'Pacific/Honolulu',
	'America/Anchorage',
	'America/Los_Angeles',
	'America/Denver',
	'America/Phoenix',
	'America/Chicago',
	'America/New_York',
	'America/Toronto',
	'America/Sao_Paulo',
	'Europe/London',
	'Europe/Paris',
	'Europe/Berlin',
	'Africa/Johannesburg',
	'Asia/Dubai',
	'Asia/Kolkata',
	'Asia/Singapore',
	'Asia/Tokyo',
	'Australia/Sydney',
];
