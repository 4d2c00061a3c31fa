import { apiUsage } from '../../../core/editor/apiUsage';
import { options } from '../../../core/editor/fields';
import { operation } from '../operation';

export const getApiUsage = operation({
	name: 'Get API Usage',
	action: 'Get the usage of the API',
	description:
		'See what this n8n process sent to Wise Agent with the credential: requests, refusals and response times. Wise Agent documents no limit. Sends no request.',
	requests: [],
	fields: [options()],
	async execute({ api }) {
		return apiUsage(api.access.budget, Date.now());
	},
});
