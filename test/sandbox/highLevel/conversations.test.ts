import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call, create, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	sandbox.configure({ searchDelayMs: 0 });
	contactId = await create(sandbox, { name: 'Ada King', email: 'ada@x.example', phone: '+12125550123' });
});
afterAll(() => sandbox.close());

const conversations = (method: string, path: string, body?: unknown) =>
	call(sandbox, method, `/conversations/${path}`, body);
const send = (more: object = {}) =>
	conversations('POST', 'messages', { type: 'SMS', contactId, message: 'See you', ...more });
const receive = (more: object = {}) =>
	conversations('POST', 'messages/inbound', { type: 'SMS', contactId, message: 'Fine', ...more });
const only = () => [...sandbox.state.conversations.values()][0]!;

describe('a message', () => {
	test('starts the conversation of its contact, which the next ones go to', async () => {
		const first = await send();
		const second = await receive();
		expect([first.status, second.status]).toEqual([201, 201]);
		expect(first.body).toMatchObject({ conversationId: only().id, status: 'pending' });
		expect(second.body).toMatchObject({ success: true, conversationId: only().id, contactId });
		expect(sandbox.state.conversations.size).toBe(1);
		expect(only()).toMatchObject({
			...{ unreadCount: 1, lastMessageBody: 'Fine', lastMessageDirection: 'inbound' },
			...{ lastMessageType: 'TYPE_SMS', lastOutboundMessageAction: 'automated' },
		});
	});

	test.each([
		[{ dnd: true }, {}, 'Cannot send message as DND is active'],
		[{ dndSettings: { sms: { status: 'active' } } }, {}, 'Cannot send message as DND is active for SMS.'],
		[{ phone: null }, {}, 'Missing phone number'],
		[
			{ email: null },
			{ type: 'Email', subject: 'x', html: 'x' },
			"Unable to send e-mail, contact's e-mail is invalid",
		],
		[{}, { message: '' }, 'There is no message or attachments'],
		[{}, { type: 'Custom' }, 'conversationProviderId is required'],
	])('of a contact with %j is refused with %j', async (fields, more, message) => {
		sandbox.state.updateContact(contactId, fields as never);
		const { status, body } = await send(more);
		expect([status, body.message]).toEqual([400, message]);
		expect(sandbox.state.messages.size).toBe(0);
	});

	test('of an address that is none, or without a file in its list, is refused as class-validator does', async () => {
		const { body } = await send({ attachments: [] });
		expect(body.message).toEqual(['attachments must contain at least 1 elements']);
	});

	test('that is scheduled waits, is delivered in its time, and is told in its conversation no sooner', async () => {
		const { body } = await send({ scheduledTimestamp: Math.floor(Date.now() / 1000) + 60 });
		const read = async () => (await conversations('GET', `messages/${body.messageId}`)).body.message.status;
		expect(await read()).toBe('scheduled');
		expect(only().lastMessageBody).toBe('');
		const message = sandbox.state.messages.get(body.messageId)!;
		sandbox.state.messages.set(message.id, { ...message, scheduledMs: Date.now() - 1 });
		expect(await read()).toBe('delivered');
		const { status } = await conversations('DELETE', `messages/${body.messageId}/schedule`);
		expect(status).toBe(400);
	});

	test('by email joins the thread that it replies to', async () => {
		const email = { type: 'Email', subject: 'Thursday', html: '<p>x</p>' };
		const { body: first } = await send(email);
		const { body: reply } = await send({ ...email, threadId: first.messageId });
		expect(reply.messageId).toBe(first.messageId);
		const { body } = await conversations('GET', `messages/${first.messageId}`);
		expect(body.message.meta.email.messageIds).toEqual([first.emailMessageId, reply.emailMessageId]);
		expect(body.message).not.toHaveProperty('body');
		expect((await send({ ...email, threadId: 'nothing' })).status).toBe(400);
	});

	test('has a file at the address that the upload answers, of the kinds that are taken', async () => {
		await send();
		const upload = (name: string) => {
			const form = new FormData();
			form.append('conversationId', only().id);
			form.append('locationId', locationId);
			form.append('fileAttachment', new Blob(['plan']), name);
			return conversations('POST', 'messages/upload', form);
		};
		const { body } = await upload('plan.pdf');
		expect(await (await fetch(body.uploadedFiles['plan.pdf'])).text()).toBe('plan');
		expect((await upload('plan.exe')).status).toBe(415);
	});
});

describe('lists', () => {
	test('a conversation is read page by page behind the last message, the newest first', async () => {
		for (const message of ['1', '2', '3']) await receive({ message });
		const page = async (query: string) =>
			(await conversations('GET', `${only().id}/messages?limit=2${query}`)).body.messages;
		const first = await page('');
		expect(first.messages.map(({ body }: { body: string }) => body)).toEqual(['3', '2']);
		expect(first.nextPage).toBe(true);
		const second = await page(`&lastMessageId=${first.lastMessageId}`);
		expect(second).toMatchObject({ nextPage: false, messages: [{ body: '1' }] });
	});

	test('a location is read along a cursor, without emails unless they are asked for, and late', async () => {
		sandbox.configure({ searchDelayMs: 200 });
		for (let number = 1; number <= 12; number++) await receive({ message: `${number}` });
		await receive({ type: 'Email', subject: 'x', html: '<p>x</p>' });
		const page = async (query = '') =>
			(await conversations('GET', `messages/export?locationId=${locationId}&limit=10${query}`)).body;
		expect(await page()).toMatchObject({ messages: [], total: 0, nextCursor: null });
		await new Promise((resolve) => setTimeout(resolve, 250));
		const first = await page();
		expect([first.messages.length, first.total]).toEqual([10, 12]);
		const second = await page(`&cursor=${encodeURIComponent(first.nextCursor)}`);
		expect(second.messages.map(({ body }: { body: string }) => body)).toEqual(['2', '1']);
		expect(second.nextCursor).toBeNull();
		expect((await page('&channel=Email')).messages).toMatchObject([{ body: '<p>x</p>' }]);
		expect((await page('&cursor=abc')).message).toBe('Invalid cursor');
	});

	test('the search finds by each of its filters, and goes on behind a time', async () => {
		sandbox.state.seedConversations();
		const find = async (query: string) => {
			const { body } = await conversations('GET', `search?locationId=${locationId}&${query}`);
			return body.conversations.map(({ id }: { id: string }) => id) as string[];
		};
		const { viewing, offer, question, newsletter } = DEMO.conversations;
		expect(await find('')).toEqual([question, viewing, offer, newsletter]);
		expect(await find('sort=asc&limit=1')).toEqual([newsletter]);
		expect(await find('status=starred')).toEqual([offer]);
		expect(await find('status=unread&lastMessageType=TYPE_WHATSAPP')).toEqual([question]);
		expect(await find('assignedTo=unassigned')).toEqual([question, newsletter]);
		expect(await find('lastMessageAction=automated')).toEqual([newsletter]);
		const { lastMessageDate } = sandbox.state.conversations.get(viewing)!;
		expect(await find(`startAfterDate=${lastMessageDate}`)).toEqual([offer, newsletter]);
	});
});

test('the demo can be put back as it was, over the controls as well', async () => {
	const seeded = () => call(sandbox, 'POST', '/__sandbox/conversations');
	expect((await seeded()).body.added).toBe(4);
	const before = sandbox.state.messages.size;
	await conversations('PUT', DEMO.conversations.viewing, { locationId, unreadCount: 0 });
	await seeded();
	expect(sandbox.state.messages.size).toBe(before);
	expect(sandbox.state.conversations.get(DEMO.conversations.viewing)).toMatchObject({ unreadCount: 1 });
});

test('a contact takes its conversation and messages along', async () => {
	await send();
	await receive({ type: 'Email', subject: 'x', html: 'x' });
	await call(sandbox, 'DELETE', `/contacts/${contactId}`);
	const { conversations: all, messages, emailMessages } = sandbox.state;
	expect([all.size, messages.size, emailMessages.size]).toEqual([0, 0, 0]);
});
