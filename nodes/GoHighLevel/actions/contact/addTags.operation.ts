import { options } from '../../../core/editor/fields';
import { addTags as add } from '../../api/contacts/contacts';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { requiredTags, tagsOf } from './tagFields';

export const addTags = operation({
	name: 'Add Tags',
	action: 'Add tags to a contact',
	description: 'Add tags to those that the contact has; tags that it has already change nothing',
	requests: [add],
	fields: [contactLocator, requiredTags, options()],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		return { contactId, tags: await add(api, contactId, tagsOf(params)) };
	},
});
