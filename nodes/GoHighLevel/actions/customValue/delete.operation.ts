import { options } from '../../../core/editor/fields';
import { deleteCustomValue } from '../../api/records/customValues';
import { customValueLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a custom value',
	description:
		'Delete a custom value of the location for good; templates that insert it show nothing in its place',
	// The specification names no scope; that of creation is assumed.
	scopes: ['locations/customValues.write'],
	fields: [customValueLocator, options()],
	async execute({ api, params }) {
		await deleteCustomValue(api, params.id('customValueId'));
		return { deleted: true };
	},
});
