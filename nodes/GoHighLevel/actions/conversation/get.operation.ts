import { options } from '../../../core/editor/fields';
import { conversations } from '../../api/records/conversations';
import { conversationLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a conversation',
	description: 'Read whose conversation it is, and whether it is unread or starred',
	requests: [conversations.get],
	fields: [conversationLocator, options()],
	async execute({ api, params }) {
		return await conversations.get(api, { conversationId: params.id('conversationId') });
	},
});
