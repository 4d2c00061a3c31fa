import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../core/values/objects';
import type { Reading } from '../answers';
import { record } from '../answers';
import type { MessageType } from './channels';

/** A message as HighLevel answers it; only what this package looks at is named. Of emails, it is a whole thread. */
export interface Message extends IDataObject {
	id: string;
	/** `TYPE_SMS` */
	messageType?: string;
	direction?: string;
	/** `scheduled`, `delivered`, … */
	status?: string;
	/** Missing for emails, whose texts are read by the IDs in `meta`. */
	body?: string;
	attachments?: string[];
	/** ISO 8601 */
	dateAdded?: string;
	conversationId?: string;
	contactId?: string;
	/** What it came from: `api`, `app`, `workflow`, … */
	source?: string;
	conversationProviderId?: string;
	altId?: string;
}

/** One email of a thread. */
export interface EmailMessage extends IDataObject {
	id: string;
	/** The message that is its thread. */
	threadId?: string;
	subject?: string;
	/** HTML */
	body?: string;
	direction?: string;
	status?: string;
	dateAdded?: string;
	conversationId?: string;
	source?: string;
	altId?: string;
}

/** What is sent, under the API's own names. */
export interface Outgoing {
	type: MessageType;
	contactId: string;
	message?: string;
	subject?: string;
	html?: string;
	/** URLs */
	attachments?: string[];
	emailFrom?: string;
	emailTo?: string;
	emailCc?: string[];
	emailBcc?: string[];
	emailReplyMode?: string;
	replyMessageId?: string;
	threadId?: string;
	conversationProviderId?: string;
	fromNumber?: string;
	toNumber?: string;
	templateId?: string;
	appointmentId?: string;
	/** Seconds since 1970; without it, it is sent now. */
	scheduledTimestamp?: number;
}

/** What is added that came by another way than through HighLevel, under the API's own names. */
export interface Incoming {
	type: string;
	contactId: string;
	conversationId?: string;
	conversationProviderId?: string;
	message?: string;
	subject?: string;
	html?: string;
	attachments?: string[];
	emailFrom?: string;
	emailTo?: string;
	/** The email that it replies to. */
	emailMessageId?: string;
	/** The ID that it has there. */
	altId?: string;
	/** ISO 8601 */
	date?: string;
}

/** What became of a message that was sent or added. */
export interface Sent extends IDataObject {
	/** Of the message, or of the email: what no other one has. */
	id: string;
	messageId?: string;
	emailMessageId?: string;
	conversationId?: string;
	status?: string;
}

/** The IDs in HighLevel's answer. Channels with several messages for one have `messageIds`. */
export const sentIn: Reading<Sent> = (answer) => {
	if (!isObject(answer)) return undefined;
	const { messageId, emailMessageId, messageIds } = answer as Record<string, unknown>;
	const several: unknown[] = Array.isArray(messageIds) ? messageIds : [];
	const [id] = [emailMessageId, messageId, ...several].filter(isId);
	return id === undefined ? undefined : { ...(answer as IDataObject), id };
};

function isId(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

/** A message under its name, as HighLevel is reported to answer it, or as it is, as the specification says. */
export function namedOrWhole<T>(name: string, id: string): Reading<T> {
	return (answer) => record<T>(name, id)(answer) ?? record<T>(undefined, id)(answer);
}

/** What is most used of a message. */
export const MESSAGE_SUMMARY = [
	'id',
	'messageType',
	'direction',
	'status',
	'body',
	'attachments',
	'dateAdded',
	'contactId',
	'conversationId',
	'source',
	'userId',
	'conversationProviderId',
	'meta',
];
