import { collection } from '../../../core/editor/fields';
import { callOf } from '../../api/reading/records';
import { createCall } from '../../api/records/calls';
import { contactOrVendorLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { recordOptions, outputOf } from '../output';
import { callFields, callFieldsOf } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a call',
	description: 'Put a call to a contact or a vendor on the call list',
	requests: [createCall],
	fields: [
		contactOrVendorLocator,
		collection('Additional Fields', 'additionalFields', callFields),
		recordOptions(),
	],
	async execute({ api, params }) {
		const fields = callFieldsOf(params, params.collection('additionalFields'));
		const ClientId = params.id('contactId').toUpperCase();
		return outputOf(params, await createCall(api, { ...fields, ClientId }), callOf);
	},
});
