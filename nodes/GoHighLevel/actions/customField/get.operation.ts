import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { customFields } from '../../api/records/customFields';
import { customFieldLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { SIMPLE_FIELDS } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a custom field',
	description: 'Read one custom field of the location, with its data type and choices',
	requests: [customFields.get],
	fields: [
		{
			...customFieldLocator,
			description: 'The custom field, from the list, by its ID, or by its key such as contact.budget',
		},
		simplify,
		options(),
	],
	async execute({ api, params }) {
		const field = await customFields.get(api, { customFieldId: params.id('customFieldId') });
		return simplified(params, field, SIMPLE_FIELDS);
	},
});
