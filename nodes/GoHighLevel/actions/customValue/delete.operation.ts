import { options } from '../../../core/editor/fields';
import { customValues } from '../../api/records/customValues';
import { customValueLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a custom value',
	description:
		'Delete a custom value of the location for good; templates that insert it show nothing in its place',
	requests: [customValues.delete],
	fields: [customValueLocator, options()],
	async execute({ api, params }) {
		await customValues.delete(api, { customValueId: params.id('customValueId') });
		return { deleted: true };
	},
});
