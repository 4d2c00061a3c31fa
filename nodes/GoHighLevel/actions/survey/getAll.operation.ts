import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { surveys } from '../../api/records/surveys';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many surveys',
	description: 'Read the surveys of the location, each with its ID and name',
	requests: [surveys.list],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		return await surveys.list(api, { limit: params.limit() });
	},
});
