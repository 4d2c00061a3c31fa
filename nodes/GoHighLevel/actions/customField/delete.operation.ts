import { options } from '../../../core/editor/fields';
import { customFields } from '../../api/records/customFields';
import { customFieldLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a custom field',
	description:
		'Delete a custom field of the location for good, with what contacts or opportunities have in it',
	requests: [customFields.delete],
	fields: [customFieldLocator, options()],
	async execute({ api, params }) {
		await customFields.delete(api, { customFieldId: params.id('customFieldId') });
		return { deleted: true };
	},
});
