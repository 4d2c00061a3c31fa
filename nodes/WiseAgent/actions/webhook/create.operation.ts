import { Failure } from '../../../core/failure';
import { required } from '../../../core/editor/locator';
import { createWebhook } from '../../api/records/webhooks';
import { operation } from '../operation';
import { outputOf, recordOptions } from '../output';
import { eventType, shownWebhookOf, triggerNotice, url } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create a webhook',
	description:
		'Have Wise Agent deliver one kind of event to a URL. A webhook for the same event and URL is refused and named.',
	requests: [createWebhook],
	fields: [triggerNotice, eventType, required(url), recordOptions()],
	async execute({ api, params }) {
		const webhook = { eventType: params.filled('EventType'), url: webAddress(params.filled('Url')) };
		return outputOf(params, await createWebhook(api, webhook), shownWebhookOf);
	},
});

function webAddress(given: string): string {
	if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
	throw new Failure(
		`"URL" is not a web address: ${given.slice(0, 60)}`,
		'Enter the whole address, beginning with https://. Nothing was sent for this item.',
		{ field: 'Url' },
	);
}
