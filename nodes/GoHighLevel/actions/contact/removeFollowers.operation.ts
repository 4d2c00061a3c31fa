import { options } from '../../../core/editor/fields';
import { removeFollowers as remove } from '../../api/contacts/followers';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { followers, followersOf } from '../followers';

export const removeFollowers = operation({
	name: 'Remove Followers',
	action: 'Remove followers from a contact',
	description: 'End that users follow the contact; other followers stay',
	requests: [remove],
	fields: [contactLocator, followers, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		return { contactId, ...(await remove(api, contactId, followersOf(params))) };
	},
});
