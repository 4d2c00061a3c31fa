import type { Change } from '../kit/resource';
import type { Payload } from '../webhooks/payloads';
import type { WebhookEvent } from '../webhooks/settings';
import { channelOf } from './channels';
import type { ConversationRecord, Direction, EmailRecord, MessageRecord } from './records';
import { isWaiting, statusOf } from './store';

type Told = Array<{ type: WebhookEvent; payload: Payload }>;

const eventOf = (direction: Direction): WebhookEvent =>
	direction === 'inbound' ? 'InboundMessage' : 'OutboundMessage';

/** A message that waits for its time is told of when it is sent, which the sandbox, that watches no clock, leaves out.
 * Source: official webhook pages. */
export function messageEvents({ before, after }: Change<MessageRecord>): Told {
	if (before || !after || after.channel === 'Email' || isWaiting(after)) return [];
	const { locationId, attachments, body, contactId, conversationId, dateAdded, direction } = after;
	const payload = {
		...{ locationId, attachments, body, contactId, contentType: 'text/plain', conversationId, dateAdded },
		...{ direction, messageType: channelOf(after.channel).event, messageId: after.id },
		...{ status: statusOf(after), source: after.source ?? undefined, userId: after.userId ?? undefined },
		conversationProviderId: after.conversationProviderId ?? undefined,
	};
	return [{ type: eventOf(direction), payload }];
}

export function emailEvents({ before, after }: Change<EmailRecord>): Told {
	if (before || !after || isWaiting(after)) return [];
	const { locationId, body, contactId, conversationId, dateAdded, direction, from, to, cc, bcc } = after;
	const payload = {
		...{ locationId, body, contactId, conversationId, dateAdded, direction, messageType: 'Email' },
		...{ emailMessageId: after.id, threadId: after.threadId, subject: after.subject, from, to, cc, bcc },
		...{ attachments: after.attachments, source: after.source ?? undefined, provider: undefined },
		conversationProviderId: after.conversationProviderId ?? undefined,
	};
	return [{ type: eventOf(direction), payload }];
}

export function conversationEvents({ before, after }: Change<ConversationRecord>): Told {
	if (!before || !after) return [];
	if (before.unreadCount === after.unreadCount && before.starred === after.starred) return [];
	const { locationId, id, contactId, inbox, starred, unreadCount } = after;
	const payload = { locationId, id, contactId, deleted: false, inbox, starred, unreadCount };
	return [{ type: 'ConversationUnreadUpdate', payload }];
}
