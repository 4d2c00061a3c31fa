import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleClient } from '../client';
import { digitsOf } from '../phones';
import { objectsIn } from '../responses/plain';
import type { Schedule } from './schedule';
import { making } from '../../../core/operation/request';
import { sending } from '../request';

const postTemplate = sending('sendTemplate');
const postFreeForm = sending('sendFreeForm');

/** What every message of Notifyer has. */
export interface Outgoing {
	/** E.164 */
	phone: string;
	/** Labels that the contact gets. */
	labels: string[];
	/** Replaces the note of the contact; left out, it stays. */
	note?: string;
	/** Left out, the message is sent at once. */
	schedule?: Schedule;
}

/** The content of a message that is no template, in the shape of WhatsApp's Cloud API. */
export type FreeForm =
	| { type: 'text'; text: { body: string; preview_url: boolean } }
	| { type: 'image'; image: { link: string; caption?: string } }
	| { type: 'video'; video: { link: string; caption?: string } }
	| { type: 'audio'; audio: { link: string } }
	| { type: 'document'; document: { link: string; caption?: string; filename?: string } };

/** A template with what it is filled in with. */
export interface FilledTemplate {
	templateId: string;
	/** By key: `body1`, `media`, … */
	variables: Record<string, string>;
	/** Keys of the variables whose line breaks, tabs or spaces were replaced. */
	flattenedVariables: string[];
}

/** What became of a message: WhatsAble's answer, the id to ask for its delivery with, and the number. */
export interface Sent extends IDataObject {
	/** `wamid.…`; missing where WhatsAble names none, as for a message that waits for its time. */
	message_id?: string;
	/** E.164 */
	phone_number: string;
}

/** Sends a template, or has it wait for its time. A number that is not a contact yet becomes one. */
export const sendTemplate = making(
	postTemplate,
	[],
	async (
		api: WhatsAbleClient,
		{ templateId, variables, flattenedVariables }: FilledTemplate,
		{ phone, labels, note, schedule }: Outgoing,
	): Promise<Sent> => {
		const answer = await postTemplate(api, {
			templateId,
			variables,
			phone_number: digitsOf(phone),
			labels,
			...(note === undefined ? {} : { note }),
			...schedule,
		});
		return { ...sent(answer, phone), ...(flattenedVariables.length > 0 ? { flattenedVariables } : {}) };
	},
);

/** Sends a text or a file, or has it wait for its time. Only within 24 hours of the contact's last message. */
export const sendFreeForm = making(
	postFreeForm,
	[],
	async (
		api: WhatsAbleClient,
		content: FreeForm,
		{ phone, labels, note, schedule }: Outgoing,
	): Promise<Sent> => {
		const answer = await postFreeForm(api, {
			to: digitsOf(phone),
			recipient_type: 'individual',
			messaging_product: 'whatsapp',
			...content,
			labels,
			...(note === undefined ? {} : { note }),
			...schedule,
		});
		return sent(answer, phone);
	},
);

/** WhatsAble's answer with the id of the message taken out of it. */
export function sent(answer: IDataObject, phone: string): Sent {
	const id = messageIdIn(answer);
	const own = { ...(id === undefined ? {} : { message_id: id }), phone_number: phone };
	return { ...own, ...answer, ...own };
}

/** The documented answers hold Meta's in `whatsapp_response_info` or in `details`; others may be Meta's own. */
function messageIdIn(answer: IDataObject): string | undefined {
	const places = objectsIn([answer, answer.whatsapp_response_info, answer.details]);
	const ids = places.flatMap(({ messages, message_id: id }) => [objectsIn(messages)[0]?.id, id]);
	return ids.find((id): id is string => typeof id === 'string' && id !== '');
}
