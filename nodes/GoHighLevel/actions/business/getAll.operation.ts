import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { listBusinesses } from '../../api/records/businesses';
import { operation } from '../operation';
import { SHOWN } from './fields';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many businesses',
	description: 'Read the businesses (companies) of the location',
	scopes: ['businesses.readonly'],
	fields: [...returnAllOrLimit, simplify, options()],
	async execute({ api, params }) {
		const businesses = await listBusinesses(api, params.limit());
		return businesses.map((business) => simplified(params, business, SHOWN));
	},
});
