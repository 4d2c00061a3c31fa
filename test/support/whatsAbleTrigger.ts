import type { IDataObject } from 'n8n-workflow';

import { WhatsAbleTrigger } from '../../nodes/WhatsAble/WhatsAbleTrigger.node.ts';
import type { WhatsAbleSandbox } from '../../sandbox/whatsAble';
import type { TriggerOptions } from './running/runWebhook';
import { TriggerServer } from './running/runWebhook';
import { DEMO } from './whatsAble';

export interface TriggerRun extends Partial<TriggerOptions> {
	/** The demo key of Notifyer unless told. */
	apiKey?: string;
	/** Expected value of X-Webhook-Signature. */
	signatureSecret?: string;
}

/** A WhatsAble Trigger that listens on a port of its own, not activated yet. */
export async function startTrigger(
	sandbox: WhatsAbleSandbox,
	{ apiKey = DEMO.keys.notifyer, signatureSecret, parameters = {}, ...options }: TriggerRun = {},
): Promise<TriggerServer> {
	return await TriggerServer.start({
		nodeType: new WhatsAbleTrigger(),
		parameters,
		credentials: {
			whatsAbleSyncApi: { apiKey, baseUrl: sandbox.url },
			...(signatureSecret === undefined ? {} : { whatsAbleSyncWebhookApi: { signatureSecret } }),
		},
		...options,
	});
}

/** The URL that was registered last. */
export function registeredUrl(sandbox: WhatsAbleSandbox): string {
	return sandbox.webhooks.registrations.at(-1)?.url ?? '';
}

/** Posts to the trigger past the sandbox, and answers the status and the text. */
export async function post(
	url: string,
	body: IDataObject | string,
	headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: response.status, text: await response.text() };
}

/** A delivery as the vendor documents it. */
export function delivery(changes: IDataObject = {}): IDataObject {
	const seconds = Math.floor(Date.now() / 1000);
	return {
		phone_number: '14155550132',
		recipient_name: 'Olivia Grant',
		last_messages: JSON.stringify([
			{ type: 'user', content: 'Hello', timestamp: new Date().toISOString(), content_type: 'text' },
		]),
		last_message_of_user: 'Hello',
		last_message_of_bot: '',
		message_type: 'text',
		user_last_message_time: seconds,
		bot_last_message_time: 0,
		labels: '',
		incoming_message: true,
		...changes,
	};
}
