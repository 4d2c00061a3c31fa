import { options } from '../../../core/editor/fields';
import { conversations } from '../../api/records/conversations';
import { conversationLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a conversation',
	description: 'Delete a conversation with its messages; its contact stays',
	requests: [conversations.delete],
	fields: [conversationLocator, options()],
	async execute({ api, params }) {
		await conversations.delete(api, { conversationId: params.id('conversationId') });
		return { deleted: true };
	},
});
