import { options } from '../../../core/editor/fields';
import { messages } from '../../api/records/messages';
import { messageLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const cancelScheduled = operation({
	name: 'Cancel Scheduled Message',
	action: 'Cancel a scheduled message',
	description: 'Cancel a message that waits for its time. For an email, use Cancel Scheduled Email.',
	requests: [messages.cancel],
	fields: [messageLocator, options()],
	async execute({ api, params }) {
		const messageId = params.id('messageId');
		await messages.cancel(api, { messageId });
		return { canceled: true, messageId };
	},
});
