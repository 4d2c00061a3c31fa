import { sendTemplate as send } from '../../api/records/messages';
import { operation } from '../operation';
import { phoneNumber } from '../recipient';
import { additionalMessageFields, messageOptions, toRecipient } from './fields';
import { templateFields, templateOf } from './templateFields';
import { listLabels } from '../../api/records/labels';
import { listTemplates } from '../../api/records/templates';

export const sendTemplate = operation({
	name: 'Send Template',
	action: 'Send a template message',
	description:
		'Send an approved template, at any time and to any number; a new number becomes a contact of Notifyer',
	requests: [send, listTemplates, listLabels],
	fields: [phoneNumber, ...templateFields, additionalMessageFields(), messageOptions()],
	async execute(input) {
		return await toRecipient(input, async (to) => await send(input.api, await templateOf(input), to));
	},
});
