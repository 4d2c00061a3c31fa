import type { HighLevel } from '@gohighlevel/api-client';

import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { addEmail, addMessage } from '../../../sandbox/highLevel/messages/store';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { prepared } from '../prepared';
import { wrongLimit, wrongTimeout } from '../wrongValues';

const { locationId, conversationProviders } = DEMO;
const conversationProviderId = conversationProviders.house;

const TOMORROW_S = 4_102_444_800 - 86_400;

const withConversation = {
	prepare: ({ state }: HighLevelSandbox) => {
		const { id: contactId } = state.addContact({
			locationId,
			firstName: 'Ada',
			email: 'ada@mail.example',
			phone: '+12125550123',
		});
		const { id: conversationId } = state.add('conversations', { locationId, contactId });
		return { contactId, conversationId };
	},
};

const conversationIn = ({ state }: HighLevelSandbox, id: string) => {
	const conversation = state.conversations.get(id);
	if (!conversation) throw new Error('The conversation is not there');
	return conversation;
};

/** With every field that a message can have. */
const withMessage = {
	prepare: (sandbox: HighLevelSandbox) => {
		const ids = withConversation.prepare(sandbox);
		const { id: messageId } = addMessage(sandbox.state, conversationIn(sandbox, ids.conversationId), {
			channel: 'SMS',
			direction: 'outbound',
			body: 'See you on Thursday',
			attachments: ['https://example.com/plan.pdf'],
			source: 'app',
			userId: DEMO.users.ben,
			conversationProviderId,
			altId: 'outside-1',
			scheduledMs: TOMORROW_S * 1000,
		});
		return { ...ids, messageId };
	},
};

const withEmail = {
	prepare: (sandbox: HighLevelSandbox) => {
		const ids = withConversation.prepare(sandbox);
		const { id: emailMessageId, threadId } = addEmail(
			sandbox.state,
			conversationIn(sandbox, ids.conversationId),
			{
				channel: 'Email',
				direction: 'outbound',
				source: 'app',
				altId: 'outside-2',
				scheduledMs: TOMORROW_S * 1000,
			},
			{
				subject: 'Thursday',
				body: '<p>See you</p>',
				from: 'office@harborview.example',
				to: ['ada@mail.example'],
				cc: ['ben@mail.example'],
				bcc: ['eve@mail.example'],
				attachments: ['https://example.com/plan.pdf'],
				replyToMessageId: UNKNOWN,
				conversationProviderId,
			},
		);
		return { ...ids, emailMessageId, messageId: threadId };
	},
};

/** A thread to reply to. */
const withThread = { prepare: withEmail.prepare };

const sms = { type: 'SMS', message: 'See you on Thursday', subject: '', html: '' };

type Sdk = HighLevel['conversations'];
type SendInput = Parameters<Sdk['sendANewMessage']>[0];
type InboundInput = Parameters<Sdk['addAnInboundMessage']>[0];

/** Its type wants a status and a sub-type, as the specification does, which no example of it has. */
const sendBySdk = async (sdk: HighLevel, message: object) =>
	await sdk.conversations.sendANewMessage(message as SendInput);

export const cases = highLevelCases({
	send: {
		example: {
			...withThread,
			parameters: {
				sendTo: 'contact',
				contactId: prepared('contactId'),
				conversationId: byId(''),
				...sms,
				conversationProviderId: '',
				additionalFields: {
					attachments: 'https://example.com/plan.pdf, https://example.com/map.png',
					conversationProviderId,
					fromNumber: '+12125550199',
					toNumber: '(212) 555-0123',
					replyMessageId: '={{ $json.messageId }}',
					templateId: DEMO.templates.welcomeText,
					scheduledTimestamp: TOMORROW_S,
				},
				options: { ignoreDoNotDisturb: true },
			},
		},
		variants: [
			{
				parameters: {
					type: 'Email',
					subject: 'Thursday',
					html: '<p>See you</p>',
					additionalFields: {
						emailBcc: 'eve@mail.example',
						emailCc: 'ben@mail.example, dan@mail.example',
						emailFrom: 'Office <office@harborview.example>',
						emailReplyMode: 'reply_all',
						emailTo: 'ada@mail.example',
						message: 'See you',
						threadId: '={{ $json.messageId }}',
					},
				},
				sdk: async (sdk, { contactId, messageId }) =>
					await sendBySdk(sdk, {
						type: 'Email',
						contactId,
						subject: 'Thursday',
						html: '<p>See you</p>',
						message: 'See you',
						emailBcc: ['eve@mail.example'],
						emailCc: ['ben@mail.example', 'dan@mail.example'],
						emailFrom: 'Office <office@harborview.example>',
						emailReplyMode: 'reply_all',
						emailTo: 'ada@mail.example',
						threadId: messageId,
					}),
			},
			{
				parameters: {
					sendTo: 'conversation',
					conversationId: prepared('conversationId'),
					type: 'Custom',
					conversationProviderId,
					additionalFields: {},
				},
				sdk: async (sdk, { contactId }) =>
					await sendBySdk(sdk, {
						type: 'Custom',
						contactId,
						message: 'See you on Thursday',
						conversationProviderId,
					}),
			},
		],
		sdk: async (sdk, { contactId, messageId }) =>
			await sendBySdk(sdk, {
				type: 'SMS',
				contactId,
				message: 'See you on Thursday',
				attachments: ['https://example.com/plan.pdf', 'https://example.com/map.png'],
				conversationProviderId,
				fromNumber: '+12125550199',
				toNumber: '(212) 555-0123',
				replyMessageId: messageId,
				templateId: DEMO.templates.welcomeText,
				scheduledTimestamp: TOMORROW_S,
			}),
		wrong: {
			parameters: { additionalFields: { attachments: 'plan.pdf' } },
			message: '"Attachment URLs" is not a web address: plan.pdf',
			field: 'attachments',
		},
	},
	addInbound: {
		example: {
			...withConversation,
			parameters: {
				contactId: prepared('contactId'),
				type: 'SMS',
				conversationProviderId: '',
				message: 'I will be there',
				additionalFields: {
					attachments: ['https://example.com/me.jpg'],
					conversationId: prepared('conversationId'),
					conversationProviderId,
					date: '2026-03-02T10:00:00Z',
					altId: 'outside-3',
				},
				options: {},
			},
		},
		variants: [
			{
				parameters: {
					type: 'Email',
					message: '',
					additionalFields: {
						conversationProviderId,
						emailFrom: 'ada@mail.example',
						emailTo: 'office@harborview.example',
						html: '<p>I will be there</p>',
						subject: 'Re: Thursday',
						emailMessageId: UNKNOWN,
					},
				},
				sdk: async (sdk, { contactId }) =>
					await sdk.conversations.addAnInboundMessage({
						type: 'Email',
						contactId,
						direction: 'inbound',
						conversationProviderId,
						emailFrom: 'ada@mail.example',
						emailTo: 'office@harborview.example',
						html: '<p>I will be there</p>',
						subject: 'Re: Thursday',
						emailMessageId: UNKNOWN,
					} as unknown as InboundInput),
			},
		],
		sdk: async (sdk, { contactId, conversationId }) =>
			await sdk.conversations.addAnInboundMessage({
				type: 'SMS',
				contactId,
				conversationId,
				conversationProviderId,
				direction: 'inbound',
				message: 'I will be there',
				attachments: ['https://example.com/me.jpg'],
				date: '2026-03-02T10:00:00.000Z',
				altId: 'outside-3',
			} as unknown as InboundInput),
		wrong: {
			parameters: { additionalFields: { date: 'soon' } },
			message: '"Date" is not a date: soon',
			field: 'Date',
		},
	},
	get: {
		example: { ...withMessage, parameters: { messageId: prepared('messageId'), options: {} } },
		sdk: async (sdk, { messageId }) => await sdk.conversations.getMessage({ id: messageId }),
		wrong: {
			parameters: { messageId: byId(UNKNOWN) },
			message: `Message with id ${UNKNOWN} not found`,
		},
	},
	getAll: {
		example: {
			...withMessage,
			parameters: {
				messagesOf: 'contact',
				contactId: prepared('contactId'),
				conversationId: byId(''),
				types: ['TYPE_SMS', 'TYPE_EMAIL'],
				returnAll: true,
				limit: 50,
				simplify: false,
				filters: {},
				options: {},
			},
		},
		variants: [
			{
				parameters: { messagesOf: 'conversation', conversationId: prepared('conversationId') },
				sdk: async (sdk, { conversationId }) =>
					await sdk.conversations.getMessages({ conversationId, limit: 100, type: 'TYPE_SMS,TYPE_EMAIL' }),
			},
			{
				parameters: {
					messagesOf: 'location',
					filters: { startDate: '2026-01-01T00:00:00Z', endDate: '2099-01-01T00:00:00Z', channel: 'SMS' },
				},
				sdk: async (sdk) =>
					await sdk.conversations.exportMessagesByLocation({
						locationId,
						limit: 500,
						channel: 'SMS',
						startDate: '2026-01-01T00:00:00.000Z',
						endDate: '2099-01-01T00:00:00.000Z',
						sortBy: 'createdAt',
						sortOrder: 'desc',
					}),
			},
		],
		sdk: async (sdk, { conversationId }) =>
			await sdk.conversations.getMessages({ conversationId, limit: 100, type: 'TYPE_SMS,TYPE_EMAIL' }),
		wrong: wrongLimit(0),
	},
	getEmail: {
		example: { ...withEmail, parameters: { emailMessageId: prepared('emailMessageId'), options: {} } },
		sdk: async (sdk, { emailMessageId }) => await sdk.conversations.getEmailById({ id: emailMessageId }),
		wrong: {
			parameters: { emailMessageId: byId(UNKNOWN) },
			message: `Email message with id ${UNKNOWN} not found`,
		},
	},
	cancelScheduled: {
		example: { ...withMessage, parameters: { messageId: prepared('messageId'), options: {} } },
		sdk: async (sdk, { messageId }) => await sdk.conversations.cancelScheduledMessage({ messageId }),
		wrong: wrongTimeout(0),
	},
	cancelScheduledEmail: {
		example: { ...withEmail, parameters: { emailMessageId: prepared('emailMessageId'), options: {} } },
		sdk: async (sdk, { emailMessageId }) =>
			await sdk.conversations.cancelScheduledEmailMessage({ emailMessageId }),
		wrong: wrongTimeout(0),
	},
});

export const differences: Difference[] = [
	{
		pattern: /^send: only the node sends GET \/(contacts\/\{contactId\}|conversations\/\{conversationId\})$/,
		reason: 'A contact with Do Not Disturb on gets no message; and who it is, the conversation tells',
	},
	{
		pattern: /^getAll: only the node sends GET \/conversations\/search$/,
		reason: 'HighLevel lists the messages of a conversation, which is that of the contact',
	},
];
