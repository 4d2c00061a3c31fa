import { options } from '../../../core/editor/fields';
import { deleteCustomField } from '../../api/records/customFields';
import { customFieldLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a custom field',
	description:
		'Delete a custom field of the location for good, with what contacts or opportunities have in it',
	// The specification names no scope; that of creation is assumed.
	scopes: ['locations/customFields.write'],
	fields: [customFieldLocator, options()],
	async execute({ api, params }) {
		await deleteCustomField(api, params.id('customFieldId'));
		return { deleted: true };
	},
});
