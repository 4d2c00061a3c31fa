import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, flag, text, texts } from '../../shared/jsonSchema';
import type { ApiVersion } from '../wire/versions';
import { ADDED_CHANNELS, SENT_CHANNELS } from './channels';

const choice = (values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });

/** Source: class-validator's text for an empty list, as public clients report it. */
const attachments: JsonSchema = { ...texts, minItems: 1 };

const STATUSES = ['delivered', 'failed', 'pending', 'read'];

const number: JsonSchema = { type: 'number' };

/** `subType` and `status` are documented as required, and no public client sends them. */
export const sendBody = closedObject(
	{
		type: choice(SENT_CHANNELS),
		subType: {},
		contactId: filledText,
		appointmentId: text,
		attachments,
		emailFrom: text,
		emailCc: texts,
		emailBcc: texts,
		html: text,
		message: text,
		subject: text,
		replyMessageId: text,
		templateId: text,
		threadId: text,
		scheduledTimestamp: number,
		conversationProviderId: text,
		emailTo: text,
		customSubtypeId: text,
		emailReplyMode: choice(['reply', 'reply_all']),
		fromNumber: text,
		toNumber: text,
		forward: { type: 'object' },
		status: choice(STATUSES),
		usesNativeSchedulingAi: flag,
		optimizationPeriod: choice(['24h', '48h', '72h']),
	},
	['type', 'contactId'],
);

/** The contact is enough, or the conversation, as public clients rely on. */
export const inboundBody = closedObject(
	{
		type: choice(ADDED_CHANNELS),
		attachments,
		message: text,
		conversationId: text,
		contactId: text,
		conversationProviderId: text,
		html: text,
		subject: text,
		emailFrom: text,
		emailTo: text,
		emailCc: texts,
		emailBcc: texts,
		emailMessageId: text,
		altId: text,
		// Documented as an object, shown as one of two texts.
		direction: { enum: ['outbound', 'inbound'] },
		date: { type: 'string', format: 'instant', refusal: 'must be a valid ISO 8601 date string' },
		call: { type: 'object' },
	},
	['type'],
);

export const createConversationBody = closedObject({ locationId: filledText, contactId: filledText }, [
	'locationId',
	'contactId',
]);

const updateConversation = (feedback: JsonSchema) =>
	closedObject({ locationId: filledText, unreadCount: number, starred: flag, feedback }, ['locationId']);

export const updateConversationBody: Record<ApiVersion, JsonSchema> = {
	dated: updateConversation({ type: 'object' }),
	v3: updateConversation(choice(['positive', 'negative'])),
};

/** The largest page is what public clients read. What sorts and filters by a score does is not documented. */
export const searchQuery = closedObject(
	{
		locationId: filledText,
		contactId: text,
		assignedTo: text,
		followers: text,
		mentions: text,
		query: text,
		sort: choice(['asc', 'desc']),
		startAfterDate: number,
		id: text,
		limit: count(1, 100),
		lastMessageType: text,
		lastMessageAction: choice(['automated', 'manual']),
		lastMessageDirection: choice(['inbound', 'outbound']),
		status: choice(['all', 'read', 'unread', 'starred', 'recents']),
		sortBy: choice([
			'last_manual_message_date',
			'last_message_date',
			'score_profile',
			'overdue_at',
			'due_at',
		]),
		sortScoreProfile: text,
		scoreProfile: text,
		scoreProfileMin: number,
		scoreProfileMax: number,
		startDate: number,
		endDate: number,
	},
	['locationId'],
);

export const messagesQuery = closedObject({ lastMessageId: text, limit: count(1, 100), type: text });

export const exportQuery = closedObject(
	{
		locationId: filledText,
		limit: count(10, 500),
		cursor: text,
		sortBy: choice(['createdAt', 'updatedAt']),
		sortOrder: choice(['asc', 'desc']),
		conversationId: text,
		contactId: text,
		channel: choice(['Call', 'SMS', 'Email', 'WhatsApp', 'Instagram', 'Facebook']),
		startDate: text,
		endDate: text,
	},
	['locationId'],
);

/** Text parts of a multipart form. The files go beside them, under any name: "fileAttachment" by its text. */
export const uploadBody = closedObject(
	{
		conversationId: filledText,
		contactId: text,
		locationId: filledText,
		attachmentUrls: {},
		chatServiceSid: text,
		isGroupSms: text,
	},
	['conversationId', 'locationId'],
);
