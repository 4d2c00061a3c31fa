import { collection, options } from '../../../core/editor/fields';
import { customValues } from '../../api/records/customValues';
import { customValueLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { customValueFieldsOf, value, valueName } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a custom value',
	description: 'Change a custom value of the location; fields that are not given stay as they are',
	requests: [customValues.change],
	fields: [customValueLocator, collection('Update Fields', 'updateFields', [valueName, value]), options()],
	async execute({ api, params }) {
		const fields = someFields(customValueFieldsOf(params, params.collection('updateFields')));
		return await customValues.change(api, { ...fields, customValueId: params.id('customValueId') });
	},
});
