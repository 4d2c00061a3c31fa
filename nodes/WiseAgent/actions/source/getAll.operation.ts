import { returnAllOrLimit } from '../../../core/editor/fields';
import { sourceOf } from '../../api/reading/records';
import { listSources } from '../../api/records/lists';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many sources',
	description: 'Read the sources from which contacts of the account came',
	requests: [listSources],
	fields: [...returnAllOrLimit, recordOptions()],
	async execute({ api, params }) {
		const limit = params.limit();
		return allOutputs(params, (await listSources(api)).slice(0, limit), sourceOf);
	},
});
