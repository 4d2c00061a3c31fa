import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listLabels } from '../../api/records/labels';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many labels',
	description: 'Read the labels of the account. They are made in the Notifyer console only.',
	requests: [listLabels],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listLabels(api)).slice(0, limit);
	},
});
