import { sendFreeForm } from '../../api/records/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, toRecipient } from './fields';
import { mediaFields, mediaOf } from './media';
import { listLabels } from '../../api/records/labels';

export const sendAudio = operation({
	name: 'Send Audio',
	action: 'Send an audio file',
	description:
		"Send an MP3, AAC, AMR or OGG file of up to 16 MB; only within 24 hours of the person's own last message",
	requests: [sendFreeForm, listLabels],
	fields: [phoneNumber, ...mediaFields, additionalMessageFields(), messageOptions()],
	async execute(input) {
		const { link } = mediaOf(input.params, 'audio');
		return await toRecipient(
			input,
			async (to) => await sendFreeForm(input.api, { type: 'audio', audio: { link } }, to),
		);
	},
});
