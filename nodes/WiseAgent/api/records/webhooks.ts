import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { afterDone } from '../../../core/sending/done';
import { isSameText } from '../../../core/values/sameText';
import { addressOf } from '../../../core/webhook/address';
import type { WiseAgentClient } from '../client';
import { NotFound } from '../errors';
import { fieldOf, listIn } from '../reading/answers';
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

/** All webhooks of the account, those of other apps as far as Wise Agent shows them, as it answers them. */
export const readWebhooks = making(getWebhooks, [], async (api: WiseAgentClient): Promise<IDataObject[]> => {
	const webhooks = listIn(await getWebhooks(api), 'Data');
	if (!webhooks || webhooks.some((one) => fieldOf(one, 'WebhookID') === undefined)) throw api.notWiseAgent();
	return webhooks;
});

/** The same, as this package looks at them. */
export const listWebhooks = making(readWebhooks, [], async (api: WiseAgentClient): Promise<Webhook[]> => {
	return (await readWebhooks(api)).map(webhookOf);
});

export function webhookOf(raw: IDataObject): Webhook {
	return {
		id: String(fieldOf(raw, 'WebhookID')),
		eventType: textOf(fieldOf(raw, 'EventType')),
		url: textOf(fieldOf(raw, 'Url')),
		isActive: isSameText(fieldOf(raw, 'Status'), 'Active'),
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** Registers a URL for an event, once. The answer tells no id: the webhook is found by listing. */
export async function registerWebhook(api: WiseAgentClient, eventType: string, url: string): Promise<void> {
	await post(api, { eventType, url }, await listWebhooks(api));
}

async function post(api: WiseAgentClient, { eventType, url }: NewWebhook, before: Webhook[]): Promise<void> {
	await postWebhook(api, { Status: 'Active', EventType: eventType, Url: url }, async () => {
		const webhooks = await listWebhooks(api);
		const found = webhooks.find((webhook) => isFor(webhook, eventType, url));
		if (found) return { found };
		// It may be ours, with its address written otherwise.
		return addedSince(before, webhooks, eventType).length > 0 ? 'unknown' : 'absent';
	});
}

interface NewWebhook {
	eventType: string;
	url: string;
}

/**
 * The same, and gives the webhook as Wise Agent answers it. A second one for the same event and URL would deliver each
 * event twice: it is refused with a `Failure`.
 */
export const createWebhook = making(
	postWebhook,
	[readWebhooks],
	async (api: WiseAgentClient, webhook: NewWebhook): Promise<IDataObject> => {
		const { eventType, url } = webhook;
		return await api.alone(`webhooks/${addressOf(url)}`, async () => {
			const before = await listWebhooks(api);
			const there = before.find((one) => isFor(one, eventType, url));
			if (there) throw alreadyThere(there);
			await post(api, webhook, before);
			const done = { what: `The webhook for ${eventType} was created`, details: { created: true } };
			return await afterDone(done, async () => await findNew(api, webhook, before));
		});
	},
);

async function findNew(
	api: WiseAgentClient,
	{ eventType, url }: NewWebhook,
	before: Webhook[],
): Promise<IDataObject> {
	const all = await readWebhooks(api);
	const exact = all.find((raw) => isFor(webhookOf(raw), eventType, url));
	const [only, ...others] = addedSince(before, all.map(webhookOf), eventType);
	const found = exact ?? (others.length === 0 && all.find((raw) => webhookOf(raw).id === only?.id));
	if (found) return found;
	throw new Failure('it was not found among the webhooks that Wise Agent lists');
}

function addedSince(before: Webhook[], now: Webhook[], eventType: string): Webhook[] {
	const known = new Set(before.map(({ id }) => id));
	return now.filter((webhook) => !known.has(webhook.id) && isSameText(webhook.eventType, eventType));
}

function alreadyThere({ id, eventType, isActive }: Webhook): Failure {
	return new Failure(
		`Webhook ${id} is registered for ${eventType} at this URL already`,
		isActive
			? 'Use that webhook, or delete it first. Nothing was created.'
			: 'It is disabled. Delete it, and create it again. Nothing was created.',
		{ field: 'Url', webhookId: id },
	);
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

/** Throws a `NotFound` when there is none with this id. */
export const deleteWebhook = making(
	removeWebhook,
	[],
	async (api: WiseAgentClient, id: string): Promise<void> => {
		await removeWebhook(api, { query: { WebhookID: id }, record: `webhook/${id}` });
	},
);

/** The same, but one that is not there any more counts as deleted. */
export async function dropWebhook(api: WiseAgentClient, id: string): Promise<void> {
	await deleteWebhook(api, id).catch((error: unknown) => {
		if (!(error instanceof NotFound)) throw error;
	});
}
