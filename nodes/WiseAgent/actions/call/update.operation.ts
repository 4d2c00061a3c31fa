import type { IDataObject } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import { someFields } from '../../../core/operation/requireSomeFields';
import { callOf } from '../../api/reading/records';
import { updateCall } from '../../api/records/calls';
import { callLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { callFields, callFieldsOf, contactForList, dateCompleted } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a call',
	description: 'Change a call of the call list; fields that are not given stay as they are',
	requests: [updateCall],
	fields: [
		contactForList,
		callLocator,
		collection('Update Fields', 'updateFields', [...callFields, dateCompleted]),
		options(),
	],
	async execute({ api, params }) {
		const fields = someFields(callFieldsOf(params, params.collection('updateFields')));
		const callId = params.id('callId');
		await updateCall(api, callId, fields);
		return callOf({ CallId: callId, ...fields } as IDataObject);
	},
});
