import { collection, options } from '../../../core/editor/fields';
import { updateCustomField } from '../../api/records/customFields';
import { customFieldLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { fieldName, furtherSettings, settingsOf } from './fields';
import { settingsForType } from './settingsForType';

export const update = operation({
	name: 'Update',
	action: 'Update a custom field',
	description: 'Change a custom field of the location; settings that are not given stay as they are',
	// The specification names no scope; those of creation and of the list are assumed.
	scopes: ['locations/customFields.write', 'locations/customFields.readonly'],
	fields: [
		customFieldLocator,
		collection('Update Fields', 'updateFields', [...furtherSettings, fieldName]),
		options(),
	],
	async execute({ api, params }) {
		const settings = someFields(settingsOf(params, params.collection('updateFields')));
		return await updateCustomField(api, params.id('customFieldId'), ({ dataType }) =>
			settingsForType(params, dataType, settings),
		);
	},
});
