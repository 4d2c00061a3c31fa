import type { ApiRoute } from '../wire/apiRoute';
import { locationView } from '../views/location';
import { locationOf } from './lookups';

/** A location and its time zones. */
export const locationRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/locations/:locationId',
		scope: 'locations.readonly',
		audience: 'any',
		answer: (call) => ({ location: locationView(locationOf(call)) }),
	},
	{
		method: 'GET',
		path: '/locations/:locationId/timezones',
		scope: 'locations.readonly',
		// The specifications give no shape; the list is shorter than the product's own.
		answer: () => ({ timeZones: TIME_ZONES }),
	},
];

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
