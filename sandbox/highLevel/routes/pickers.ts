import { emailKey } from '../../shared/normalise';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { wrongLocation } from '../wire/errors';
import { locationQuery, searchLocationsQuery, searchUsersQuery } from '../schemas/location';
import { foundLocationView } from '../views/location';
import { listedUser } from '../views/user';
import { locationOf } from './lookups';

/** What forms offer for choice: locations and users. */
export const pickerRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/locations/search',
		scope: 'locations.readonly',
		audience: 'any',
		query: searchLocationsQuery,
		answer: searchLocations,
	},
	{
		method: 'GET',
		path: '/users/search',
		scope: 'users.readonly',
		audience: 'any',
		query: searchUsersQuery,
		answer: searchUsers,
	},
	{
		method: 'GET',
		path: '/users/',
		versions: ['dated'],
		scope: 'users.readonly',
		locationInQuery: true,
		query: locationQuery,
		answer: (call) => {
			const { id, companyId } = locationOf(call);
			const users = call.state.users.inGroup(companyId).filter(({ locationIds }) => locationIds.includes(id));
			return { users: users.map(listedUser) };
		},
	},
];

/** By name; what `order` sorts by is not documented. A location's token finds its own location only. */
function searchLocations(call: Call): object {
	const { token } = call;
	const {
		companyId = token.companyId,
		email,
		order = 'asc',
		skip = 0,
		limit = 10,
	} = call.query as { companyId?: string; email?: string; order?: string; skip?: number; limit?: number };
	if (companyId !== token.companyId) throw wrongLocation();
	const found = call.state.locations
		.inGroup(companyId)
		.filter(
			(location) =>
				(token.locationId === null || location.id === token.locationId) &&
				(email === undefined || emailKey(location.email) === emailKey(email)),
		)
		.sort((a, b) => a.name.localeCompare(b.name) * (order === 'desc' ? -1 : 1));
	return { locations: found.slice(skip, skip + limit).map(foundLocationView) };
}

/** A location's token sees the users of its location only. */
function searchUsers(call: Call): object {
	const {
		companyId,
		query,
		skip = 0,
		limit = 25,
		type,
		role,
		ids,
	} = call.query as {
		companyId: string;
		query?: string;
		skip?: number;
		limit?: number;
		type?: string;
		role?: string;
		ids?: string;
	};
	// How a wrong company is refused is not documented; it is refused like a wrong location.
	if (companyId !== call.token.companyId) throw wrongLocation();
	const locationId = call.token.locationId ?? call.query['locationId'];
	const wanted = query?.toLowerCase();
	const wantedIds = ids?.split(',');
	const found = call.state.users
		.inGroup(companyId)
		.filter(
			(user) =>
				(locationId === undefined || user.locationIds.includes(String(locationId))) &&
				(wanted === undefined ||
					`${user.firstName} ${user.lastName} ${user.email} ${user.phone}`.toLowerCase().includes(wanted)) &&
				(type === undefined || user.type === type) &&
				(role === undefined || user.role === role) &&
				(wantedIds === undefined || wantedIds.includes(user.id)),
		);
	return { users: found.slice(skip, skip + limit).map(listedUser), count: found.length };
}
