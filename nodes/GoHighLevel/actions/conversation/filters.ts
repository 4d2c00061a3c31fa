import type { INodeProperties } from 'n8n-workflow';

import { time } from '../../../core/editor/fields';
import { momentIn } from '../../../core/operation/given';
import type { Params } from '../../../core/operation/params';
import { dateTimeOf, lastMomentOf } from '../../../core/values/dates';
import { ownValue } from '../../../core/values/ownValue';
import { listOf, textOf } from '../../../core/values/texts';
import type { ConversationQuery } from '../../api/conversations/search';
import { contactLocator } from '../../pickers/locators';

const { required: _, ...anyContact } = contactLocator;

function users(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	};
}

/** The types of messages that people ask for; an expression may give any other that HighLevel has. */
const LAST_MESSAGE_TYPES = [
	{ name: 'Call', value: 'TYPE_CALL' },
	{ name: 'Custom Provider (Email)', value: 'TYPE_CUSTOM_PROVIDER_EMAIL' },
	{ name: 'Custom Provider (SMS)', value: 'TYPE_CUSTOM_PROVIDER_SMS' },
	{ name: 'Email', value: 'TYPE_EMAIL' },
	{ name: 'Facebook', value: 'TYPE_FACEBOOK' },
	{ name: 'Form Submission', value: 'TYPE_FORM_SUBMISSION' },
	{ name: 'Google Business', value: 'TYPE_GMB' },
	{ name: 'Instagram', value: 'TYPE_INSTAGRAM' },
	{ name: 'Live Chat', value: 'TYPE_LIVE_CHAT' },
	{ name: 'RCS', value: 'TYPE_RCS' },
	{ name: 'Review', value: 'TYPE_REVIEW' },
	{ name: 'SMS', value: 'TYPE_SMS' },
	{ name: 'TikTok', value: 'TYPE_TIKTOK' },
	{ name: 'Web Chat', value: 'TYPE_WEBCHAT' },
	{ name: 'WhatsApp', value: 'TYPE_WHATSAPP' },
];

/** What HighLevel's search takes. */
export const filterFields: INodeProperties[] = [
	time('Added After', 'startDate', 'Only conversations that were started at this time or later'),
	time('Added Before', 'endDate', 'Only conversations that were started at this time or earlier'),
	users(
		'Assigned To Names or IDs',
		'assignedTo',
		'Only conversations of these users; the text unassigned, by expression, for those of nobody',
	),
	{ ...anyContact, description: 'Only the conversation of this contact' },
	users('Follower Names or IDs', 'followers', 'Only conversations that these users follow'),
	{
		displayName: 'Last Message Action',
		name: 'lastMessageAction',
		type: 'options',
		options: [
			{ name: 'Automated', value: 'automated' },
			{ name: 'Manual', value: 'manual' },
		],
		default: 'manual',
		description: 'Whether a person or an automation sent the last message that went out',
	},
	{
		displayName: 'Last Message Direction',
		name: 'lastMessageDirection',
		type: 'options',
		options: [
			{ name: 'Inbound', value: 'inbound' },
			{ name: 'Outbound', value: 'outbound' },
		],
		default: 'inbound',
		description: 'Whether the last message came from the contact (inbound) or went to the contact (outbound)',
	},
	{
		displayName: 'Last Message Type',
		name: 'lastMessageType',
		type: 'options',
		options: LAST_MESSAGE_TYPES,
		default: 'TYPE_SMS',
		description: 'Only conversations whose last message is of this type',
	},
	{
		displayName: 'Search Text',
		name: 'query',
		type: 'string',
		default: '',
		description: 'Text that HighLevel looks for, such as the name, email or phone of the contact',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'All', value: 'all' },
			{ name: 'Read', value: 'read' },
			{ name: 'Recent', value: 'recents' },
			{ name: 'Starred', value: 'starred' },
			{ name: 'Unread', value: 'unread' },
		],
		default: 'unread',
		description: 'Only conversations with this status',
	},
];

export const sortFields: INodeProperties[] = [
	{
		displayName: 'Direction',
		name: 'sort',
		type: 'options',
		options: [
			{ name: 'Newest First', value: 'desc' },
			{ name: 'Oldest First', value: 'asc' },
		],
		default: 'desc',
		description: 'Which conversations come first',
	},
	{
		displayName: 'Sort By',
		name: 'sortBy',
		type: 'options',
		options: [
			{ name: 'Last Manual Message', value: 'last_manual_message_date' },
			{ name: 'Last Message', value: 'last_message_date' },
		],
		default: 'last_message_date',
		description: 'What the order goes by',
	},
];

/** What HighLevel's search looks for. */
export function queryOf(params: Params): ConversationQuery {
	const given = params.collection('filters');
	const order = params.collection('order');
	const at = (name: string, read: typeof dateTimeOf) => momentIn(params, given, name, read);
	const text = (name: string) => textOf(ownValue(given, name), params.label(name)) || undefined;
	const list = (name: string) => listOf(ownValue(given, name), params.label(name)).join(',') || undefined;
	const all = {
		contactId: text('contactId'),
		assignedTo: list('assignedTo'),
		followers: list('followers'),
		query: text('query'),
		status: text('status'),
		lastMessageType: text('lastMessageType'),
		lastMessageDirection: text('lastMessageDirection'),
		lastMessageAction: text('lastMessageAction'),
		startDate: at('startDate', dateTimeOf),
		endDate: at('endDate', lastMomentOf),
		sortBy: textOf(order.sortBy, params.label('sortBy')) || 'last_message_date',
		sort: textOf(order.sort, params.label('sort')) || 'desc',
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
