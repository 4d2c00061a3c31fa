import { options } from '../../../core/editor/fields';
import { deleteBusiness } from '../../api/records/businesses';
import { businessLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a business',
	description: 'Delete a business (company) of the location for good',
	scopes: ['businesses.write'],
	fields: [businessLocator, options()],
	async execute({ api, params }) {
		await deleteBusiness(api, params.id('businessId'));
		return { deleted: true };
	},
});
