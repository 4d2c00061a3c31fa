import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { call, create, locationId, start } from '../support';
import { Receiver } from './receiver';
import { envelope, eventsOf } from './support';

let sandbox: HighLevelSandbox;
let receiver: Receiver;
let contactId: string;
beforeAll(async () => {
	receiver = await Receiver.start();
	sandbox = await start({ rateLimit: { max: 10_000 }, webhooks: { url: receiver.url } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { name: 'Ada King', email: 'ada@x.example', phone: '+12125550123' });
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});

const post = (path: string, body: object) => call(sandbox, 'POST', `/conversations/messages${path}`, body);
const events = async (action: () => unknown) => {
	const sent = await eventsOf(sandbox, receiver, action);
	return sent.sort((a, b) => String(a['type']).localeCompare(String(b['type'])));
};

test('a message of a contact is told with its text, and its conversation as unread', async () => {
	const [unread, message, ...others] = await events(() =>
		post('/inbound', { type: 'SMS', contactId, message: 'Fine', conversationProviderId: 'cp' }),
	);
	const [{ id: conversationId } = { id: '' }] = sandbox.state.conversations.values();
	expect(others).toEqual([]);
	expect(unread).toEqual({
		...{ type: 'ConversationUnreadUpdate', locationId, id: conversationId, contactId },
		...{ deleted: false, inbox: true, starred: false, unreadCount: 1 },
		...envelope,
	});
	expect(message).toEqual({
		...{ type: 'InboundMessage', locationId, attachments: [], body: 'Fine', contactId, conversationId },
		...{ contentType: 'text/plain', dateAdded: expect.any(String), direction: 'inbound', messageType: 'SMS' },
		...{ messageId: expect.any(String), status: 'delivered', conversationProviderId: 'cp' },
		...envelope,
	});
});

test('one that is sent is told with its source, and marks nothing as unread', async () => {
	const sent = await events(() => post('', { type: 'WhatsApp', contactId, message: 'Hello' }));
	expect(sent).toMatchObject([
		{ type: 'OutboundMessage', body: 'Hello', direction: 'outbound', messageType: 'WhatsApp', source: 'api' },
	]);
});

test('an email is told with subject, thread and recipients', async () => {
	const sent = await events(() =>
		post('', { type: 'Email', contactId, subject: 'Thursday', html: '<p>x</p>' }),
	);
	const [{ id, threadId } = { id: '', threadId: '' }] = sandbox.state.emailMessages.values();
	expect(sent).toMatchObject([
		{
			...{ type: 'OutboundMessage', messageType: 'Email', subject: 'Thursday', body: '<p>x</p>' },
			...{ emailMessageId: id, threadId, to: ['ada@x.example'] },
		},
	]);
});

test('one that waits for its time is not told, nor is the history of the demo', async () => {
	const scheduledTimestamp = Math.floor(Date.now() / 1000) + 60;
	expect(await events(() => post('', { type: 'SMS', contactId, message: 'x', scheduledTimestamp }))).toEqual(
		[],
	);
	expect(await events(() => sandbox.state.seedConversations())).toEqual([]);
});

test('a message that a person writes on the page is one of the contact', async () => {
	const sent = await events(() =>
		call(
			sandbox,
			'POST',
			'/__sandbox/manual/conversations/messages/inbound',
			{ type: 'SMS', contactId, message: 'Hello' },
			{ token: null, version: null },
		),
	);
	expect(sent).toMatchObject([
		{ type: 'ConversationUnreadUpdate', contactId },
		{ type: 'InboundMessage', contactId, body: 'Hello' },
	]);
});
