import { sendFreeForm } from '../../api/records/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, toRecipient } from './fields';
import { scheduleFields, scheduleOf } from './scheduleFields';
import { linkPreview, text, textContentOf } from './text';
import { listLabels } from '../../api/records/labels';

export const scheduleText = operation({
	name: 'Schedule Text',
	action: 'Schedule a text message',
	description:
		"Have Notifyer send a free text later; it is sent only if that is within 24 hours of the person's own last message",
	requests: [sendFreeForm, listLabels],
	fields: [phoneNumber, text, ...scheduleFields, additionalMessageFields(), messageOptions(linkPreview)],
	async execute(input) {
		const content = textContentOf(input.params);
		return await toRecipient(input, async (to) => {
			const schedule = await scheduleOf(input);
			return await sendFreeForm(input.api, content, { ...to, schedule });
		});
	},
});
