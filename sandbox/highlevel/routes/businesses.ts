import type { ApiRoute } from '../api-route';
import { businessesQuery } from '../schemas/location';
import { locationOf } from './lookups';

/** Businesses (companies) of a location, as lists offer them. Source: official specifications, businesses. */
export const businessRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/businesses/',
		scope: 'businesses.readonly',
		locationInQuery: true,
		query: businessesQuery,
		answer: (call) => {
			// The specification has both as text, with 100 and 0 where they are left out.
			const { limit = '100', skip = '0' } = call.query as { limit?: string; skip?: string };
			const businesses = call.state.businesses.inGroup(locationOf(call).id);
			return { businesses: businesses.slice(Number(skip), Number(skip) + Number(limit)) };
		},
	},
];
