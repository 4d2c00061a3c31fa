import type { Resource } from '../kit/resource';
import { messageEvents } from '../messages/events';
import { inboundRoute } from '../messages/inbound';
import { messageListRoutes } from '../messages/lists';
import type { MessageRecord } from '../messages/records';
import { scheduleRoutes } from '../messages/scheduled';
import { sendRoute } from '../messages/sending';
import { uploadRoute } from '../messages/upload';
import { messageView } from '../messages/views';

/** Source: official specifications, conversations. One message is answered under `message`, as publicly reported:
 * https://github.com/GoHighLevel/highlevel-api-docs/issues/258 */
export const messages: Resource<MessageRecord> = {
	called: 'Message',
	path: '/conversations/messages',
	scope: 'conversations/message',
	under: 'locationId',
	ofContact: true,
	searched: true,
	stamps: ['dateAdded', 'dateUpdated'],
	empty: {
		status: 'delivered',
		body: '',
		attachments: [],
		source: null,
		userId: null,
		conversationProviderId: null,
		altId: null,
		scheduledMs: null,
	},
	view: messageView,
	answers: { one: (message) => ({ message }) },
	get: {},
	routes: [sendRoute, inboundRoute, ...messageListRoutes, ...scheduleRoutes, uploadRoute],
	events: messageEvents,
};
