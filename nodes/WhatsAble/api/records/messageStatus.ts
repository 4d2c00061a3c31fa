import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { isObject } from '../../../core/values/objects';
import { ownValue } from '../../../core/values/ownValue';
import type { WhatsAbleClient } from '../client';
import { ENDPOINTS } from '../endpoints';
import { errorText } from '../responses/errors';
import { phoneFrom } from '../phones';
import { requestTo } from '../request';
import { isBlank, scalarText } from '../responses/plain';
import { deliveryRemedy } from '../responses/remedies';
import { isoTimeOf } from '../times';

/** How far a message has come. `pending`: WhatsApp has it, and the phone has not. */
export type MessageState = 'pending' | 'delivered' | 'read' | 'failed';

/** The delivery of a message: WhatsAble's fields, with times as ISO 8601, and what they say. */
export interface MessageStatus extends IDataObject {
	message_id: string;
	delivery: MessageState;
	/** E.164 */
	phone_number: string;
	/** WhatsAble's own word: `unread`, `failed`, … */
	status?: IDataObject[string];
	/** Why it failed; `null` when it did not. */
	failure: string | null;
	/** What to do about that, where it is known. */
	remedy: string | null;
}

/** Fields of WhatsAble's answer, one of which at least is in every one. Source: its Zapier app. */
const FIELDS = ['message_id', 'status', 'send_time', 'delivered_time', 'read_time'];

/**
 * How far a message has come. Throws a `Failure` when the answer tells of no delivery, or of that of another message.
 *
 * @param messageId `wamid.…`
 */
export const readMessageStatus = requestTo(
	'GET',
	'delivery',
	async (api: WhatsAbleClient, messageId: string): Promise<MessageStatus> => {
		const endpoint = ENDPOINTS.delivery(messageId);
		const answer = await api.get(endpoint);
		if (!isObject(answer) || FIELDS.every((name) => isBlank(ownValue(answer, name))))
			throw api.notWhatsAble(endpoint);
		const id = scalarText(answer.message_id);
		if (id !== '' && id !== messageId) throw otherMessage();
		const { delivered_time: delivered, read_time: read, send_time: sent, ...rest } = answer;
		const delivery = stateOf(answer);
		const failure =
			delivery === 'failed' ? scalarText(answer.system_user) || errorText(answer.system_user) : null;
		return {
			...rest,
			message_id: messageId,
			delivery,
			phone_number: phoneFrom(scalarText(answer.phone_number)),
			send_time: isoTimeOf(sent),
			delivered_time: isoTimeOf(delivered),
			read_time: isoTimeOf(read),
			failure,
			remedy: deliveryRemedy(failure ?? '') ?? null,
		};
	},
);

function stateOf({ status, delivered_time: delivered, read_time: read }: IDataObject): MessageState {
	const word = scalarText(status).toLowerCase();
	if (word === 'failed' || word === 'undelivered') return 'failed';
	if (isoTimeOf(read) !== null || word === 'read') return 'read';
	if (isoTimeOf(delivered) !== null || word === 'delivered') return 'delivered';
	return 'pending';
}

function otherMessage(): Failure {
	return new Failure(
		'WhatsAble answered with the delivery of another message than the one asked for',
		"Run the item again; if it stays like this, ask WhatsAble's support.",
		{ field: 'messageId' },
	);
}
