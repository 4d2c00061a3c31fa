import { options } from '../../../core/editor/fields';
import { businesses } from '../../api/records/businesses';
import { businessLocator } from '../../pickers/locators';
import { operation } from '../operation';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a business',
	description: 'Delete a business (company) of the location for good',
	requests: [businesses.delete],
	fields: [businessLocator, options()],
	async execute({ api, params }) {
		await businesses.delete(api, { businessId: params.id('businessId') });
		return { deleted: true };
	},
});
