import type { DndChannel } from '../state/records';
import type { ContactRecord } from '../state/records';
import { contactOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { ApiError, badRequest, notFound } from '../wire/errors';
import type { ChannelName } from './channels';
import { channelOf } from './channels';
import type { ConversationRecord } from './records';
import { sendBody } from './schemas';
import { addEmail, addMessage, conversationWith, isWaiting } from './store';

/** A body as its schema lets it through. */
interface Outgoing {
	type: ChannelName;
	contactId: string;
	message?: string;
	html?: string;
	subject?: string;
	attachments?: string[];
	emailFrom?: string;
	emailTo?: string;
	emailCc?: string[];
	emailBcc?: string[];
	threadId?: string;
	replyMessageId?: string;
	conversationProviderId?: string;
	/** In seconds. */
	scheduledTimestamp?: number;
}

/** Source: official specifications, conversations. That a contact needs no conversation yet, and what is refused, are as
 * public clients report them. */
export const sendRoute: ApiRoute = {
	method: 'POST',
	path: '/conversations/messages',
	scope: 'conversations/message.write',
	body: sendBody,
	status: 201,
	answer: send,
};

function send(call: Call): object {
	const outgoing = call.body as unknown as Outgoing;
	const contact = contactOf(call, outgoing.contactId);
	const { type, scheduledTimestamp, conversationProviderId } = outgoing;
	refuseDisturbance(contact, type);
	refuseUnreachable(contact, outgoing);
	if (type === 'Custom' && !conversationProviderId) throw badRequest('conversationProviderId is required');
	const conversation = conversationWith(call.state, contact);
	const scheduledMs = scheduledTimestamp === undefined ? null : scheduledTimestamp * 1000;
	const common = {
		channel: type,
		direction: 'outbound',
		attachments: outgoing.attachments ?? [],
		source: 'api',
		conversationProviderId: conversationProviderId ?? null,
		scheduledMs,
	} as const;
	const ids =
		type === 'Email'
			? sendEmail(call, conversation, contact, outgoing, common)
			: { messageId: sendText(call, conversation, outgoing, common) };
	const msg = isWaiting({ scheduledMs }) ? 'Message scheduled successfully.' : 'Message queued successfully.';
	return { conversationId: conversation.id, ...ids, msg, status: 'pending' };
}

type Common = Omit<Parameters<typeof addMessage>[2], 'body'>;

function sendText(
	{ state }: Call,
	conversation: Readonly<ConversationRecord>,
	{ message = '', attachments = [] }: Outgoing,
	common: Common,
): string {
	if (message === '' && attachments.length === 0) throw badRequest('There is no message or attachments');
	return addMessage(state, conversation, { ...common, body: message }).id;
}

function sendEmail(
	call: Call,
	conversation: Readonly<ConversationRecord>,
	contact: Readonly<ContactRecord>,
	{ subject = '', html, message = '', emailFrom, emailTo, emailCc, emailBcc, ...reply }: Outgoing,
	common: Common,
): object {
	const threadId = threadOf(call, reply);
	const email = addEmail(call.state, conversation, common, {
		subject,
		body: html ?? message,
		from: emailFrom ?? 'Harborview Realty <office@harborview.example>',
		to: [emailTo ?? contact.email ?? ''],
		cc: emailCc ?? [],
		bcc: emailBcc ?? [],
		replyToMessageId: reply.replyMessageId ?? null,
		...(threadId === undefined ? {} : { threadId }),
	});
	return { messageId: email.threadId, emailMessageId: email.id };
}

/** @throws ApiError 400 for a thread or an email that there is not */
function threadOf({ state }: Call, { threadId, replyMessageId }: Outgoing | Partial<Outgoing>) {
	const named = threadId ?? replyMessageId;
	if (named === undefined) return undefined;
	const thread = state.messages.get(named)?.id ?? state.emailMessages.get(named)?.threadId;
	if (thread === undefined) throw notFound('Message', named);
	return thread;
}

/** Text and status as public clients report them; not whether the channels that have no setting obey another one. */
function refuseDisturbance({ dnd, dndSettings }: Readonly<ContactRecord>, type: ChannelName): void {
	const { dnd: setting } = channelOf(type);
	if (dnd) throw disturbance('Cannot send message as DND is active');
	const status = setting && dndSettings[setting as DndChannel]?.status;
	if (status === 'active' || status === 'permanent') {
		throw disturbance(`Cannot send message as DND is active for ${type}.`);
	}
}

function disturbance(message: string): ApiError {
	return new ApiError(400, message, { status: 400 });
}

/** The texts are those of public reports. */
function refuseUnreachable({ phone, email }: Readonly<ContactRecord>, { type, ...to }: Outgoing): void {
	if (type === 'Email') {
		if (!email && !to.emailTo) throw badRequest("Unable to send e-mail, contact's e-mail is invalid");
	} else if (type === 'SMS' || type === 'RCS' || type === 'WhatsApp') {
		if (!phone) throw badRequest('Missing phone number');
	}
}
