import { options } from '../../../core/editor/fields';
import { path } from '../../../core/sending/path';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { followers, followersAnswer, followersOf } from './followerFields';

export const removeFollowers = operation({
	name: 'Remove Followers',
	action: 'Remove followers from a contact',
	description: 'End that users follow the contact; other followers stay',
	scopes: ['contacts.write'],
	fields: [contactLocator, followers, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const answer = await api.deletePart(
			path`/contacts/${contactId}/followers`,
			followersAnswer,
			{},
			{
				followers: followersOf(params),
			},
		);
		return { contactId, ...answer };
	},
});
