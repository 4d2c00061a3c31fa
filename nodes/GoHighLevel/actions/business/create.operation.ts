import { optional } from '../../../core/operation/request';
import { collection, options } from '../../../core/editor/fields';
import { locationSettings } from '../../api/locations';
import { businesses } from '../../api/records/businesses';
import { operation } from '../operation';
import { additionalBusinessFields, businessFieldsOf, name } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a business',
	description: 'Add a business (company) to the location',
	requests: [businesses.create, optional(locationSettings)],
	fields: [
		{ ...name, required: true },
		collection('Additional Fields', 'additionalFields', additionalBusinessFields),
		options(),
	],
	async execute({ api, params }) {
		const name = params.filled('name');
		const fields = await businessFieldsOf(api, params, params.collection('additionalFields'));
		return await businesses.create(api, { ...fields, name });
	},
});
