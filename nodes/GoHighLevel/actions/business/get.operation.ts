import { options } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { businesses } from '../../api/records/businesses';
import { businessLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { SHOWN } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get a business',
	description: 'Read one business (company) of the location',
	requests: [businesses.get],
	fields: [businessLocator, simplify, options()],
	async execute({ api, params }) {
		const business = await businesses.get(api, { businessId: params.id('businessId') });
		return simplified(params, business, SHOWN);
	},
});
