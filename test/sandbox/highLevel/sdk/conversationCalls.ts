import type { HighLevel } from '@gohighlevel/api-client';
import { DEMO, locationId } from '../support';
import type { OtherCall } from './otherCalls';

const { conversations: ids, conversationProviders, messages, emailMessages } = DEMO;

const nobody = 'nobody';
const unknown = (kind: string) => ({ statusCode: 400, message: `${kind} with id nobody not found` });

type Sent = Parameters<HighLevel['conversations']['sendANewMessage']>[0];
type Added = Parameters<HighLevel['conversations']['addAnInboundMessage']>[0];

/** Its type wants more than is ever sent. */
const sms = (contactId: string) => ({ type: 'SMS', contactId, message: 'See you' }) as unknown as Sent;

const someContact = async (sdk: HighLevel, options: object) => {
	const { contact } = await sdk.contacts.createContact({ locationId, phone: '+12125550177' }, options);
	return contact?.id ?? '';
};

/** Of the demo's conversations. */
export const conversationCalls: OtherCall[] = [
	{
		name: 'conversations.searchConversation',
		succeed: ({ conversations }, options) =>
			conversations.searchConversation({ locationId, status: 'starred' }, options),
		gives: { conversations: [{ id: ids.offer }], total: 1 },
		fail: ({ conversations }, options) =>
			conversations.searchConversation({ locationId, limit: 101 }, options),
		refusal: { statusCode: 422, message: 'limit must not be greater than 100' },
	},
	{
		name: 'conversations.createConversation',
		succeed: async (sdk, options) =>
			await sdk.conversations.createConversation(
				{ locationId, contactId: await someContact(sdk, options ?? {}) },
				options,
			),
		gives: { success: true, conversation: { locationId, deleted: false } },
		fail: ({ conversations }, options) =>
			conversations.createConversation({ locationId, contactId: nobody }, options),
		refusal: unknown('Contact'),
	},
	{
		name: 'conversations.getConversation',
		succeed: ({ conversations }, options) =>
			conversations.getConversation({ conversationId: ids.viewing }, options),
		gives: { id: ids.viewing, unreadCount: 1, starred: false },
		fail: ({ conversations }, options) => conversations.getConversation({ conversationId: nobody }, options),
		refusal: unknown('Conversation'),
	},
	{
		name: 'conversations.updateConversation',
		succeed: ({ conversations }, options) =>
			conversations.updateConversation(
				{ conversationId: ids.viewing },
				{ locationId, unreadCount: 0 },
				options,
			),
		gives: { success: true, conversation: { id: ids.viewing, unreadCount: 0 } },
		fail: ({ conversations }, options) =>
			conversations.updateConversation({ conversationId: nobody }, { locationId }, options),
		refusal: unknown('Conversation'),
	},
	{
		name: 'conversations.deleteConversation',
		succeed: ({ conversations }, options) =>
			conversations.deleteConversation({ conversationId: ids.viewing }, options),
		gives: { success: true },
		fail: ({ conversations }, options) =>
			conversations.deleteConversation({ conversationId: nobody }, options),
		refusal: unknown('Conversation'),
	},
	{
		name: 'conversations.sendANewMessage',
		succeed: async (sdk, options) =>
			await sdk.conversations.sendANewMessage(sms(await someContact(sdk, options ?? {})), options),
		gives: { status: 'pending' },
		fail: ({ conversations }, options) => conversations.sendANewMessage(sms(nobody), options),
		refusal: unknown('Contact'),
	},
	{
		name: 'conversations.addAnInboundMessage',
		succeed: ({ conversations }, options) =>
			conversations.addAnInboundMessage(
				{
					...{ type: 'SMS', conversationId: ids.offer, message: 'Fine' },
					conversationProviderId: conversationProviders.house,
				} as unknown as Added,
				options,
			),
		gives: { success: true, conversationId: ids.offer },
		fail: ({ conversations }, options) =>
			conversations.addAnInboundMessage({ type: 'SMS', contactId: nobody } as unknown as Added, options),
		refusal: unknown('Contact'),
	},
	{
		name: 'conversations.getMessages',
		succeed: ({ conversations }, options) =>
			conversations.getMessages({ conversationId: ids.viewing, limit: 1 }, options),
		gives: { messages: { nextPage: true, messages: [{ id: messages.reply }] } },
		fail: ({ conversations }, options) => conversations.getMessages({ conversationId: nobody }, options),
		refusal: unknown('Conversation'),
	},
	{
		name: 'conversations.exportMessagesByLocation',
		succeed: ({ conversations }, options) =>
			conversations.exportMessagesByLocation({ locationId, channel: 'WhatsApp' }, options),
		gives: { total: 3, nextCursor: null },
		fail: ({ conversations }, options) =>
			conversations.exportMessagesByLocation({ locationId, limit: 5 }, options),
		refusal: { statusCode: 422, message: 'limit must not be less than 10' },
	},
	{
		name: 'conversations.getMessage',
		succeed: ({ conversations }, options) => conversations.getMessage({ id: messages.scheduled }, options),
		gives: { message: { id: messages.scheduled, status: 'scheduled' } },
		fail: ({ conversations }, options) => conversations.getMessage({ id: nobody }, options),
		refusal: unknown('Message'),
	},
	{
		name: 'conversations.getEmailById',
		succeed: ({ conversations }, options) =>
			conversations.getEmailById({ id: emailMessages.listing }, options),
		gives: { emailMessage: { id: emailMessages.listing, subject: 'Your offer', threadId: messages.email } },
		fail: ({ conversations }, options) => conversations.getEmailById({ id: nobody }, options),
		refusal: unknown('Email message'),
		withoutOAuth: true,
	},
	{
		name: 'conversations.cancelScheduledMessage',
		succeed: ({ conversations }, options) =>
			conversations.cancelScheduledMessage({ messageId: messages.scheduled }, options),
		gives: { status: 200 },
		fail: ({ conversations }, options) =>
			conversations.cancelScheduledMessage({ messageId: messages.reply }, options),
		refusal: { statusCode: 400, message: 'Failed cancel the scheduled message' },
	},
	{
		name: 'conversations.cancelScheduledEmailMessage',
		succeed: async (sdk, options) => {
			const email = {
				...{ type: 'Email', contactId: await someContact(sdk, options ?? {}), emailTo: 'ada@x.example' },
				...{ subject: 'x', html: 'x', scheduledTimestamp: Math.floor(Date.now() / 1000) + 3600 },
			} as unknown as Sent;
			const { emailMessageId = '' } = await sdk.conversations.sendANewMessage(email, options);
			return await sdk.conversations.cancelScheduledEmailMessage({ emailMessageId }, options);
		},
		gives: { status: 200 },
		fail: ({ conversations }, options) =>
			conversations.cancelScheduledEmailMessage({ emailMessageId: nobody }, options),
		refusal: unknown('Email message'),
		withoutOAuth: true,
	},
];
