import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { tags } from '../../api/records/tags';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many tags',
	description: 'Read the tags of the location',
	requests: [tags.list],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		return await tags.list(api, { limit: params.limit() });
	},
});
