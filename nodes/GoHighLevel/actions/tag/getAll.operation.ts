import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listTags } from '../../api/records/tags';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many tags',
	description: 'Read the tags of the location',
	scopes: ['locations/tags.readonly'],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listTags(api)).slice(0, limit);
	},
});
