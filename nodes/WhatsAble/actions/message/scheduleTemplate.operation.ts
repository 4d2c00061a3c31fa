import { sendTemplate } from '../../api/records/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, toRecipient } from './fields';
import { scheduleFields, scheduleOf } from './scheduleFields';
import { templateFields, templateOf } from './templateFields';
import { listLabels } from '../../api/records/labels';
import { listTemplates } from '../../api/records/templates';

export const scheduleTemplate = operation({
	name: 'Schedule Template',
	action: 'Schedule a template message',
	description:
		'Have Notifyer send an approved template later, if you like only when the person has not replied by then',
	requests: [sendTemplate, listTemplates, listLabels],
	fields: [phoneNumber, ...templateFields, ...scheduleFields, additionalMessageFields(), messageOptions()],
	async execute(input) {
		return await toRecipient(input, async (to) => {
			const schedule = await scheduleOf(input);
			return await sendTemplate(input.api, await templateOf(input), { ...to, schedule });
		});
	},
});
