import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { listUsers, USER_SCOPES } from '../../api/records/users';
import { operation } from '../operation';
import { SHOWN, userFilters, userQueryOf } from './fields';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many users',
	description: 'Read the users of the location, all or those that match',
	scopes: USER_SCOPES,
	fields: [
		...returnAllOrLimit,
		simplify,
		collection('Filters', 'filters', userFilters, 'Add Filter'),
		options(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const users = await listUsers(api, userQueryOf(params), limit);
		return users.map((user) => simplified(params, user, SHOWN));
	},
});
