import { sendFreeForm } from '../../api/records/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, toRecipient } from './fields';
import { caption, captionOf, mediaFields, mediaOf } from './media';
import { listLabels } from '../../api/records/labels';

export const sendVideo = operation({
	name: 'Send Video',
	action: 'Send a video',
	description:
		"Send an MP4 or 3GPP video of up to 16 MB; only within 24 hours of the person's own last message",
	requests: [sendFreeForm, listLabels],
	fields: [phoneNumber, ...mediaFields, additionalMessageFields(caption), messageOptions()],
	async execute(input) {
		const video = { link: mediaOf(input.params, 'video').link, ...captionOf(input.params) };
		return await toRecipient(
			input,
			async (to) => await sendFreeForm(input.api, { type: 'video', video }, to),
		);
	},
});
