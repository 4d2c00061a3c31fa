import { sendFreeForm } from '../../api/records/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, toRecipient } from './fields';
import { linkPreview, text, textContentOf } from './text';
import { listLabels } from '../../api/records/labels';

export const sendText = operation({
	name: 'Send Text',
	action: 'Send a text message',
	description: "Send a free text; only within 24 hours of the person's own last message",
	requests: [sendFreeForm, listLabels],
	fields: [phoneNumber, text, additionalMessageFields(), messageOptions(linkPreview)],
	async execute(input) {
		const content = textContentOf(input.params);
		return await toRecipient(input, async (to) => await sendFreeForm(input.api, content, to));
	},
});
