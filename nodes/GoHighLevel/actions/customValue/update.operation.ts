import { collection, options } from '../../../core/editor/fields';
import { updateCustomValue } from '../../api/records/customValues';
import { customValueLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { customValueFieldsOf, value, valueName } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a custom value',
	description: 'Change a custom value of the location; fields that are not given stay as they are',
	// The specification names no scope; those of creation and of the list are assumed.
	scopes: ['locations/customValues.write', 'locations/customValues.readonly'],
	fields: [customValueLocator, collection('Update Fields', 'updateFields', [valueName, value]), options()],
	async execute({ api, params }) {
		const fields = someFields(customValueFieldsOf(params, params.collection('updateFields')));
		return await updateCustomValue(api, params.id('customValueId'), fields);
	},
});
