import { maxAge, maxAgeMsOf } from '../../../core/editor/apiUsage';
import { options } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { readUsage } from '../../api/account/usage';
import { operation } from '../operation';

export const getApiUsage = operation({
	name: 'Get API Usage',
	action: 'Get the usage of the API',
	description:
		'See how many requests HighLevel counts today and in its 10 seconds, by its newest response, and what this n8n process sent: requests, refusals and response times. Costs no request, or one where HighLevel said nothing yet.',
	requests: [optional(readUsage)],
	fields: [options(maxAge)],
	async execute({ api, params }) {
		const { maxAgeSeconds } = params.collection('options');
		return await readUsage(api, { maxAgeMs: maxAgeMsOf(maxAgeSeconds) });
	},
});
