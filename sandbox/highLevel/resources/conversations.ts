import type { Resource } from '../kit/resource';
import { conversationEvents } from '../messages/events';
import type { ConversationRecord } from '../messages/records';
import { conversationSearchRoute } from '../messages/search';
import { messagesIn } from '../messages/store';
import { conversationView } from '../messages/views';
import { conversationWriteRoutes } from '../messages/writes';
import type { Call } from '../wire/apiRoute';

/** Source: official specifications, conversations. Each write answers in a shape of its own. */
export const conversations: Resource<ConversationRecord> = {
	called: 'Conversation',
	path: '/conversations/',
	parameter: 'conversationId',
	scope: 'conversations',
	under: 'locationId',
	ofContact: true,
	searched: true,
	stamps: ['dateAdded', 'dateUpdated'],
	empty: {
		assignedTo: null,
		inbox: true,
		starred: false,
		unreadCount: 0,
		followers: [],
		lastMessageBody: '',
		lastMessageType: '',
		lastMessageDirection: null,
		lastOutboundMessageAction: null,
		lastMessageDate: 0,
		lastManualMessageDate: null,
		feedback: null,
	},
	answers: { deleted: () => ({ success: true }) },
	view: conversationView,
	get: {},
	delete: { then: removeMessages },
	routes: [conversationSearchRoute, ...conversationWriteRoutes],
	events: conversationEvents,
};

function removeMessages({ state }: Call, conversation: Readonly<ConversationRecord>): void {
	for (const message of messagesIn(state, conversation)) {
		for (const email of state.emailMessages.inGroup(message.id)) state.emailMessages.delete(email.id);
		state.messages.delete(message.id);
	}
}
