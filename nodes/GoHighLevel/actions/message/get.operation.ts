import { options } from '../../../core/editor/fields';
import { messages } from '../../api/records/messages';
import { messageLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a message',
	description:
		'Read one message, with its status. Of emails, it is a thread: the IDs of its emails are in meta.email.messageIds, and Get Email reads them.',
	requests: [messages.get],
	fields: [messageLocator, options()],
	async execute({ api, params }) {
		return await messages.get(api, { messageId: params.id('messageId') });
	},
});
