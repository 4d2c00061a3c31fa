import { options } from '../../../core/editor/fields';
import { messages } from '../../api/records/messages';
import { emailMessageLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const cancelScheduledEmail = operation({
	name: 'Cancel Scheduled Email',
	action: 'Cancel a scheduled email',
	description: 'Cancel an email that waits for its time',
	requests: [messages.cancelEmail],
	fields: [emailMessageLocator, options()],
	async execute({ api, params }) {
		const emailMessageId = params.id('emailMessageId');
		await messages.cancelEmail(api, { emailMessageId });
		return { canceled: true, emailMessageId };
	},
});
