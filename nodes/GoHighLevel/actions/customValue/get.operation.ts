import { options } from '../../../core/editor/fields';
import { customValues } from '../../api/records/customValues';
import { customValueLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const get = operation({
	name: 'Get',
	action: 'Get a custom value',
	description: 'Read one custom value of the location',
	requests: [customValues.get],
	fields: [customValueLocator, options()],
	async execute({ api, params }) {
		return await customValues.get(api, { customValueId: params.id('customValueId') });
	},
});
