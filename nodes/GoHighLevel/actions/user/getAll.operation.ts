import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { users } from '../../api/records/users';
import { operation } from '../operation';
import { SHOWN, userFilters, userQueryOf } from './fields';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many users',
	description: 'Read the users of the location, all or those that match',
	requests: [users.list],
	fields: [
		...returnAllOrLimit,
		simplify,
		collection('Filters', 'filters', userFilters, 'Add Filter'),
		options(),
	],
	async execute({ api, params }) {
		const limit = params.limit();
		const found = await users.list(api, userQueryOf(params), limit);
		return found.map((user) => simplified(params, user, SHOWN));
	},
});
