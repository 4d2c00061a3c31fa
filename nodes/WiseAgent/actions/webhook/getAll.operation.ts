import { returnAllOrLimit } from '../../../core/editor/fields';
import { readWebhooks } from '../../api/records/webhooks';
import { operation } from '../operation';
import { allOutputs, recordOptions } from '../output';
import { shownWebhookOf, triggerNotice } from './fields';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many webhooks',
	description:
		"Read the webhooks of the account, those of Wise Agent Triggers included. The token in a trigger's URL is hidden, except with Raw Output.",
	requests: [readWebhooks],
	fields: [triggerNotice, ...returnAllOrLimit, recordOptions()],
	async execute({ api, params }) {
		const limit = params.limit();
		return allOutputs(params, (await readWebhooks(api)).slice(0, limit), shownWebhookOf);
	},
});
