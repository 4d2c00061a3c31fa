import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import {
	call,
	contacts,
	control,
	DASHBOARD,
	keys,
	sendTemplate,
	sendText,
	start,
	templates,
	wamidOf,
} from './support';

let sandbox: WhatsAbleSandbox;
beforeEach(async () => {
	sandbox = await start({ startAtMs: Date.parse('2027-01-10T12:00:00Z') });
});
afterEach(() => sandbox.close());

const statusOf = async (id: string) =>
	(await call(sandbox, 'GET', `/api:5l-RgW1B/conversation/${encodeURIComponent(id)}`)).body;

const sendTo = async (phone: string) =>
	wamidOf(await sendTemplate(sandbox, templates.thanks, {}, { phone_number: phone }));

test('a message is unread until it is read, delivered or not, and the number is a number', async () => {
	const id = await sendTo(contacts.olivia);
	const sent = await statusOf(id);
	expect(sent).toEqual({
		phone_number: Number(contacts.olivia),
		system_user: '',
		message_id: id,
		delivered_time: null,
		read_time: null,
		status: 'unread',
		send_by: 'n8n',
		send_time: sandbox.state.messages.get(id)?.atMs,
	});
	sandbox.clock.advance(300);
	const delivered = await statusOf(id);
	expect(delivered).toMatchObject({ status: 'unread', read_time: null });
	expect(delivered.delivered_time).toBe(sent.send_time + 300);
	sandbox.clock.advance(2000);
	expect(await statusOf(id)).toMatchObject({ status: 'read', read_time: sent.send_time + 2300 });
});

test('may be told in the words of WhatsApp by setting', async () => {
	sandbox.configure({ statusWords: 'whatsApp' });
	const id = await sendTo(contacts.olivia);
	expect((await statusOf(id)).status).toBe('sent');
	sandbox.clock.advance(300);
	expect((await statusOf(id)).status).toBe('delivered');
});

test('a message to a number without WhatsApp is accepted and fails, with the reason', async () => {
	const id = await sendTo(contacts.arjun);
	sandbox.clock.advance(300);
	expect(await statusOf(id)).toMatchObject({
		status: 'failed',
		system_user: 'Message undeliverable.. Error code is 131026',
		delivered_time: null,
	});
});

test('a message stays where the settings let it stay', async () => {
	sandbox.configure({ readAfterMs: null });
	const delivered = await sendTo(contacts.olivia);
	sandbox.clock.advance(86_400_000);
	expect(sandbox.state.messages.get(delivered)?.status).toBe('delivered');
	sandbox.configure({ deliveredAfterMs: null });
	const sent = await sendTo(contacts.olivia);
	sandbox.clock.advance(86_400_000);
	expect(sandbox.state.messages.get(sent)?.status).toBe('sent');
});

test('a reply shows that what came before has been read', async () => {
	sandbox.configure({ deliveredAfterMs: null });
	const id = await sendTo(contacts.olivia);
	sandbox.receive({ phone: contacts.olivia, text: 'Thanks' });
	expect(sandbox.state.messages.get(id)?.status).toBe('read');
});

test('a person can move a message on by hand, and what was to happen later no longer does', async () => {
	const id = await sendTo(contacts.olivia);
	sandbox.setStatus(id, 'failed', 'Error code is 131049');
	sandbox.clock.advance(86_400_000);
	expect(await statusOf(id)).toMatchObject({ status: 'failed', system_user: 'Error code is 131049' });
	const { status, body } = await control(sandbox, 'POST', '/messages/status', { id, status: 'read' });
	expect(status).toBe(200);
	expect(body).toMatchObject({ status: 'read', failure: null });
	expect((await control(sandbox, 'POST', '/messages/status', { id: 'wamid.x', status: 'read' })).status).toBe(
		400,
	);
});

test('ids must be encoded in the path, because they end in =', async () => {
	const id = wamidOf(await sendText(sandbox, contacts.olivia));
	expect(id).toMatch(/=$/);
	expect((await statusOf(id)).message_id).toBe(id);
});

test.each(['wamid.unknown', '1'])('the unknown id %s is not found', async (id) => {
	const { status, body } = await call(sandbox, 'GET', `/api:5l-RgW1B/conversation/${id}`);
	expect(status).toBe(404);
	expect(body.code).toBe('ERROR_CODE_NOT_FOUND');
});

test('a message of WhatsAble is looked up on the other host, with the key in either form', async () => {
	const body = { to: '+12125550101', text: 'Reminder' };
	const sent = await call(sandbox, 'POST', `${DASHBOARD}/send`, body, keys.whatsable);
	const [{ id }] = sent.body.details.messages;
	for (const key of [keys.whatsable, `Bearer ${keys.whatsable}`]) {
		const answer = await call(sandbox, 'GET', `${DASHBOARD}/${encodeURIComponent(id)}`, undefined, key);
		expect(answer.body).toMatchObject({ message_id: id, status: 'unread', type: 'text', media_url: null });
	}
	expect(await statusOf(id)).toMatchObject({ code: 'ERROR_CODE_NOT_FOUND' });
	expect((await call(sandbox, 'GET', `${DASHBOARD}/wamid.x`, undefined, keys.whatsable)).status).toBe(404);
});
