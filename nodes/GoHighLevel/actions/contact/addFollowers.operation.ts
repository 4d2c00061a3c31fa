import { options } from '../../../core/editor/fields';
import { path } from '../../../core/sending/path';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { followers, followersAnswer, followersOf } from './followerFields';

export const addFollowers = operation({
	name: 'Add Followers',
	action: 'Add followers to a contact',
	description: 'Let users follow the contact, beside those who follow it already',
	scopes: ['contacts.write'],
	fields: [contactLocator, followers, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const answer = await api.postRepeatable(path`/contacts/${contactId}/followers`, followersAnswer, {
			followers: followersOf(params),
		});
		return { contactId, ...answer };
	},
});
