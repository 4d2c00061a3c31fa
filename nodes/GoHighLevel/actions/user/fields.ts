import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { UserQuery } from '../../api/records/users';

export const userFilters: INodeProperties[] = [
	{
		displayName: 'Role',
		name: 'role',
		type: 'options',
		options: [
			{ name: 'Admin', value: 'admin' },
			{ name: 'User', value: 'user' },
		],
		default: 'admin',
		description: 'Only users with this role',
	},
	{
		displayName: 'Search Text',
		name: 'query',
		type: 'string',
		default: '',
		description: 'Only users with this text in their name, email or phone',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Account', value: 'account', description: 'Users who belong to locations' },
			{ name: 'Agency', value: 'agency', description: 'Users who belong to the agency' },
		],
		default: 'account',
		description: 'Only users of this kind',
	},
];

/** What a simplified user shows: all but permissions and settings of the interface. */
export const SHOWN = [
	'id',
	'name',
	'firstName',
	'lastName',
	'email',
	'phone',
	'extension',
	'roles',
	'deleted',
] as const;

/** The filters that the editor's parameters describe; what is empty is left out. */
export function userQueryOf(params: Params): UserQuery {
	const given = params.collection('filters');
	const query: UserQuery = {};
	for (const name of ['query', 'role', 'type'] as const) {
		if (!isEmpty(given[name])) query[name] = textOf(given[name], params.label(name));
	}
	return query;
}
