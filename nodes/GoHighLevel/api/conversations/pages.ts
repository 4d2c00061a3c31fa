import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import { keysOf, PageWatch } from '../../../core/sending/pageWatch';
import { isObject } from '../../../core/values/objects';
import type { Reading } from '../answers';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { HIGHLEVEL } from '../pages';
import { request } from '../request';
import type { Message } from './message';

interface MessagePage {
	messages: Message[];
	lastMessageId?: unknown;
	nextPage?: unknown;
}

/** HighLevel is reported to put the page into `messages` again, which the specification does not say. */
const pageIn: Reading<MessagePage> = (answer) => {
	const page: unknown = isObject(answer) && isObject(answer.messages) ? answer.messages : answer;
	return records('messages')(page) ? (page as MessagePage) : undefined;
};

const pageOf = request(
	{ endpoint: 'GET /conversations/{conversationId}/messages', scopes: ['conversations/message.readonly'] },
	(path) =>
		async (
			api: HighLevelClient,
			{
				conversationId,
				...query
			}: { conversationId: string; limit: number; lastMessageId?: string; type?: string },
		): Promise<MessagePage> =>
			await api.get(path({ conversationId }), pageIn, query),
);

/** The most that public clients ask for at once. */
const PAGE_SIZE = 100;

/** The newest messages of a conversation: one page of them. */
export const newestMessages = making(
	pageOf,
	[],
	async (api: HighLevelClient, { conversationId, limit }: { conversationId: string; limit: number }) =>
		(await pageOf(api, { conversationId, limit })).messages,
);

/** Messages of a conversation, the newest first, read page after page behind the last one. */
export const messagesOfConversation = making(
	pageOf,
	[],
	async (
		api: HighLevelClient,
		{ conversationId, types = [] }: { conversationId: string; types?: string[] },
		{ limit = Infinity }: { limit?: number } = {},
	): Promise<Message[]> => {
		const found = new Map<unknown, Message>();
		const watch = new PageWatch(HIGHLEVEL);
		const query = { conversationId, ...(types.length > 0 ? { type: types.join(',') } : {}) };
		let lastMessageId: string | undefined;
		while (found.size < limit) {
			const pageSize = Math.min(PAGE_SIZE, limit - found.size);
			const page = await pageOf(api, {
				...query,
				limit: pageSize,
				...(lastMessageId ? { lastMessageId } : {}),
			});
			const { messages, nextPage } = page;
			for (const one of messages) found.set(one.id ?? one, one);
			lastMessageId = String(page.lastMessageId ?? messages[messages.length - 1]?.id ?? '');
			// HighLevel may give fewer than asked for, and say that there are more.
			if (nextPage !== true || found.size >= limit || messages.length === 0) break;
			watch.goesOn(keysOf(messages), messages.length, lastMessageId);
		}
		return [...found.values()].slice(0, limit);
	},
);

/** What messages of a location are looked for by, under the API's own names. */
export interface ExportQuery {
	contactId?: string;
	/** Without it, all but emails. */
	channel?: string;
	/** ISO 8601, both included. */
	startDate?: string;
	endDate?: string;
	sortBy?: 'createdAt' | 'updatedAt';
	sortOrder?: 'asc' | 'desc';
}

interface ExportPage {
	messages: Message[];
	nextCursor?: unknown;
}

const exportPageIn: Reading<ExportPage> = (answer) =>
	records('messages')(answer) ? (answer as ExportPage) : undefined;

const exported = request(
	{ endpoint: 'GET /conversations/messages/export', scopes: ['conversations/message.readonly'] },
	(path) =>
		async (
			api: HighLevelClient,
			query: ExportQuery & { limit: number; cursor?: string },
		): Promise<ExportPage> =>
			await api.get(path(), exportPageIn, {
				locationId: api.locationId,
				...(query as unknown as IDataObject),
			}),
);

/** One page of it, the newest first, and the cursor behind which the next one begins. */
export const newestOfLocation = making(
	exported,
	[],
	async (
		api: HighLevelClient,
		{ limit, cursor }: { limit: number; cursor?: string },
	): Promise<{ messages: Message[]; next?: string }> => {
		const order = { sortBy: 'createdAt', sortOrder: 'desc' } as const;
		const { messages, nextCursor } = await exported(api, { ...order, limit, ...(cursor ? { cursor } : {}) });
		return typeof nextCursor === 'string' && nextCursor !== ''
			? { messages, next: nextCursor }
			: { messages };
	},
);

/** HighLevel takes no smaller and no larger page. */
const EXPORTED = { least: 10, most: 500 };

/** Messages of the whole location, read along a cursor, so that those which are added meanwhile shift nothing. */
export const messagesOfLocation = making(
	exported,
	[],
	async (
		api: HighLevelClient,
		query: ExportQuery,
		{ limit = Infinity }: { limit?: number } = {},
	): Promise<Message[]> => {
		const found = new Map<unknown, Message>();
		const watch = new PageWatch(HIGHLEVEL);
		let cursor: string | undefined;
		while (found.size < limit) {
			const pageSize = Math.min(EXPORTED.most, Math.max(EXPORTED.least, limit - found.size));
			const page = await exported(api, { ...query, limit: pageSize, ...(cursor ? { cursor } : {}) });
			for (const one of page.messages) found.set(one.id ?? one, one);
			const { nextCursor } = page;
			if (typeof nextCursor !== 'string' || nextCursor === '' || page.messages.length === 0) break;
			watch.goesOn(keysOf(page.messages), page.messages.length, nextCursor);
			cursor = nextCursor;
		}
		return [...found.values()].slice(0, limit);
	},
);
