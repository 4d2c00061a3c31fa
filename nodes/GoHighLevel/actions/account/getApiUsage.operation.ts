import { maxAge, maxAgeMsOf } from '../../../core/editor/apiUsage';
import { options } from '../../../core/editor/fields';
import { optional } from '../../../core/operation/request';
import { readUsage } from '../../api/account/usage';
import { operation } from '../operation';

export const getApiUsage = operation({
	name: 'Get API Usage',
	action: 'Get the usage of the API',
	description:
		'See how many requests HighLevel counts today and within its short window, by its newest response, and what this n8n process sent: requests, refusals and response times. Sends no request, or one where there was no response yet.',
	requests: [optional(readUsage)],
	fields: [options(maxAge)],
	async execute({ api, params }) {
		const { maxAgeSeconds } = params.collection('options');
		return await readUsage(api, { maxAgeMs: maxAgeMsOf(maxAgeSeconds) });
	},
});
