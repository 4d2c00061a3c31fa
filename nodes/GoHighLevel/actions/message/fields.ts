import type { INodeProperties } from 'n8n-workflow';

import { contactLocator, conversationLocator } from '../../pickers/locators';

const sendTo: INodeProperties = {
	displayName: 'Send To',
	name: 'sendTo',
	type: 'options',
	options: [
		{ name: 'Contact', value: 'contact' },
		{ name: 'Conversation', value: 'conversation', description: 'The contact whose conversation it is' },
	],
	default: 'contact',
	description: 'Who gets the message',
};

/** Who gets a message. */
export const recipientFields: INodeProperties[] = [
	sendTo,
	{ ...contactLocator, displayOptions: { show: { sendTo: ['contact'] } } },
	{ ...conversationLocator, displayOptions: { show: { sendTo: ['conversation'] } } },
];

/** Shows a field for messages of these types; the second form is for fields in a collection. */
export const shownFor = (...types: string[]) => ({ displayOptions: { show: { type: types } } });
const inCollectionFor = (...types: string[]) => ({ displayOptions: { show: { '/type': types } } });

const hiddenFor = (...types: string[]) => ({ displayOptions: { hide: { type: types } } });
const inCollectionButFor = (...types: string[]) => ({ displayOptions: { hide: { '/type': types } } });

const TYPES = [
	{ name: 'Custom Provider', value: 'Custom', description: 'By a conversation provider of your own' },
	{ name: 'Email', value: 'Email' },
	{ name: 'Facebook', value: 'FB' },
	{ name: 'Instagram', value: 'IG' },
	{ name: 'Live Chat', value: 'Live_Chat' },
	{ name: 'RCS', value: 'RCS' },
	{ name: 'SMS', value: 'SMS' },
	{ name: 'TikTok', value: 'TIKTOK' },
	{ name: 'WhatsApp', value: 'WhatsApp' },
];

export const type: INodeProperties = {
	displayName: 'Channel',
	name: 'type',
	type: 'options',
	options: TYPES,
	default: 'SMS',
	description: 'How the message is sent',
};

export const conversationProviderId: INodeProperties = {
	displayName: 'Conversation Provider ID',
	name: 'conversationProviderId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 61d6d1f9cdac7612faf80753',
	description: 'The ID of the conversation provider, as its app shows it',
};

export const message: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'The text of the message',
};

export const subject: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	description: 'The subject of the email',
};

export const html: INodeProperties = {
	displayName: 'HTML',
	name: 'html',
	type: 'string',
	typeOptions: { rows: 6 },
	default: '',
	placeholder: 'e.g. <p>See you on Thursday</p>',
	description: 'The text of the email, as HTML',
};

/** What a message consists of, by its channel. */
export const contentFields: INodeProperties[] = [
	type,
	{ ...conversationProviderId, required: true, ...shownFor('Custom') },
	{ ...message, ...hiddenFor('Email') },
	{ ...subject, ...shownFor('Email') },
	{ ...html, ...shownFor('Email') },
];

export const attachments: INodeProperties = {
	displayName: 'Attachment URLs',
	name: 'attachments',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/plan.pdf',
	description: 'Public addresses of files, with commas between them, or a list',
};

const binaryProperties: INodeProperties = {
	displayName: 'Input Data Field Names',
	name: 'binaryProperties',
	type: 'string',
	default: '',
	placeholder: 'e.g. data',
	description: 'Names of the input fields with files, with commas between them. They are uploaded first.',
};

function text(displayName: string, name: string, description: string, placeholder?: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		description,
		...(placeholder ? { placeholder } : {}),
	};
}

const ADDRESS = 'e.g. name@email.com';

const emailFields: INodeProperties[] = [
	text('BCC', 'emailBcc', 'Email addresses that get a blind copy, with commas between them', ADDRESS),
	text('CC', 'emailCc', 'Email addresses that get a copy, with commas between them', ADDRESS),
	text('From', 'emailFrom', 'The address that the email comes from, with a name if you like'),
	{
		...text(
			'Plain Text',
			'message',
			'The text for programs that show no HTML; without HTML, the text of the email',
		),
		typeOptions: { rows: 4 },
	},
	{
		displayName: 'Reply Mode',
		name: 'emailReplyMode',
		type: 'options',
		options: [
			{ name: 'Reply', value: 'reply' },
			{ name: 'Reply to All', value: 'reply_all' },
		],
		default: 'reply',
		description: 'Who gets a reply: who wrote the email, or everyone on it',
	},
	text('To', 'emailTo', 'Another email address of the contact than the first one', ADDRESS),
];

const ofEmails = emailFields.map((field) => ({ ...field, ...inCollectionFor('Email') }));

const REPLY = 'The ID of the message that this one replies to';

export const additionalFields: INodeProperties[] = [
	attachments,
	binaryProperties,
	...ofEmails,
	{
		...conversationProviderId,
		...inCollectionButFor('Custom'),
		description: 'The ID of the conversation provider, where it is not the one of the location',
	},
	{
		...text('From Number', 'fromNumber', 'The number of the location that sends it', 'e.g. +12025550123'),
		...inCollectionFor('RCS', 'SMS', 'WhatsApp'),
	},
	text('Reply to Message ID', 'replyMessageId', REPLY),
	{
		displayName: 'Send At',
		name: 'scheduledTimestamp',
		type: 'dateTime',
		default: '',
		description:
			'When the message is sent; immediately when it is empty. A time without an offset is in the time zone of the workflow.',
	},
	text('Template ID', 'templateId', 'The ID of a template of messages in HighLevel'),
	{
		...text('Thread ID', 'threadId', 'The ID of the message that is the thread of the emails'),
		...inCollectionFor('Email'),
	},
	{
		...text('To Number', 'toNumber', 'Another number of the contact than the first one', 'e.g. +12025550123'),
		...inCollectionFor('RCS', 'SMS', 'WhatsApp'),
	},
];

export const ignoreDoNotDisturb: INodeProperties = {
	displayName: 'Ignore Do Not Disturb',
	name: 'ignoreDoNotDisturb',
	type: 'boolean',
	default: false,
	description:
		'Whether to send the message to HighLevel although the contact has Do Not Disturb on for the channel. HighLevel may refuse it.',
};
