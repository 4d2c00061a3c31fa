import type { ApiRoute, Call } from '../wire/apiRoute';
import { notFound, wrongLocation } from '../wire/errors';
import type { UserRecord } from '../state/records';
import { userView } from '../views/user';

/** One user. Source: official specifications, users. */
export const userRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/users/:userId',
		scope: 'users.readonly',
		audience: 'any',
		answer: (call) => userView(userOf(call)),
	},
];

/** A location's token opens the users of its location, an agency's those of its company; others are refused like
 * another location. */
function userOf(call: Call): Readonly<UserRecord> {
	const id = call.params['userId'] ?? '';
	const user = call.state.users.get(id);
	if (!user) throw notFound('User', id);
	const { companyId, locationId } = call.token;
	const opens = locationId === null ? user.companyId === companyId : user.locationIds.includes(locationId);
	if (!opens) throw wrongLocation();
	return user;
}
