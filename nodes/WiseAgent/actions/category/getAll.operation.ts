import { returnAllOrLimit } from '../../../core/editor/fields';
import { categoryOf } from '../../api/reading/records';
import { listCategories } from '../../api/records/lists';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many categories',
	description: 'Read the categories of the account, with how many contacts are in each',
	requests: [listCategories],
	fields: [...returnAllOrLimit, recordOptions()],
	async execute({ api, params }) {
		const limit = params.limit();
		return allOutputs(params, (await listCategories(api)).slice(0, limit), categoryOf);
	},
});
