import { sendFreeForm } from '../../api/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, outgoingOf } from './fields';
import { linkPreview, text, textContentOf } from './text';

export const sendText = operation({
	name: 'Send Text',
	action: 'Send a text message',
	description: "Send a free text; only within 24 hours of the person's own last message",
	fields: [phoneNumber, text, additionalMessageFields(), messageOptions(linkPreview)],
	async execute({ api, params }) {
		const content = textContentOf(params);
		return await sendFreeForm(api, content, await outgoingOf(api, params));
	},
});
