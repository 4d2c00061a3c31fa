import type { INodeProperties } from 'n8n-workflow';

import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import type { Params } from '../../../core/operation/params';
import { optional } from '../../../core/operation/request';
import { simplified, simplify } from '../../../core/operation/simplify';
import { dateTimeOf, lastMomentOf } from '../../../core/values/dates';
import { isEmpty, listOf } from '../../../core/values/texts';
import type { HighLevelClient } from '../../api/client';
import type { Message } from '../../api/conversations/message';
import { MESSAGE_SUMMARY } from '../../api/conversations/message';
import type { ExportQuery } from '../../api/conversations/pages';
import { messages, messagesOfContact } from '../../api/records/messages';
import { contactLocator, conversationLocator } from '../../pickers/locators';
import { operation } from '../operation';

const messagesOf: INodeProperties = {
	displayName: 'Messages Of',
	name: 'messagesOf',
	type: 'options',
	options: [
		{ name: 'Contact', value: 'contact' },
		{ name: 'Conversation', value: 'conversation' },
		{ name: 'Location', value: 'location', description: 'Those of all contacts' },
	],
	default: 'contact',
	description: 'Whose messages to read, the newest first',
};

/** What lists of a conversation take. Source: official specifications, conversations. */
const types: INodeProperties = {
	displayName: 'Types',
	name: 'types',
	type: 'multiOptions',
	options: [
		{ name: 'Appointment', value: 'TYPE_ACTIVITY_APPOINTMENT' },
		{ name: 'Call', value: 'TYPE_CALL' },
		{ name: 'Contact Activity', value: 'TYPE_ACTIVITY_CONTACT' },
		{ name: 'Email', value: 'TYPE_EMAIL' },
		{ name: 'Facebook', value: 'TYPE_FACEBOOK' },
		{ name: 'Form Submission', value: 'TYPE_FORM_SUBMISSION' },
		{ name: 'Google Business', value: 'TYPE_GMB' },
		{ name: 'Instagram', value: 'TYPE_INSTAGRAM' },
		{ name: 'Invoice', value: 'TYPE_ACTIVITY_INVOICE' },
		{ name: 'Live Chat', value: 'TYPE_LIVE_CHAT' },
		{ name: 'Opportunity', value: 'TYPE_ACTIVITY_OPPORTUNITY' },
		{ name: 'Payment', value: 'TYPE_ACTIVITY_PAYMENT' },
		{ name: 'RCS', value: 'TYPE_RCS' },
		{ name: 'SMS', value: 'TYPE_SMS' },
		{ name: 'TikTok', value: 'TYPE_TIKTOK' },
		{ name: 'WhatsApp', value: 'TYPE_WHATSAPP' },
	],
	default: [],
	description: 'Only messages of these types; of all types when it is empty',
	displayOptions: { show: { messagesOf: ['contact', 'conversation'] } },
};

const ofLocation = { show: { '/messagesOf': ['location'] } };

const filters: INodeProperties = {
	...collection(
		'Filters',
		'filters',
		[
			{
				displayName: 'Added After',
				name: 'startDate',
				type: 'dateTime',
				default: '',
				displayOptions: ofLocation,
				description: 'Only messages of this time or later',
			},
			{
				displayName: 'Added Before',
				name: 'endDate',
				type: 'dateTime',
				default: '',
				displayOptions: ofLocation,
				description: 'Only messages of this time or earlier',
			},
			{
				displayName: 'Channel',
				name: 'channel',
				type: 'options',
				options: [
					{ name: 'All but Email', value: '' },
					{ name: 'Call', value: 'Call' },
					{ name: 'Email', value: 'Email' },
					{ name: 'Facebook', value: 'Facebook' },
					{ name: 'Instagram', value: 'Instagram' },
					{ name: 'SMS', value: 'SMS' },
					{ name: 'WhatsApp', value: 'WhatsApp' },
				],
				default: '',
				displayOptions: ofLocation,
				description: 'Only messages of this channel. HighLevel gives emails by themselves.',
			},
		],
		'Add Filter',
	),
	displayOptions: { show: { messagesOf: ['location'] } },
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many messages',
	description:
		'Read the messages of a contact, a conversation or the whole location, the newest first. Emails of a contact or a conversation come without their text, which Get Email reads.',
	requests: [messagesOfContact, optional(messages.ofLocation)],
	fields: [
		messagesOf,
		{ ...contactLocator, displayOptions: { show: { messagesOf: ['contact'] } } },
		{ ...conversationLocator, displayOptions: { show: { messagesOf: ['conversation'] } } },
		types,
		...returnAllOrLimit,
		simplify,
		filters,
		options(),
	],
	async execute({ api, params }) {
		const found = await read(api, params);
		return found.map((message) => simplified(params, message, MESSAGE_SUMMARY));
	},
});

async function read(api: HighLevelClient, params: Params): Promise<Message[]> {
	const wanted = { limit: params.limit() };
	const ofTypes = () => ({ types: listOf(params.value('types'), params.label('types')) });
	switch (params.text('messagesOf')) {
		case 'conversation':
			return await messages.ofConversation(
				api,
				{ conversationId: params.id('conversationId'), ...ofTypes() },
				wanted,
			);
		case 'location':
			return await messages.ofLocation(api, queryOf(params), wanted);
		default:
			return await messagesOfContact(api, { contactId: params.id('contactId'), ...ofTypes() }, wanted);
	}
}

function queryOf(params: Params): ExportQuery {
	const { startDate, endDate, channel } = params.collection('filters');
	const at = (value: unknown, name: string, readTime: typeof dateTimeOf) =>
		isEmpty(value) ? {} : { [name]: readTime(value, params.label(name), params.timezone) };
	return {
		...(isEmpty(channel) ? {} : { channel: String(channel) }),
		...at(startDate, 'startDate', dateTimeOf),
		...at(endDate, 'endDate', lastMomentOf),
		sortBy: 'createdAt',
		sortOrder: 'desc',
	};
}
