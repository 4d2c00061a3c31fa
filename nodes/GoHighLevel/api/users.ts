import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../core/failure';
import { path } from '../../core/path';
import type { HighLevelClient } from './client';
import { locationSettings } from './locations';

export interface User extends IDataObject {
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
	const { users } = await api.get<{ users?: User[] }>(path`/users/search`, {
		companyId,
		locationId: api.locationId,
		skip: String(skip),
		limit: String(limit),
		...(query ? { query } : {}),
	});
	if (!users) throw api.notHighLevel();
	return users;
}
