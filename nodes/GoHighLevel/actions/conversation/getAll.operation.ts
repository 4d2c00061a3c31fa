import { collection, options, returnAllOrLimit } from '../../../core/editor/fields';
import { simplified, simplify } from '../../../core/operation/simplify';
import { conversations } from '../../api/records/conversations';
import { operation } from '../operation';
import { filterFields, queryOf, sortFields } from './filters';

/** What is most used of a conversation. */
const CONVERSATION_SUMMARY = [
	'id',
	'contactId',
	'fullName',
	'email',
	'phone',
	'assignedTo',
	'unreadCount',
	'starred',
	'lastMessageBody',
	'lastMessageType',
	'lastMessageDirection',
	'lastMessageDate',
	'dateAdded',
];

export const getAll = operation({
	name: 'Get Many',
	action: 'Get many conversations',
	description:
		'Read the conversations of the location, all or those that match, those with the latest message first. A new one takes some seconds until it is found.',
	requests: [conversations.search],
	fields: [
		...returnAllOrLimit,
		simplify,
		collection('Filters', 'filters', filterFields, 'Add Filter'),
		collection('Order', 'order', sortFields),
		options(),
	],
	async execute({ api, params }) {
		const found = await conversations.search(api, queryOf(params), { limit: params.limit() });
		return found.map((one) => simplified(params, one, CONVERSATION_SUMMARY));
	},
});
