import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { forms } from '../../api/records/forms';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many forms',
	description: 'Read the forms of the location, each with its ID and name',
	requests: [forms.list],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		return await forms.list(api, { limit: params.limit() });
	},
});
