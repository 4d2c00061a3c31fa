import { fullName } from '../views/contact';
import { locationOf } from '../routes/lookups';
import type { ApiRoute, Call } from '../wire/apiRoute';
import type { ConversationRecord } from './records';
import { searchQuery } from './schemas';
import { foundConversationView } from './views';

type Conversation = Readonly<ConversationRecord>;

interface SearchQuery {
	contactId?: string;
	assignedTo?: string;
	followers?: string;
	query?: string;
	sort?: 'asc' | 'desc';
	sortBy?: string;
	startAfterDate?: number;
	id?: string;
	limit?: number;
	lastMessageType?: string;
	lastMessageAction?: string;
	lastMessageDirection?: string;
	status?: string;
	startDate?: number;
	endDate?: number;
}

/** It sees a new conversation late, as publicly reported: https://github.com/GoHighLevel/highlevel-api-docs/issues/5 */
export const conversationSearchRoute: ApiRoute = {
	method: 'GET',
	path: '/conversations/search',
	scope: 'conversations.readonly',
	query: searchQuery,
	answer: search,
};

/** The next page begins behind the sort value of the last one, whether or not others share it. */
function search(call: Call): object {
	const query = call.query as SearchQuery;
	const { limit = 20, sort = 'desc', startAfterDate } = query;
	const sign = sort === 'asc' ? 1 : -1;
	const valueOf = (conversation: Conversation) =>
		query.sortBy === 'last_manual_message_date'
			? (conversation.lastManualMessageDate ?? 0)
			: conversation.lastMessageDate;
	const all = call.state
		.found('conversations', locationOf(call).id)
		.filter((conversation) => isWanted(call, query, conversation))
		.sort((a, b) => sign * (valueOf(a) - valueOf(b)) || (a.id < b.id ? -1 : 1));
	const rest =
		startAfterDate === undefined
			? all
			: all.filter((conversation) => sign * (valueOf(conversation) - startAfterDate) > 0);
	return {
		conversations: rest
			.slice(0, limit)
			.map((conversation) => foundConversationView(conversation, call, valueOf(conversation))),
		total: all.length,
	};
}

function isWanted({ state }: Call, query: SearchQuery, conversation: Conversation): boolean {
	const contact = state.contacts.get(conversation.contactId);
	const texts = [contact && fullName(contact), contact?.email, contact?.phone, conversation.lastMessageBody];
	const words = (query.query ?? '').toLowerCase();
	const added = Date.parse(conversation.dateAdded);
	const owners = query.assignedTo?.split(',') ?? [];
	return (
		(!query.id || conversation.id === query.id) &&
		(!query.contactId || conversation.contactId === query.contactId) &&
		(owners.length === 0 || owners.includes(conversation.assignedTo ?? 'unassigned')) &&
		(!query.followers || query.followers.split(',').some((id) => conversation.followers.includes(id))) &&
		(!query.lastMessageType || conversation.lastMessageType === query.lastMessageType) &&
		(!query.lastMessageAction || conversation.lastOutboundMessageAction === query.lastMessageAction) &&
		(!query.lastMessageDirection || conversation.lastMessageDirection === query.lastMessageDirection) &&
		hasStatus(conversation, query.status) &&
		added >= (query.startDate ?? -Infinity) &&
		added <= (query.endDate ?? Infinity) &&
		(!words || texts.some((one) => one?.toLowerCase().includes(words)))
	);
}

/** What "recents" are is not documented: here, all. */
function hasStatus({ unreadCount, starred }: Conversation, status: string | undefined): boolean {
	if (status === 'unread') return unreadCount > 0;
	if (status === 'read') return unreadCount === 0;
	return status === 'starred' ? starred : true;
}
