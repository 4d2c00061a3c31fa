import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { getLocation, locationSettings } from '../locations';
import { readNumbered } from '../pages';
import { request } from '../request';
import { kindOf } from './kit';

/** A user as HighLevel answers it; only what this package looks at is named. */
export interface User extends IDataObject {
	id: string;
	name?: string;
	firstName?: string;
	lastName?: string;
	email?: string;
}

/** What users of a location are looked for by; all of it must apply. */
export interface UserQuery {
	/** Text in the name, e-mail or phone. */
	query?: string;
	role?: string;
	type?: string;
}

interface Place {
	skip: number;
	limit: number;
}

const PAGE_SIZE = 100;

const user = kindOf<User, 'userId'>({ path: '/users/', id: 'userId', read: 'users.readonly' });

const searchPage = request(
	{ endpoint: 'GET /users/search', scopes: ['users.readonly'] },
	(path) =>
		async (
			api: HighLevelClient,
			companyId: string,
			{ query, skip, limit, ...others }: UserQuery & Place,
		): Promise<User[]> =>
			await api.get(path(), records<User>('users'), {
				companyId,
				locationId: api.locationId,
				skip: String(skip),
				limit: String(limit),
				...others,
				...(query ? { query } : {}),
			}),
);

/** Users are found through the agency of the location, which is read from the location. */
export const users = {
	get: user.get(),
	/**
	 * Users of the location.
	 *
	 * @param limit `Infinity` for all
	 */
	list: making(
		searchPage,
		[getLocation],
		async (api: HighLevelClient, query: UserQuery, limit: number): Promise<User[]> => {
			// Asked again where it is not known, so that a refusal says what is missing.
			const companyId = (await locationSettings(api))?.companyId ?? (await getLocation(api)).companyId;
			if (!companyId) throw api.notHighLevel();
			return await readNumbered(
				limit,
				PAGE_SIZE,
				async (skip, pageSize) => await searchPage(api, companyId, { ...query, skip, limit: pageSize }),
			);
		},
	),
	/** A page of the location's users, for lists of the editor. */
	page: making(
		searchPage,
		[getLocation],
		async (api: HighLevelClient, page: { query?: string } & Place): Promise<User[]> => {
			const companyId = (await locationSettings(api))?.companyId;
			if (!companyId) {
				throw new Failure(
					'The token may not read the location, which the list of users needs',
					`Add the scope ${getLocation.scopes.join(', ')}, or enter the user by ID.`,
				);
			}
			return await searchPage(api, companyId, page);
		},
	),
};
