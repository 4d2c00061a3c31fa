import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listGroups } from '../../api/records/otherProducts';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many WhatsApp groups',
	description: 'Read the WhatsApp groups that the phones of this WhatsAble account are in',
	requests: [listGroups],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listGroups(api)).slice(0, limit);
	},
});
