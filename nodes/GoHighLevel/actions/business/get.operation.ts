import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { getBusiness } from '../../api/records/businesses';
import { businessLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { SHOWN } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a business',
	description: 'Read one business (company) of the location',
	scopes: ['businesses.readonly'],
	fields: [businessLocator, simplify, options()],
	async execute({ api, params }) {
		return simplified(params, await getBusiness(api, params.id('businessId')), SHOWN);
	},
});
