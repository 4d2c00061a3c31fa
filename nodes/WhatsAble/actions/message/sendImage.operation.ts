import { sendFreeForm } from '../../api/records/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, toRecipient } from './fields';
import { caption, captionOf, mediaFields, mediaOf } from './media';
import { listLabels } from '../../api/records/labels';

export const sendImage = operation({
	name: 'Send Image',
	action: 'Send an image',
	description:
		"Send a JPEG or PNG image of up to 5 MB; only within 24 hours of the person's own last message",
	requests: [sendFreeForm, listLabels],
	fields: [phoneNumber, ...mediaFields, additionalMessageFields(caption), messageOptions()],
	async execute(input) {
		const image = { link: mediaOf(input.params, 'image').link, ...captionOf(input.params) };
		return await toRecipient(
			input,
			async (to) => await sendFreeForm(input.api, { type: 'image', image }, to),
		);
	},
});
