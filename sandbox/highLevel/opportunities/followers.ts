import { opportunityOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { opportunityFollowersBody, removeFollowersQuery } from './schemas';

/** Users that follow an opportunity. Source: official specifications, opportunities. */
export const followerRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/opportunities/:id/followers',
		scope: 'opportunities.write',
		body: opportunityFollowersBody,
		status: 201,
		answer: (call) => {
			const { before, after } = change(call, (followers) => followersAfter(followers, sent(call), 'add'));
			return { followers: after, followersAdded: after.filter((id) => !before.includes(id)) };
		},
	},
	{
		method: 'DELETE',
		path: '/opportunities/:id/followers',
		scope: 'opportunities.write',
		query: removeFollowersQuery,
		body: opportunityFollowersBody,
		answer: (call) => {
			const all = call.query['isRemoveAllFollowers'] === true;
			const { before, after } = change(call, (followers) =>
				all ? [] : followersAfter(followers, sent(call), 'remove'),
			);
			return { followers: after, followersRemoved: before.filter((id) => !after.includes(id)) };
		},
	},
];

/** The followers after some were added or removed. */
export function followersAfter(
	before: readonly string[],
	ids: readonly string[],
	action: 'add' | 'remove',
): string[] {
	return action === 'add' ? [...new Set([...before, ...ids])] : before.filter((id) => !ids.includes(id));
}

const sent = ({ body }: Call) => body['followers'] as string[];

function change(call: Call, changed: (followers: readonly string[]) => string[]) {
	const { id, followers: before } = opportunityOf(call);
	const after = changed(before);
	call.state.change('opportunities', id, { followers: after });
	return { before, after };
}
