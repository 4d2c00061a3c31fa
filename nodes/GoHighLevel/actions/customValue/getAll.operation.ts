import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listCustomValues } from '../../api/records/customValues';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many custom values',
	description: 'Read the custom values of the location, with the keys by which templates insert them',
	scopes: ['locations/customValues.readonly'],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listCustomValues(api)).slice(0, limit);
	},
});
