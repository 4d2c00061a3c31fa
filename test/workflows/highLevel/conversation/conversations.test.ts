import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { ConversationRecord } from '../../../../sandbox/highLevel/messages/records';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { pace } from '../../../support/pace';
import { requestsOf } from '../../../support/sandboxRuns';
import { addPerson } from '../message/records';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20, 400] });

let sandbox: HighLevelSandbox;
let seed = 500;
// The node remembers what it has created, so no ID may come twice.
beforeEach(async () => (sandbox = await startSandbox({ seed: ++seed })));
afterEach(async () => await sandbox.close());

const START = Date.parse('2026-03-02T10:00:00.000Z');

function addConversation(fields: Partial<ConversationRecord> = {}): string {
	const contactId = addPerson(sandbox);
	return sandbox.state.add('conversations', {
		...{ locationId: DEMO.locationId, contactId, lastMessageDate: START },
		...fields,
	}).id;
}

const idsOf = (items: IDataObject[]) => items.map(({ id }) => id);
const all = (fields: IDataObject = {}) => ({ parameters: { returnAll: true, ...fields } });
const searches = () => requestsOf(sandbox, 'GET', /\/search$/);

describe('Get Many', () => {
	test('reads all pages, each conversation once, also where many share the time of their last message', async () => {
		const ids = Array.from({ length: 250 }, (_, number) =>
			addConversation({ lastMessageDate: START + Math.floor(number / 40) * 1000 }),
		);
		const found = await succeed(sandbox, 'conversation.getAll', all());
		expect(idsOf(found).sort()).toEqual([...ids].sort());
		const dates = found.map(({ lastMessageDate }) => Number(lastMessageDate));
		expect(dates).toEqual([...dates].sort((a, b) => b - a));
	});

	test('in the other order, and by messages of people, begins with the oldest', async () => {
		const ids = Array.from({ length: 120 }, (_, number) =>
			addConversation({
				lastManualMessageDate: START + Math.floor(number / 30) * 1000,
				lastMessageDate: START - number,
			}),
		);
		const order = { sort: 'asc', sortBy: 'last_manual_message_date' };
		const found = await succeed(sandbox, 'conversation.getAll', all({ order }));
		expect(idsOf(found).sort()).toEqual([...ids].sort());
		expect(found[0]?.id).toSatisfy((id: string) => ids.slice(0, 30).includes(id));
	});

	test('ends with the limit', async () => {
		for (let count = 0; count < 5; count++) addConversation();
		const found = await succeed(sandbox, 'conversation.getAll', {
			parameters: { returnAll: false, limit: 3 },
		});
		expect(found).toHaveLength(3);
		expect(searches()).toHaveLength(1);
	});

	test.each<[string, IDataObject, Partial<ConversationRecord>]>([
		['unread ones', { status: 'unread' }, { unreadCount: 2 }],
		['starred ones', { status: 'starred' }, { starred: true }],
		[
			'those that wait for an answer',
			{ lastMessageDirection: 'inbound' },
			{ lastMessageDirection: 'inbound' },
		],
		['those of a channel', { lastMessageType: 'TYPE_WHATSAPP' }, { lastMessageType: 'TYPE_WHATSAPP' }],
		['those of a user', { assignedTo: [DEMO.users.ben] }, { assignedTo: DEMO.users.ben }],
		['those that a user follows', { followers: [DEMO.users.amelia] }, { followers: [DEMO.users.amelia] }],
		[
			'those that were started in a time',
			{ startDate: '2026-01-01', endDate: '2026-01-01' },
			{ dateAdded: '2026-01-01T12:00:00.000Z' },
		],
	])('finds %s', async (_, filters, fields) => {
		addConversation();
		const id = addConversation(fields);
		expect(idsOf(await succeed(sandbox, 'conversation.getAll', all({ filters })))).toEqual([id]);
	});

	test('finds those of nobody by the text for it', async () => {
		addConversation({ assignedTo: DEMO.users.ben });
		const id = addConversation();
		const filters = { assignedTo: '={{ "unassigned" }}' };
		expect(idsOf(await succeed(sandbox, 'conversation.getAll', all({ filters })))).toEqual([id]);
	});
});

describe('Create', () => {
	const create = (contactId: string) => ({ parameters: { contactId: byId(contactId) } });

	test('starts one, once, also when the response is lost', async () => {
		const contactId = addPerson(sandbox);
		sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'POST' });
		const [created] = await succeed(sandbox, 'conversation.create', create(contactId));
		expect([...sandbox.state.conversations.keys()]).toEqual([created?.id]);
		expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	});

	test('names the one that the contact has', async () => {
		const id = addConversation();
		const { contactId = '' } = sandbox.state.conversations.get(id) ?? {};
		const error = await fail(sandbox, 'conversation.create', create(contactId));
		expect(error.message).toBe(`The contact already has a conversation: ${id}`);
		expect(error.details).toMatchObject({ conversationId: id, field: 'contactId' });
	});

	test('says that there is one also while the search does not show it', async () => {
		sandbox.configure({ searchDelayMs: 60_000 });
		const id = addConversation();
		const { contactId = '' } = sandbox.state.conversations.get(id) ?? {};
		const error = await fail(sandbox, 'conversation.create', create(contactId));
		expect(error.message).toBe('The contact already has a conversation');
	});
});

test('Update marks a conversation as read and starred, and changes nothing else', async () => {
	const id = addConversation({ unreadCount: 3, assignedTo: DEMO.users.ben });
	const before = sandbox.state.conversations.get(id);
	const [updated] = await succeed(sandbox, 'conversation.update', {
		parameters: { conversationId: byId(id), updateFields: { unreadCount: 0, starred: '={{ "yes" }}' } },
	});
	expect(updated).toMatchObject({ id, unreadCount: 0, starred: true });
	const { dateUpdated: _, ...after } = sandbox.state.conversations.get(id) ?? {};
	expect({ ...before, unreadCount: 0, starred: true }).toMatchObject(after);
});

test('Get reads by the address of the page, too', async () => {
	const id = addConversation();
	const value = `https://app.gohighlevel.com/v2/location/${DEMO.locationId}/conversations/conversations/${id}`;
	const [found] = await succeed(sandbox, 'conversation.get', {
		parameters: { conversationId: { __rl: true, mode: 'url', value } },
	});
	expect(found).toMatchObject({ id, unreadCount: 0 });
});

test('Delete removes a conversation with its messages', async () => {
	const id = addConversation();
	const removed = await succeed(sandbox, 'conversation.delete', { parameters: { conversationId: byId(id) } });
	expect(removed).toEqual([{ deleted: true }]);
	expect(sandbox.state.conversations.size).toBe(0);
});
