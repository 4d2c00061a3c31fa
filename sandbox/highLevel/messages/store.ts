import type { SandboxState } from '../state/state';
import { channelOf } from './channels';
import type { ConversationRecord, Direction, EmailRecord, MessageRecord } from './records';

type Conversation = Readonly<ConversationRecord>;
type Message = Readonly<MessageRecord>;
type Contact = Readonly<{ id: string; locationId: string }>;

/** The conversation of a contact, which has one; a new one where there is none. */
export function conversationWith(state: SandboxState, { id: contactId, locationId }: Contact): Conversation {
	return (
		findConversation(state, contactId, locationId) ?? state.add('conversations', { locationId, contactId })
	);
}

export function findConversation(
	{ conversations }: SandboxState,
	contactId: string,
	locationId: string,
): Conversation | undefined {
	return conversations.inGroup(locationId).find((one) => one.contactId === contactId);
}

/** The messages of a conversation, oldest first. */
export function messagesIn({ messages }: SandboxState, { id, locationId }: Conversation): Message[] {
	return messages.inGroup(locationId).filter(({ conversationId }) => conversationId === id);
}

/** What a message or an email has, wherever it comes from. */
type Common = Pick<MessageRecord, 'channel' | 'direction'> &
	Partial<
		Pick<
			MessageRecord,
			| 'id'
			| 'status'
			| 'attachments'
			| 'source'
			| 'userId'
			| 'conversationProviderId'
			| 'altId'
			| 'scheduledMs'
			| 'dateAdded'
		>
	>;

/** Stores a message in a conversation, which tells of it from then on. */
export function addMessage(
	state: SandboxState,
	{ id: conversationId, contactId, locationId }: Conversation,
	message: Common & { body: string },
): Message {
	const stored = state.add('messages', { ...message, conversationId, contactId, locationId });
	tellOf(state, conversationId, { ...stored, text: stored.body });
	return stored;
}

type Email = Pick<EmailRecord, 'subject' | 'body' | 'from' | 'to'> & Partial<EmailRecord>;

/** Stores an email in the thread with this ID, which is a message; in a new one where there is none such. */
export function addEmail(
	state: SandboxState,
	{ id: conversationId, contactId, locationId }: Conversation,
	{ userId: _user, id: _own, channel, ...common }: Common,
	email: Email,
): Readonly<EmailRecord> {
	const place = { conversationId, contactId, locationId };
	const known = email.threadId === undefined ? undefined : state.messages.get(email.threadId);
	const { id: threadId } = known ?? state.add('messages', { channel, ...common, body: '', ...place });
	const stored = state.add('emailMessages', { ...common, ...email, threadId, ...place });
	tellOf(state, conversationId, { ...stored, channel, text: stored.subject });
	return stored;
}

interface Told {
	channel: MessageRecord['channel'];
	direction: Direction;
	source: MessageRecord['source'];
	scheduledMs: number | null;
	dateAdded: string;
	text: string;
}

function tellOf(state: SandboxState, conversationId: string, told: Told): void {
	const { channel, direction, source, dateAdded, text } = told;
	const conversation = state.conversations.get(conversationId);
	const at = Date.parse(dateAdded);
	if (!conversation || isWaiting(told)) return;
	if (conversation.lastMessageType !== '' && at < conversation.lastMessageDate) return;
	const isInbound = direction === 'inbound';
	const isManual = source === 'app';
	state.change('conversations', conversationId, {
		lastMessageBody: text,
		lastMessageType: channelOf(channel).messageType,
		lastMessageDirection: direction,
		lastMessageDate: at,
		...(isManual || isInbound ? { lastManualMessageDate: at } : {}),
		...(isInbound
			? { unreadCount: conversation.unreadCount + 1 }
			: { lastOutboundMessageAction: isManual ? 'manual' : 'automated' }),
	});
}

/** Whether a message waits for its time. */
export function isWaiting({ scheduledMs }: { scheduledMs: number | null }): boolean {
	return scheduledMs !== null && scheduledMs > Date.now();
}

/** How far a message has come: a scheduled one is delivered when its time has come. */
export function statusOf(message: { scheduledMs: number | null; status: string }): string {
	return isWaiting(message) ? 'scheduled' : message.status;
}
