import { DateTime } from 'luxon';
import { conversationOf, locationOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { badRequest } from '../wire/errors';
import { CHANNELS, channelOf } from './channels';
import type { MessageRecord } from './records';
import { exportQuery, messagesQuery } from './schemas';
import { messagesIn } from './store';
import { exportedView, messageView } from './views';

type Message = Readonly<MessageRecord>;

/** Source: official specifications, conversations. The list lies within `messages`, as publicly reported:
 * https://github.com/GoHighLevel/highlevel-api-docs/issues/54 */
export const messageListRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/conversations/:conversationId/messages',
		scope: 'conversations/message.readonly',
		query: messagesQuery,
		answer: ofConversation,
	},
	{
		method: 'GET',
		path: '/conversations/messages/export',
		scope: 'conversations/message.readonly',
		query: exportQuery,
		answer: exported,
	},
];

function ofConversation(call: Call): object {
	const conversation = conversationOf(call);
	const {
		lastMessageId,
		limit = 20,
		type,
	} = call.query as {
		lastMessageId?: string;
		limit?: number;
		type?: string;
	};
	const types = type?.split(',').map((one) => one.trim());
	const all = messagesIn(call.state, conversation)
		.filter(({ channel }) => !types || types.includes(channelOf(channel).messageType))
		.sort(newestFirst);
	const start = lastMessageId === undefined ? 0 : all.findIndex((one) => one.id === lastMessageId) + 1;
	const shown = all.slice(start, start + limit);
	return {
		messages: {
			lastMessageId: shown.at(-1)?.id ?? '',
			nextPage: start + limit < all.length,
			messages: shown.map((message) => messageView(message, call)),
		},
	};
}

function newestFirst(a: Message, b: Message): number {
	return compare(b.dateAdded, a.dateAdded) || compare(b.id, a.id);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

interface ExportQuery {
	limit?: number;
	cursor?: string;
	sortBy?: 'createdAt' | 'updatedAt';
	sortOrder?: 'asc' | 'desc';
	conversationId?: string;
	contactId?: string;
	channel?: string;
	startDate?: string;
	endDate?: string;
}

/** Without a channel, all but emails. It lags behind, as searches do: its documented cursor is one of a search engine.
 * What a date without a time means is not documented; here it is its first moment in UTC. */
function exported(call: Call): object {
	const query = call.query as ExportQuery;
	const { limit = 100, sortBy = 'createdAt', sortOrder = 'desc', cursor } = query;
	const stamp = ({ dateAdded, dateUpdated }: Message) => (sortBy === 'createdAt' ? dateAdded : dateUpdated);
	const sign = sortOrder === 'asc' ? 1 : -1;
	const all = call.state
		.found('messages', locationOf(call).id)
		.filter(isWanted(query, stamp))
		.sort((a, b) => sign * (compare(stamp(a), stamp(b)) || compare(a.id, b.id)));
	const start = cursor === undefined ? 0 : placeAfter(all, cursor, stamp, sign);
	const shown = all.slice(start, start + limit);
	const last = shown.at(-1);
	const more = last !== undefined && start + limit < all.length;
	return {
		messages: shown.map((message) => exportedView(message, call)),
		nextCursor: more ? Buffer.from(`${stamp(last)} ${last.id}`).toString('base64') : null,
		total: all.length,
	};
}

function isWanted(query: ExportQuery, stamp: (message: Message) => string): (message: Message) => boolean {
	const from = query.startDate === undefined ? -Infinity : msOf(query.startDate);
	const to = query.endDate === undefined ? Infinity : msOf(query.endDate);
	const channels = Object.entries(CHANNELS).filter(([name]) =>
		query.channel === undefined
			? name !== 'Email'
			: 'exported' in channelOf(name as never) && channelOf(name as never).exported === query.channel,
	);
	const names = channels.map(([name]) => name);
	return (message) => {
		const at = Date.parse(stamp(message));
		return (
			names.includes(message.channel) &&
			(!query.conversationId || message.conversationId === query.conversationId) &&
			(!query.contactId || message.contactId === query.contactId) &&
			at >= from &&
			at <= to
		);
	};
}

function msOf(text: string): number {
	const ms = /^\d{13}$/.test(text) ? Number(text) : DateTime.fromISO(text, { zone: 'utc' }).toMillis();
	if (Number.isNaN(ms)) throw badRequest(`Invalid date: ${text}`);
	return ms;
}

/** Index of the first one behind the cursor, which holds the time and the ID of the last one before. */
function placeAfter(
	all: readonly Message[],
	cursor: string,
	stamp: (message: Message) => string,
	sign: number,
): number {
	const [time = '', id = ''] = Buffer.from(cursor, 'base64').toString().split(' ');
	if (Number.isNaN(Date.parse(time))) throw badRequest('Invalid cursor');
	const next = all.findIndex((one) => sign * (compare(stamp(one), time) || compare(one.id, id)) > 0);
	return next < 0 ? all.length : next;
}
