import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { workflows } from '../../api/records/automations';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many workflows',
	description:
		'Read the workflows (automations) of the location. They are made and changed in HighLevel only.',
	requests: [workflows.list],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		return await workflows.list(api, { limit: params.limit() });
	},
});
