import type { Resource } from '../kit/resource';
import { emailEvents } from './events';
import type { EmailRecord } from './records';
import { emailView } from './views';

/** The emails of a thread, which is a message. Source: official specifications, conversations; that one is answered under
 * `emailMessage`, as public clients read it. */
export const emailMessages: Resource<EmailRecord> = {
	called: 'Email message',
	path: '/conversations/messages/email',
	scope: 'conversations/message',
	under: 'threadId',
	ofContact: true,
	empty: {
		status: 'delivered',
		cc: [],
		bcc: [],
		attachments: [],
		replyToMessageId: null,
		source: null,
		conversationProviderId: null,
		altId: null,
		scheduledMs: null,
	},
	stamps: ['dateAdded', 'dateAdded'],
	view: emailView,
	answers: { one: (emailMessage) => ({ emailMessage }) },
	get: {},
	events: emailEvents,
};
