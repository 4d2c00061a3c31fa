import { options } from '../../../core/editor/fields';
import { removeTags as remove } from '../../api/contacts/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { requiredTags, tagsOf } from './tagFields';

export const removeTags = operation({
	name: 'Remove Tags',
	action: 'Remove tags from a contact',
	description: 'Take tags away from the contact; its other tags stay',
	requests: [remove],
	fields: [contactLocator, requiredTags, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		return { contactId, tags: await remove(api, contactId, tagsOf(params)) };
	},
});
