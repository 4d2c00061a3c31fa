import { contactOf, conversationOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { badRequest } from '../wire/errors';
import type { ChannelName } from './channels';
import type { Direction } from './records';
import { inboundBody } from './schemas';
import { addEmail, addMessage, conversationWith } from './store';

/** A body as its schema lets it through. */
interface Incoming {
	type: ChannelName;
	conversationId?: string;
	contactId?: string;
	conversationProviderId?: string;
	message?: string;
	html?: string;
	subject?: string;
	attachments?: string[];
	emailFrom?: string;
	emailTo?: string;
	emailCc?: string[];
	emailBcc?: string[];
	emailMessageId?: string;
	altId?: string;
	direction?: Direction;
	/** ISO 8601 */
	date?: string;
}

/** Source: official specifications, conversations. The direction is documented to be outbound unless told; its endpoint,
 * and all public clients, say inbound. */
export const inboundRoute: ApiRoute = {
	method: 'POST',
	path: '/conversations/messages/inbound',
	scope: 'conversations/message.write',
	body: inboundBody,
	status: 201,
	answer: addInbound,
};

function addInbound(call: Call): object {
	const { state } = call;
	const incoming = call.body as unknown as Incoming;
	const { type, contactId, conversationProviderId = null, date } = incoming;
	const named = incoming.conversationId ? conversationOf(call, incoming.conversationId) : undefined;
	const contact = contactOf(call, contactId ?? named?.contactId ?? '');
	if (named && named.contactId !== contact.id) throw badRequest('The conversation is not of this contact');
	if (type === 'Custom' && !conversationProviderId) throw badRequest('conversationProviderId is required');
	const conversation = named ?? conversationWith(state, contact);
	const dateAdded = date === undefined ? state.clock.nextIso() : new Date(date).toISOString();
	const common = {
		channel: type,
		direction: incoming.direction ?? 'inbound',
		attachments: incoming.attachments ?? [],
		conversationProviderId,
		altId: incoming.altId ?? null,
		dateAdded,
	} as const;
	const done = { success: true, contactId: contact.id, conversationId: conversation.id };
	if (type !== 'Email') {
		const { id } = addMessage(state, conversation, { ...common, body: incoming.message ?? '' });
		return { ...done, messageId: id, message: 'Message added', dateAdded };
	}
	const threadId = incoming.emailMessageId && state.emailMessages.get(incoming.emailMessageId)?.threadId;
	const email = addEmail(state, conversation, common, {
		subject: incoming.subject ?? '',
		body: incoming.html ?? incoming.message ?? '',
		from: incoming.emailFrom ?? contact.email ?? '',
		to: [incoming.emailTo ?? 'office@harborview.example'],
		cc: incoming.emailCc ?? [],
		bcc: incoming.emailBcc ?? [],
		...(threadId ? { threadId } : {}),
	});
	const ids = { messageId: email.threadId, emailMessageId: email.id };
	return { ...done, ...ids, message: 'Message added', dateAdded };
}
