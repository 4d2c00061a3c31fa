import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { path } from '../../../core/sending/path';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';
import { locationSettings } from '../locations';
import { readNumbered } from '../pages';
import { getLocation } from './reachableLocations';

/** A user as HighLevel answers it; only what this package looks at is named. */
export interface User extends IDataObject {
	id: string;
	name?: string;
	firstName?: string;
	lastName?: string;
	email?: string;
}

/** Users are found through the agency of the location, which is read from the location. */
export const USER_SCOPES = ['users.readonly', 'locations.readonly'];

/** What users of a location are looked for by; all of it must apply. */
export interface UserQuery {
	/** Text in the name, e-mail or phone. */
	query?: string;
	role?: string;
	type?: string;
}

const PAGE_SIZE = 100;

/**
 * Users of the location.
 *
 * @param limit `Infinity` for all
 */
export async function listUsers(api: HighLevelClient, query: UserQuery, limit: number): Promise<User[]> {
	// Asked again where it is not known, so that a refusal says what is missing.
	const companyId = (await locationSettings(api))?.companyId ?? (await getLocation(api)).companyId;
	if (!companyId) throw api.notHighLevel();
	return await readNumbered(
		limit,
		PAGE_SIZE,
		async (skip, pageSize) => await searchUsers(api, companyId, { ...query, skip, limit: pageSize }),
	);
}

export async function getUser(api: HighLevelClient, userId: string): Promise<User> {
	return await api.get(path`/users/${userId}`, record<User>(undefined, userId));
}

/** A page of the location's users, for lists of the editor. */
export async function readUsers(
	api: HighLevelClient,
	page: { query?: string; skip: number; limit: number },
): Promise<User[]> {
	const companyId = (await locationSettings(api))?.companyId;
	if (!companyId) {
		throw new Failure(
			'The token may not read the location, which the list of users needs',
			'Add the scope locations.readonly, or enter the user by ID.',
		);
	}
	return await searchUsers(api, companyId, page);
}

async function searchUsers(
	api: HighLevelClient,
	companyId: string,
	{ query, skip, limit, ...others }: UserQuery & { skip: number; limit: number },
): Promise<User[]> {
	return await api.get(path`/users/search`, records<User>('users'), {
		companyId,
		locationId: api.locationId,
		skip: String(skip),
		limit: String(limit),
		...others,
		...(query ? { query } : {}),
	});
}
