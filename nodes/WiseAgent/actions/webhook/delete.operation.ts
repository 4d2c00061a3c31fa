import { options } from '../../../core/editor/fields';
import { deleteWebhook } from '../../api/records/webhooks';
import { webhookLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { triggerNotice } from './fields';

export const remove = operation({
	name: 'Delete',
	action: 'Delete a webhook',
	description:
		'Stop the deliveries of a webhook permanently. If it belongs to an active Wise Agent Trigger, its workflow no longer starts until you deactivate and activate it again.',
	requests: [deleteWebhook],
	fields: [triggerNotice, webhookLocator, options()],
	async execute({ api, params }) {
		await deleteWebhook(api, params.id('webhookId'));
		return { deleted: true };
	},
});
