import { options } from '../../../core/editor/fields';
import { getCustomValue } from '../../api/records/customValues';
import { customValueLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a custom value',
	description: 'Read one custom value of the location',
	// The specification names no scope; that of the list is assumed.
	scopes: ['locations/customValues.readonly'],
	fields: [customValueLocator, options()],
	async execute({ api, params }) {
		return await getCustomValue(api, params.id('customValueId'));
	},
});
