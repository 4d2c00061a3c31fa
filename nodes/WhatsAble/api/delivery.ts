import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleClient } from './client';
import { ENDPOINTS } from './endpoints';
import { phoneFrom } from './phones';
import { deliveryRemedy } from './remedies';
import { isoTimeOf } from './times';

/** How far a message has come. `pending`: WhatsApp has it, and the phone has not. */
export type DeliveryState = 'pending' | 'delivered' | 'read' | 'failed';

/** The delivery of a message: WhatsAble's fields, with times as ISO 8601, and what they say. */
export interface Delivery extends IDataObject {
	message_id: string;
	delivery: DeliveryState;
	/** E.164 */
	phone_number: string;
	/** WhatsAble's own word: `unread`, `failed`, … */
	status?: string;
	/** Why it failed; `null` when it did not. */
	failure: string | null;
	/** What to do about that, where it is known. */
	remedy: string | null;
}

/** WhatsAble's answer; only what is looked at. Source: its Zapier app. */
interface Conversation extends IDataObject {
	phone_number?: number | string;
	message_id?: string;
	status?: string;
	/** Text about a failure. */
	system_user?: string;
	delivered_time?: number | null;
	read_time?: number | null;
	send_time?: number | null;
}

/** @param messageId `wamid.…` */
export async function readDelivery(api: WhatsAbleClient, messageId: string): Promise<Delivery> {
	const endpoint = ENDPOINTS.delivery(messageId);
	const answer = await api.get<Conversation | null>(endpoint);
	if (!answer || Array.isArray(answer)) throw api.notWhatsAble(endpoint);
	const { delivered_time: delivered, read_time: read, send_time: sent, ...rest } = answer;
	const delivery = stateOf(answer);
	const failure = delivery === 'failed' ? (answer.system_user ?? '') : null;
	return {
		...rest,
		message_id: answer.message_id ?? messageId,
		delivery,
		phone_number: phoneFrom(answer.phone_number),
		send_time: isoTimeOf(sent),
		delivered_time: isoTimeOf(delivered),
		read_time: isoTimeOf(read),
		failure,
		remedy: deliveryRemedy(failure ?? '') ?? null,
	};
}

function stateOf({ status = '', delivered_time: delivered, read_time: read }: Conversation): DeliveryState {
	const word = status.toLowerCase();
	if (word === 'failed' || word === 'undelivered') return 'failed';
	if (read || word === 'read') return 'read';
	if (delivered || word === 'delivered') return 'delivered';
	return 'pending';
}
