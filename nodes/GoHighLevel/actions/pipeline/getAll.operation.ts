import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { pipelines } from '../../api/records/pipelines';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many pipelines',
	description: 'Read the pipelines of the location, each with its stages',
	requests: [pipelines.list],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		return await pipelines.list(api, { limit: params.limit() });
	},
});
