import { options } from '../../../core/editor/fields';
import { conversations } from '../../api/records/conversations';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const create = operation({
	name: 'Create',
	action: 'Create a conversation',
	description:
		'Start the conversation of a contact, which has one at most. Sending a message starts it by itself where it is missing.',
	requests: [conversations.create],
	fields: [contactLocator, options()],
	async execute({ api, params }) {
		return await conversations.create(api, { contactId: params.id('contactId') });
	},
});
