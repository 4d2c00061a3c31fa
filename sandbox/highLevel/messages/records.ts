import type { ChannelName } from './channels';

export type Direction = 'inbound' | 'outbound';
export const MESSAGE_SOURCES = ['workflow', 'bulk_actions', 'campaign', 'api', 'app'] as const;
export type MessageSource = (typeof MESSAGE_SOURCES)[number];

/** What has been said with a contact, on all channels. */
export interface ConversationRecord {
	id: string;
	locationId: string;
	contactId: string;
	assignedTo: string | null;
	inbox: boolean;
	starred: boolean;
	unreadCount: number;
	followers: readonly string[];
	lastMessageBody: string;
	/** `TYPE_SMS`; empty before the first message. */
	lastMessageType: string;
	lastMessageDirection: Direction | null;
	lastOutboundMessageAction: 'automated' | 'manual' | null;
	/** ms since the epoch. */
	lastMessageDate: number;
	/** Of messages that a person wrote; null without one. */
	lastManualMessageDate: number | null;
	feedback: unknown;
	dateAdded: string;
	dateUpdated: string;
}

/** One message; of emails, one thread. */
export interface MessageRecord {
	id: string;
	locationId: string;
	contactId: string;
	conversationId: string;
	channel: ChannelName;
	direction: Direction;
	/** As it was when it was stored: a scheduled message is delivered when its time has come. */
	status: string;
	body: string;
	attachments: readonly string[];
	source: MessageSource | null;
	userId: string | null;
	conversationProviderId: string | null;
	/** ID of a provider outside. */
	altId: string | null;
	/** When it is to be sent (ms since the epoch). */
	scheduledMs: number | null;
	dateAdded: string;
	dateUpdated: string;
}

/** One email of a thread. */
export interface EmailRecord {
	id: string;
	/** The message that is its thread. */
	threadId: string;
	locationId: string;
	contactId: string;
	conversationId: string;
	direction: Direction;
	status: string;
	subject: string;
	/** HTML. */
	body: string;
	from: string;
	to: readonly string[];
	cc: readonly string[];
	bcc: readonly string[];
	attachments: readonly string[];
	replyToMessageId: string | null;
	source: MessageSource | null;
	conversationProviderId: string | null;
	altId: string | null;
	scheduledMs: number | null;
	dateAdded: string;
}
