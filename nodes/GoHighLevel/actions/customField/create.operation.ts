import { options } from '../../../core/editor/fields';
import { customFields } from '../../api/records/customFields';
import { operation } from '../operation';
import { newFieldFields, newFieldOf } from './newField';

export const create = operation({
	name: 'Create',
	action: 'Create a custom field',
	description: 'Add a custom field to the contacts or opportunities of the location',
	requests: [customFields.create],
	fields: [...newFieldFields, options()],
	async execute({ api, params }) {
		return await customFields.create(api, newFieldOf(params));
	},
});
