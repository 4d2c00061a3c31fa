import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { users } from '../../api/records/users';
import { requiredUserLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { SHOWN } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a user',
	description: 'Read one user, a member of the team that works with HighLevel',
	requests: [users.get],
	fields: [requiredUserLocator, simplify, options()],
	async execute({ api, params }) {
		return simplified(params, await users.get(api, { userId: params.id('userId') }), SHOWN);
	},
});
