import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { prepared } from '../prepared';
import { nothingToUpdate, notADate, wrongTimeout } from '../wrongValues';

const { locationId, users } = DEMO;

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({ locationId, firstName: 'Ada', email: 'ada@mail.example' }).id,
	}),
};

const withConversation = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId } = withContact.prepare(sandbox);
		const { id: conversationId } = sandbox.state.add('conversations', {
			locationId,
			contactId,
			assignedTo: users.ben,
			followers: [users.amelia],
			unreadCount: 1,
			lastMessageBody: 'Is it still available?',
			lastMessageType: 'TYPE_SMS',
			lastMessageDirection: 'inbound',
			lastOutboundMessageAction: 'manual',
			lastMessageDate: Date.parse('2026-03-02T10:00:00Z'),
			lastManualMessageDate: Date.parse('2026-03-02T09:00:00Z'),
			dateAdded: '2026-03-02T08:00:00.000Z',
		});
		return { contactId, conversationId };
	},
};

const ofTheConversation = { conversationId: prepared('conversationId'), options: {} };

export const cases = highLevelCases({
	create: {
		example: { ...withContact, parameters: { contactId: prepared('contactId'), options: {} } },
		sdk: async (sdk, { contactId }) => await sdk.conversations.createConversation({ locationId, contactId }),
		wrong: wrongTimeout(0),
	},
	delete: {
		example: { ...withConversation, parameters: ofTheConversation },
		sdk: async (sdk, { conversationId }) => await sdk.conversations.deleteConversation({ conversationId }),
		wrong: {
			parameters: { conversationId: byId('a/../b?x') },
			message: 'Conversation with id a/../b?x not found',
		},
	},
	get: {
		example: { ...withConversation, parameters: ofTheConversation },
		sdk: async (sdk, { conversationId }) => await sdk.conversations.getConversation({ conversationId }),
		wrong: {
			parameters: { conversationId: byId(UNKNOWN) },
			message: `Conversation with id ${UNKNOWN} not found`,
		},
	},
	getAll: {
		example: {
			...withConversation,
			parameters: {
				returnAll: true,
				limit: 50,
				simplify: false,
				filters: {
					startDate: '2026-03-02T00:00:00Z',
					endDate: '2026-03-02T09:00:00Z',
					assignedTo: [users.ben, users.chloe],
					contactId: prepared('contactId'),
					followers: [users.amelia],
					lastMessageAction: 'manual',
					lastMessageDirection: 'inbound',
					lastMessageType: 'TYPE_SMS',
					query: 'ada',
					status: 'unread',
				},
				order: { sort: 'asc', sortBy: 'last_manual_message_date' },
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.conversations.searchConversation({
				locationId,
				startDate: Date.parse('2026-03-02T00:00:00Z'),
				endDate: Date.parse('2026-03-02T09:00:00Z'),
				assignedTo: `${users.ben},${users.chloe}`,
				contactId,
				followers: users.amelia,
				lastMessageAction: 'manual',
				lastMessageDirection: 'inbound',
				lastMessageType: 'TYPE_SMS',
				query: 'ada',
				status: 'unread',
				sort: 'asc',
				sortBy: 'last_manual_message_date',
				limit: 100,
			}),
		wrong: {
			parameters: { filters: { startDate: 'soon' } },
			message: notADate('Added After'),
			field: 'Added After',
		},
	},
	update: {
		example: {
			...withConversation,
			parameters: { ...ofTheConversation, updateFields: { starred: true, unreadCount: 0 } },
		},
		sdk: async (sdk, { conversationId }) =>
			await sdk.conversations.updateConversation(
				{ conversationId },
				{ locationId, starred: true, unreadCount: 0 },
			),
		wrong: nothingToUpdate,
	},
});

export const differences: Difference[] = [];
