import { options } from '../../../core/editor/fields';
import { messages } from '../../api/records/messages';
import { emailMessageLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const getEmail = operation({
	name: 'Get Email',
	action: 'Get an email',
	description: 'Read one email, with its subject, text, recipients and status',
	requests: [messages.getEmail],
	fields: [emailMessageLocator, options()],
	async execute({ api, params }) {
		return await messages.getEmail(api, { emailMessageId: params.id('emailMessageId') });
	},
});
