import { options } from '../../../core/editor/fields';
import { deleteProperty } from '../../api/records/properties';
import { propertyLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a property',
	description: 'Delete a property for good',
	requests: [deleteProperty],
	fields: [propertyLocator, options()],
	async execute({ api, params }) {
		await deleteProperty(api, params.id('propertyId'));
		return { deleted: true };
	},
});
