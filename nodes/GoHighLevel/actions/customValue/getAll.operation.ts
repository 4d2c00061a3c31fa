import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { customValues } from '../../api/records/customValues';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many custom values',
	description: 'Read the custom values of the location, with the keys by which templates insert them',
	requests: [customValues.list],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		return await customValues.list(api, { limit: params.limit() });
	},
});
