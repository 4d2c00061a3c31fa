import { optional } from '../../../core/operation/request';
import { collection, options } from '../../../core/editor/fields';
import { locationSettings } from '../../api/locations';
import { businesses } from '../../api/records/businesses';
import { businessLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { someFields } from '../../../core/operation/requireSomeFields';
import { additionalBusinessFields, businessFieldsOf, name } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update a business',
	description: 'Change a business (company) of the location; fields that are not given stay as they are',
	requests: [businesses.change, optional(locationSettings)],
	fields: [
		businessLocator,
		collection('Update Fields', 'updateFields', [...additionalBusinessFields, name]),
		options(),
	],
	async execute({ api, params }) {
		const fields = someFields(await businessFieldsOf(api, params, params.collection('updateFields')));
		return await businesses.change(api, { ...fields, businessId: params.id('businessId') });
	},
});
