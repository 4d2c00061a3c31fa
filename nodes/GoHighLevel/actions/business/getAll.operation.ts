import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { businesses } from '../../api/records/businesses';
import { operation } from '../operation';
import { SHOWN } from './fields';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many businesses',
	description: 'Read the businesses (companies) of the location',
	requests: [businesses.list],
	fields: [...returnAllOrLimit, simplify, options()],
	async execute({ api, params }) {
		const found = await businesses.list(api, { limit: params.limit() });
		return found.map((business) => simplified(params, business, SHOWN));
	},
});
