import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { keysOf, PageWatch } from '../../../core/sending/pageWatch';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { HIGHLEVEL } from '../pages';
import { request } from '../request';
import type { Conversation } from './conversation';

/** What conversations are looked for by; all of it must apply. Under the API's own names. */
export interface ConversationQuery {
	contactId?: string;
	/** IDs of users with commas between them, or `unassigned`. */
	assignedTo?: string;
	followers?: string;
	query?: string;
	status?: string;
	lastMessageType?: string;
	lastMessageDirection?: string;
	lastMessageAction?: string;
	/** ms since 1970 */
	startDate?: number;
	endDate?: number;
	sortBy?: string;
	sort?: string;
}

const searched = request(
	{ endpoint: 'GET /conversations/search', scopes: ['conversations.readonly'] },
	(path) =>
		async (
			api: HighLevelClient,
			query: ConversationQuery & { limit: number; startAfterDate?: number },
		): Promise<Conversation[]> =>
			await api.get(path(), records<Conversation>('conversations'), {
				locationId: api.locationId,
				...(query as unknown as IDataObject),
			}),
);

/** The first page, for lists of the editor and for what has few. */
export const firstConversations = making(
	searched,
	[],
	async (api: HighLevelClient, query: ConversationQuery & { limit: number }) => await searched(api, query),
);

/** The most that HighLevel gives at once. */
const PAGE_SIZE = 100;

/**
 * Conversations, read page after page behind the time of the last one. Those that share that time are asked for again,
 * so that none between two pages is missed. The search learns of a new conversation after seconds.
 */
export const searchConversations = making(
	searched,
	[],
	async (
		api: HighLevelClient,
		query: ConversationQuery,
		{ limit = Infinity }: { limit?: number } = {},
	): Promise<Conversation[]> => {
		const found = new Map<unknown, Conversation>();
		const watch = new PageWatch(HIGHLEVEL);
		const step = query.sort === 'asc' ? -1 : 1;
		let pageSize = Math.min(PAGE_SIZE, limit);
		let startAfterDate: number | undefined;
		while (found.size < limit) {
			const place = startAfterDate === undefined ? {} : { startAfterDate };
			const page = await searched(api, { ...query, limit: pageSize, ...place });
			for (const one of page) found.set(one.id ?? one, one);
			if (found.size >= limit || page.length < pageSize) break;
			const last = sortValueOf(page[page.length - 1], query);
			if (!watch.goesOn(keysOf(page), pageSize, last)) break;
			startAfterDate = last + step;
			pageSize = PAGE_SIZE;
		}
		return [...found.values()].slice(0, limit);
	},
);

/** What a conversation is sorted by, in ms since 1970. Throws a `Failure` where HighLevel does not tell it. */
function sortValueOf(conversation: Conversation | undefined, { sortBy }: ConversationQuery): number {
	const { sort, lastMessageDate, lastManualMessageDate } = conversation ?? {};
	const own = sortBy === 'last_manual_message_date' ? lastManualMessageDate : lastMessageDate;
	const value = Array.isArray(sort) ? sort[0] : own;
	const at =
		typeof value === 'string' && Number.isNaN(Number(value)) ? Date.parse(value) : Number(value ?? NaN);
	if (Number.isFinite(at)) return at;
	throw new Failure(
		'HighLevel returned conversations without the time that they are sorted by, so the next page is not known',
		'Reading the first 100 with a Limit still works.',
	);
}
