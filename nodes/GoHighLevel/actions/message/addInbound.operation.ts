import type { INodeProperties } from 'n8n-workflow';

import { collection, options } from '../../../core/editor/fields';
import type { Params } from '../../../core/operation/params';
import { dateTimeOf } from '../../../core/values/dates';
import { ownValue } from '../../../core/values/ownValue';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { Incoming } from '../../api/conversations/message';
import { messages } from '../../api/records/messages';
import { anyConversationLocator, contactLocator } from '../../pickers/locators';
import { operation } from '../operation';
import { urlsIn } from './attachments';
import * as own from './fields';

const type: INodeProperties = {
	...own.type,
	options: [
		{ name: 'Custom Provider', value: 'Custom' },
		{ name: 'Email', value: 'Email' },
		{ name: 'Facebook', value: 'FB' },
		{ name: 'Google Business', value: 'GMB' },
		{ name: 'Instagram', value: 'IG' },
		{ name: 'Live Chat', value: 'Live_Chat' },
		{ name: 'RCS', value: 'RCS' },
		{ name: 'SMS', value: 'SMS' },
		{ name: 'TikTok', value: 'TIKTOK' },
		{ name: 'Web Chat', value: 'WebChat' },
		{ name: 'WhatsApp', value: 'WhatsApp' },
	],
	description: 'How the message came',
};

function text(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'string', default: '', description };
}

const ofEmails = { displayOptions: { show: { '/type': ['Email'] } } };

export const addInbound = operation({
	name: 'Add Inbound Message',
	action: 'Add an inbound message',
	description:
		'Add a message that a contact wrote elsewhere to the conversation in HighLevel, where it counts as unread. Nothing is sent.',
	requests: [messages.addInbound],
	fields: [
		contactLocator,
		type,
		{ ...own.conversationProviderId, required: true, ...own.shownFor('Custom') },
		{ ...own.message, description: 'What the contact wrote' },
		collection('Additional Fields', 'additionalFields', [
			own.attachments,
			{
				...anyConversationLocator,
				description: 'The conversation of the contact; HighLevel finds it when it is empty',
			},
			{
				...own.conversationProviderId,
				displayOptions: { hide: { '/type': ['Custom'] } },
				description: 'The ID of the conversation provider that the message came through',
			},
			{
				displayName: 'Date',
				name: 'date',
				type: 'dateTime',
				default: '',
				description: 'When the contact wrote it; now when it is empty',
			},
			text(
				'External ID',
				'altId',
				'The ID that the message has elsewhere, by which it is known again when the response of HighLevel is lost',
			),
			{ ...text('From', 'emailFrom', 'The address that the email came from'), ...ofEmails },
			{ ...own.html, ...ofEmails },
			{
				...text('Reply to Email ID', 'emailMessageId', 'The ID of the email that it replies to'),
				...ofEmails,
			},
			{ ...own.subject, ...ofEmails },
			{ ...text('To', 'emailTo', 'The address that the email went to'), ...ofEmails },
		]),
		options(),
	],
	async execute({ api, params }) {
		const { id: _, ...added } = await messages.addInbound(api, incomingOf(params));
		return { contactId: params.id('contactId'), ...added };
	},
});

function incomingOf(params: Params): Incoming {
	const given = params.collection('additionalFields');
	const text = (name: string) => textOf(ownValue(given, name), params.label(name)) || undefined;
	const contactId = params.id('contactId');
	const kind = params.filled('type');
	const attachments = urlsIn(given.attachments, params.label('attachments'));
	const emailFields = ['emailFrom', 'emailTo', 'emailMessageId', 'html', 'subject'];
	const isCustom = kind === 'Custom';
	const all = {
		contactId,
		type: kind,
		message: params.text('message') || undefined,
		attachments: attachments.length > 0 ? attachments : undefined,
		conversationId: text('conversationId'),
		conversationProviderId: isCustom
			? params.filled('conversationProviderId')
			: text('conversationProviderId'),
		altId: text('altId'),
		date: isEmpty(given.date) ? undefined : dateTimeOf(given.date, params.label('date'), params.timezone),
		...(kind === 'Email' ? Object.fromEntries(emailFields.map((name) => [name, text(name)])) : {}),
	};
	return Object.fromEntries(
		Object.entries(all).filter(([, value]) => value !== undefined),
	) as unknown as Incoming;
}
