import { options } from '../../../core/editor/fields';
import { addFollowers as add } from '../../api/contacts/followers';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { followers, followersOf } from '../followers';

export const addFollowers = operation({
	name: 'Add Followers',
	action: 'Add followers to a contact',
	description: 'Let users follow the contact, beside those who follow it already',
	requests: [add],
	fields: [contactLocator, followers, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		return { contactId, ...(await add(api, contactId, followersOf(params))) };
	},
});
