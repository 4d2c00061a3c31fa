import { returnAllOrLimit } from '../../../core/editor/fields';
import { programOf } from '../../api/reading/records';
import { listPrograms } from '../../api/records/lists';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many programs',
	description: 'Read the marketing programs of the account',
	requests: [listPrograms],
	fields: [...returnAllOrLimit, recordOptions()],
	async execute({ api, params }) {
		const limit = params.limit();
		return allOutputs(params, (await listPrograms(api)).slice(0, limit), programOf);
	},
});
