import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { getCustomField } from '../../api/records/customFields';
import { customFieldLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { SIMPLE_FIELDS } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a custom field',
	description: 'Read one custom field of the location, with its data type and choices',
	// The specification names no scope; that of the list is assumed.
	scopes: ['locations/customFields.readonly'],
	fields: [
		{
			...customFieldLocator,
			description: 'The custom field, from the list, by its ID, or by its key such as contact.budget',
		},
		simplify,
		options(),
	],
	async execute({ api, params }) {
		return simplified(params, await getCustomField(api, params.id('customFieldId')), SIMPLE_FIELDS);
	},
});
