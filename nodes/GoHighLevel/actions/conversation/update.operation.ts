import { collection, options } from '../../../core/editor/fields';
import { someFields } from '../../../core/operation/requireSomeFields';
import { isEmpty } from '../../../core/values/texts';
import { conversations } from '../../api/records/conversations';
import { conversationLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const update = operation({
	name: 'Update',
	action: 'Update a conversation',
	description: 'Mark a conversation as read, unread or starred',
	requests: [conversations.change],
	fields: [
		conversationLocator,
		collection('Update Fields', 'updateFields', [
			{
				displayName: 'Starred',
				name: 'starred',
				type: 'boolean',
				default: true,
				description: 'Whether the conversation is starred',
			},
			{
				displayName: 'Unread Count',
				name: 'unreadCount',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'How many of its messages are unread; 0 marks it as read',
			},
		]),
		options(),
	],
	async execute({ api, params }) {
		const conversationId = params.id('conversationId');
		const given = Object.entries(params.collection('updateFields')).filter(([, value]) => !isEmpty(value));
		const changes = someFields(Object.fromEntries(given));
		return await conversations.change(api, { ...changes, conversationId });
	},
});
