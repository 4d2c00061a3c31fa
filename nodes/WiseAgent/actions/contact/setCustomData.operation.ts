import type { IDataObject } from 'n8n-workflow';

import { options } from '../../../core/editor/fields';
import { required } from '../../../core/editor/locator';
import { setCustomData as set } from '../../api/contacts/customData';
import { contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { text } from '../optionalFields';

export const setCustomData = operation({
	name: 'Set Custom Data',
	action: 'Set custom data of a contact',
	description:
		'Write one entry of the custom data of a contact, such as the ID that another system knows it by; an entry with this key is changed, else one is added',
	requests: [set],
	fields: [
		contactLocator,
		required(text('Key', 'Key', 'Name of the entry', 'e.g. HighLevel Contact ID')),
		required(text('Value', 'Value', 'Text of the entry', 'e.g. ocQHyuzHvysMo5N5VsXc')),
		options(),
	],
	async execute({ api, params }) {
		const contactId = params.id('contactId');
		const { outcome, ...datum } = await set(api, contactId, params.filled('Key'), params.filled('Value'));
		return { outcome, contactId, ...datum } as IDataObject;
	},
});
