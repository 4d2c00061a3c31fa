import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { listWhatsAbleNumbers } from '../../api/records/otherProducts';
import { operation } from '../operation';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many verified WhatsAble numbers',
	description: 'Read the numbers that are verified in this WhatsAble account, to which its bot may write',
	requests: [listWhatsAbleNumbers],
	fields: [...returnAllOrLimit, options()],
	async execute({ api, params }) {
		const limit = params.limit();
		return (await listWhatsAbleNumbers(api)).slice(0, limit);
	},
});
