import { collection, options } from '../../../core/editor/fields';
import { customFields } from '../../api/records/customFields';
import { customFieldLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { fieldName, furtherSettings, settingsOf } from './fields';
import { settingsForType } from './settingsForType';

export const update = operation({
	name: 'Update',
	action: 'Update a custom field',
	description: 'Change a custom field of the location; settings that are not given stay as they are',
	requests: [customFields.change],
	fields: [
		customFieldLocator,
		collection('Update Fields', 'updateFields', [...furtherSettings, fieldName]),
		options(),
	],
	async execute({ api, params }) {
		const settings = someFields(settingsOf(params, params.collection('updateFields')));
		const customFieldId = params.id('customFieldId');
		return await customFields.change(api, { customFieldId }, ({ dataType }) =>
			settingsForType(params, dataType, settings),
		);
	},
});
