import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listWorkflows } from '../../api/records/automations';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many workflows',
	description:
		'Read the workflows (automations) of the location. They are made and changed in HighLevel only.',
	scopes: ['workflows.readonly'],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listWorkflows(api)).slice(0, limit);
	},
});
