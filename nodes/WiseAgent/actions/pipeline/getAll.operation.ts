import { returnAllOrLimit } from '../../../core/editor/fields';
import { pipelineOf } from '../../api/reading/records';
import { listPipelines } from '../../api/records/lists';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many pipelines',
	description: 'Read the pipelines into which new contacts can be put',
	requests: [listPipelines],
	fields: [...returnAllOrLimit, recordOptions()],
	async execute({ api, params }) {
		const limit = params.limit();
		return allOutputs(params, (await listPipelines(api)).slice(0, limit), pipelineOf);
	},
});
