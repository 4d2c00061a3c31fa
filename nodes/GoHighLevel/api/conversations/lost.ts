import { isObject } from '../../../core/values/objects';
import type { HighLevelClient } from '../client';
import { ageBy } from '../creating';
import { channelOf } from './channels';
import type { EmailMessage, Incoming, Message, Outgoing, Sent } from './message';

/** A message in a conversation, as far as it tells whether it is the one whose response was lost. */
export interface Candidate extends Sent {
	addedAt?: string;
	direction?: string;
	messageType?: string;
	source?: string;
	body?: string;
	subject?: string;
	attachments?: number;
	conversationProviderId?: string;
	altId?: string;
}

/** How the messages of a conversation are read. */
export interface Readers {
	/** The newest messages of a contact's conversation. */
	newest: (contactId: string) => Promise<Message[]>;
	email: (emailMessageId: string) => Promise<EmailMessage>;
}

/** A thread with more emails is looked at from its end. */
const EMAILS_OF_A_THREAD = 5;

/** What is in the conversation of the contact, the emails of its threads each by itself. */
export async function candidatesFor(
	api: HighLevelClient,
	{ contactId, type, ...reply }: Incoming | Outgoing,
	sentAt: number,
	{ newest, email }: Readers,
): Promise<Candidate[]> {
	const messages = await newest(contactId);
	if (type !== 'Email') return messages.map(ofMessage);
	// A reply goes to an older thread, which is not always told.
	const isReply = ['threadId', 'replyMessageId', 'emailMessageId'].some((name) => name in reply);
	const threads = messages.filter(
		({ messageType, dateAdded }) =>
			/EMAIL$/.test(messageType ?? '') && (isReply || ageBy(api, dateAdded, sentAt) !== 'older'),
	);
	const ids = threads.flatMap((thread) => emailIdsIn(thread).slice(-EMAILS_OF_A_THREAD));
	return (await Promise.all(ids.map(email))).map(ofEmail);
}

function ofMessage(message: Message): Candidate {
	const { id, conversationId, status, dateAdded, direction, messageType, source, body, attachments } =
		message;
	return {
		...{
			id,
			messageId: id,
			conversationId,
			status,
			addedAt: dateAdded,
			direction,
			messageType,
			source,
			body,
		},
		attachments: Array.isArray(attachments) ? attachments.length : undefined,
		conversationProviderId: message.conversationProviderId,
		altId: message.altId,
	};
}

function ofEmail(email: EmailMessage): Candidate {
	const { id, threadId, conversationId, status, dateAdded, direction, source, body, subject, altId } = email;
	return {
		...{ id, messageId: threadId, emailMessageId: id, conversationId, status, addedAt: dateAdded },
		...{ direction, messageType: 'TYPE_EMAIL', source, body, subject, altId },
	};
}

function emailIdsIn({ meta }: Message): string[] {
	const { email } = isObject(meta) ? meta : {};
	const { messageIds } = isObject(email) ? email : {};
	return Array.isArray(messageIds) ? messageIds.filter((id): id is string => typeof id === 'string') : [];
}

/** Whether a message is certainly another one than was sent, however new it is. */
export function isOther(found: Candidate, sent: Outgoing): boolean {
	const { direction, source, status } = found;
	return (
		direction === 'inbound' ||
		(source !== undefined && source !== 'api') ||
		isOfOtherWay(found, sent) ||
		(status === 'scheduled') !== (sent.scheduledTimestamp !== undefined)
	);
}

/** The same of one that was added. */
export function isOtherInbound(found: Candidate, added: Incoming): boolean {
	const isNamedOtherwise = differ(found.altId, added.altId);
	return found.direction === 'outbound' || isNamedOtherwise || isOfOtherWay(found, added);
}

function isOfOtherWay({ messageType, ...found }: Candidate, sent: Incoming | Outgoing): boolean {
	const { messageTypes } = channelOf(sent.type) ?? {};
	const isOfOtherType = messageType !== undefined && messageTypes?.test(messageType) === false;
	return isOfOtherType || differ(found.conversationProviderId, sent.conversationProviderId);
}

function differ(found: string | undefined, sent: string | undefined): boolean {
	return found !== undefined && sent !== undefined && found !== sent;
}

/** Whether a message has the content that was sent. */
export function isSame(found: Candidate, sent: Incoming | Outgoing): boolean {
	const { attachments = [] } = sent;
	if (sent.type === 'Email') {
		const hasText = plain(found.body).includes(plain(sent.html ?? sent.message));
		return plain(found.subject) === plain(sent.subject) && hasText;
	}
	// Lists are reported to leave attachments out.
	const hasThem = found.attachments === undefined || found.attachments === attachments.length;
	return plain(found.body) === plain(sent.message) && hasThem;
}

export function isSameInbound(found: Candidate, added: Incoming): boolean {
	return added.altId === undefined ? isSame(found, added) : found.altId === added.altId;
}

/** The words of a text, or of HTML, which HighLevel stores with links and marks of its own. */
function plain(text: unknown): string {
	return String(text ?? '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
