import { Failure } from '../../core/failure';
import { path } from '../../core/path';
import type { HighLevelClient } from '../api/client';
import { locationSettings } from '../api/locations';
import { label } from './labels';

export interface User {
	id: string;
	name?: string;
	firstName?: string;
	lastName?: string;
	email?: string;
}

/** Users are found through the agency of the location, which is read from the location. */
export const USER_SCOPES = ['users.readonly', 'locations.readonly'];

/** A page of the location's users. */
export async function readUsers(
	api: HighLevelClient,
	{ query, skip, limit }: { query?: string; skip: number; limit: number },
): Promise<User[]> {
	const companyId = (await locationSettings(api))?.companyId;
	if (!companyId) {
		throw new Failure(
			'The token may not read the location, which the list of users needs',
			'Add the scope locations.readonly, or enter the user by ID.',
		);
	}
	const { users } = await api.get<{ users: User[] }>(path`/users/search`, {
		companyId,
		locationId: api.locationId,
		skip: String(skip),
		limit: String(limit),
		...(query ? { query } : {}),
	});
	return users;
}

export function userLabel({ id, name, firstName, lastName, email }: User): string {
	return label(name ?? [firstName, lastName].filter(Boolean).join(' '), email, id);
}
