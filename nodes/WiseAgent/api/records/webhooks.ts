import { isSameText } from '../../../core/values/sameText';
import { fieldOf, listIn } from '../reading/answers';
import type { WiseAgentClient } from '../client';
import { NotFound } from '../errors';
import { making } from '../../../core/operation/request';
import { creating, reading, writing } from '../request';

const getWebhooks = reading('webhooks', 'profile');
const postWebhook = creating('webhooks', 'profile');
const putWebhook = writing('PUT', 'webhooks', 'profile');
export const removeWebhook = writing('DELETE', 'webhooks', 'profile');

/** A registration: Wise Agent delivers one kind of event to one URL. */
export interface Webhook {
	id: string;
	eventType: string;
	url: string;
	isActive: boolean;
}

/** All webhooks of the account, those of other apps as far as Wise Agent shows them. */
export const listWebhooks = making(getWebhooks, [], async (api: WiseAgentClient): Promise<Webhook[]> => {
	const webhooks = listIn(await getWebhooks(api), 'Data');
	if (!webhooks || webhooks.some((one) => fieldOf(one, 'WebhookID') === undefined)) throw api.notWiseAgent();
	return webhooks.map((one) => ({
		id: String(fieldOf(one, 'WebhookID')),
		eventType: textOf(fieldOf(one, 'EventType')),
		url: textOf(fieldOf(one, 'Url')),
		isActive: isSameText(fieldOf(one, 'Status'), 'Active'),
	}));
});

function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** Registers a URL for an event, once. The answer tells no id: the webhook is found by listing. */
export async function registerWebhook(api: WiseAgentClient, eventType: string, url: string): Promise<void> {
	const before = new Set((await listWebhooks(api)).map(({ id }) => id));
	await postWebhook(api, { Status: 'Active', EventType: eventType, Url: url }, async () => {
		const webhooks = await listWebhooks(api);
		const found = webhooks.find((webhook) => isFor(webhook, eventType, url));
		if (found) return { found };
		// It may be ours, with its address written otherwise.
		const isNew = (webhook: Webhook) => !before.has(webhook.id) && isSameText(webhook.eventType, eventType);
		return webhooks.some(isNew) ? 'unknown' : 'absent';
	});
}

export function isFor(webhook: Webhook, eventType: string, url: string): boolean {
	return isSameText(webhook.eventType, eventType) && webhook.url === url;
}

/** Switches a disabled webhook on again. */
export async function activateWebhook(api: WiseAgentClient, { id, eventType, url }: Webhook): Promise<void> {
	await putWebhook(api, {
		form: { WebhookID: id, Status: 'Active', EventType: eventType, Url: url },
		record: `webhook/${id}`,
	});
}

/** One that is not there any more counts as deleted. */
export async function deleteWebhook(api: WiseAgentClient, id: string): Promise<void> {
	const deletion = { query: { WebhookID: id }, record: `webhook/${id}` };
	await removeWebhook(api, deletion).catch((error: unknown) => {
		if (!(error instanceof NotFound)) throw error;
	});
}
