import { fullName } from '../views/contact';
import { withoutNulls } from '../views/withoutNulls';
import type { SandboxState } from '../state/state';
import type { Call } from '../wire/apiRoute';
import { channelOf } from './channels';
import type { ConversationRecord, EmailRecord, MessageRecord } from './records';
import { statusOf } from './store';

type Conversation = Readonly<ConversationRecord>;

/** As its own endpoint answers it. Source: official specifications, `GetConversationByIdResponse`. */
export function conversationView(conversation: Conversation): object {
	const { id, contactId, locationId, inbox, unreadCount, assignedTo, starred } = conversation;
	return withoutNulls({
		...{ contactId, locationId, deleted: false, inbox, type: 1, unreadCount, assignedTo, id, starred },
	});
}

/** As a change answers it. Source: official specifications, `ConversationDto`. */
export function changedConversationView(conversation: Conversation): object {
	const { id, contactId, locationId, inbox, unreadCount, assignedTo, starred } = conversation;
	const { lastMessageBody, lastMessageDate, lastMessageType } = conversation;
	return withoutNulls({
		...{ id, contactId, locationId, assignedTo, inbox, starred, unreadCount, deleted: false },
		...{ lastMessageBody, lastMessageType: lastMessageType || null },
		lastMessageDate: String(lastMessageDate),
	});
}

/** As a creation answers it. Source: official specifications, `ConversationCreateResponseDto`. */
export function createdConversationView(conversation: Conversation): object {
	const { id, contactId, locationId, assignedTo, dateAdded, dateUpdated, lastMessageDate } = conversation;
	return withoutNulls({
		...{ id, dateUpdated, dateAdded, deleted: false, contactId, locationId, assignedTo },
		lastMessageDate: new Date(lastMessageDate).toISOString(),
	});
}

/** As the search answers it. Source: official specifications, `ConversationSchema`; the times, the owner and what it is
 * sorted by come beside it, as public clients rely on. */
export function foundConversationView(
	conversation: Conversation,
	{ state }: Pick<Call, 'state'>,
	sortedBy: number,
): object {
	const contact = state.contacts.get(conversation.contactId);
	const name = contact ? fullName(contact) : '';
	const { id, contactId, locationId, unreadCount, starred, assignedTo, followers } = conversation;
	return {
		...{ id, contactId, locationId, unreadCount, starred, followers },
		...(assignedTo === null ? {} : { assignedTo }),
		type: 'TYPE_PHONE',
		...lastMessageOf(conversation),
		fullName: name,
		contactName: name,
		email: contact?.email ?? '',
		phone: contact?.phone ?? '',
		dateAdded: Date.parse(conversation.dateAdded),
		dateUpdated: Date.parse(conversation.dateUpdated),
		sort: [sortedBy],
	};
}

function lastMessageOf(conversation: Conversation): object {
	const { lastMessageBody, lastMessageDate, lastMessageType, lastMessageDirection } = conversation;
	return withoutNulls({
		lastMessageBody,
		lastMessageDate,
		lastMessageType: lastMessageType || 'TYPE_SMS',
		lastMessageDirection,
		lastOutboundMessageAction: conversation.lastOutboundMessageAction,
		lastManualMessageDate: conversation.lastManualMessageDate,
	});
}

/** Source: official specifications, `GetMessageResponseDto`. Of emails, it has the IDs in `meta` and no text, as
 * publicly reported (https://github.com/GoHighLevel/highlevel-api-docs/issues/40). */
export function messageView(message: Readonly<MessageRecord>, { state }: { state: SandboxState }): object {
	const { id, locationId, contactId, conversationId, dateAdded, dateUpdated, direction, attachments } =
		message;
	const { source, userId, conversationProviderId, altId, channel, body } = message;
	const { messageType, type } = channelOf(channel);
	const isEmail = channel === 'Email';
	const messageIds = isEmail ? state.emailMessages.inGroup(id).map((email) => email.id) : [];
	return withoutNulls({
		...{ id, type, messageType, locationId, contactId, conversationId, dateAdded, dateUpdated },
		...{ direction, status: statusOf(message), contentType: isEmail ? 'text/html' : 'text/plain' },
		...{ attachments, source, userId, conversationProviderId, altId },
		...(isEmail ? { meta: { email: { messageIds } } } : { body }),
	});
}

/** As the export answers it: with the text of emails. */
export function exportedView(message: Readonly<MessageRecord>, call: { state: SandboxState }): object {
	const [first] = message.channel === 'Email' ? call.state.emailMessages.inGroup(message.id) : [];
	return { ...messageView(message, call), body: first?.body ?? message.body };
}

/** Source: official specifications, `GetEmailMessageResponseDto`. */
export function emailView(email: Readonly<EmailRecord>): object {
	const { scheduledMs: _, ...shown } = email;
	return withoutNulls({
		...shown,
		status: statusOf(email),
		contentType: 'text/html',
		provider: 'Leadconnector Mailgun',
	});
}
