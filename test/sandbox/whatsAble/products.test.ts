import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { call, CHECK, contacts, DASHBOARD, DEMO, keys, start } from './support';

let sandbox: WhatsAbleSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const [ownNumber] = DEMO.whatsableNumbers;
const conversation = (id: string) => sandbox.state.conversation(id).map(({ text }) => text);

describe('WhatsAble', () => {
	const ask = (method: string, path: string, body?: unknown) =>
		call(sandbox, method, path, body, keys.whatsable);

	test("lists the account's own numbers", async () => {
		const { body } = await ask('GET', `${CHECK}/get-whatsable-numbers`);
		expect(body).toEqual(DEMO.whatsableNumbers.map((phone_number) => ({ phone_number })));
	});

	test.each([
		['the integrations', `${CHECK}/whatsable-send-message`, 'n8n'],
		['programs', `${DASHBOARD}/send`, 'API'],
	])('sends to an own number, through the endpoint of %s', async (_whose, path, sendBy) => {
		const { status, body } = await ask('POST', path, {
			to: ownNumber,
			text: 'Reminder',
			attachment: 'https://files.example.com/plan.png',
			filename: 'plan.png',
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({ success: true, details: { messages: [{ message_status: 'accepted' }] } });
		expect(sandbox.state.messages.get(body.details.messages[0].id)).toMatchObject({
			contactId: `whatsable/${ownNumber.slice(1)}`,
			type: 'image',
			text: 'Reminder',
			sendBy,
		});
	});

	test('sends to nobody else', async () => {
		const { status, body } = await ask('POST', `${DASHBOARD}/send`, { to: contacts.olivia, text: 'Hello' });
		expect(status).toBe(404);
		expect(body).toMatchObject({ success: false, message: expect.stringContaining('verified') });
	});

	test.each([
		['a text', { to: ownNumber }, 400],
		['a recipient', { text: 'Hello' }, 400],
		['a number that can exist', { to: 'me', text: 'Hello' }, 422],
	])('needs %s', async (_what, body, expected) => {
		const answer = await ask('POST', `${DASHBOARD}/send`, body);
		expect(answer.status).toBe(expected);
		expect(answer.body).toMatchObject({ success: false, message: expect.any(String) });
	});

	test('lists groups, and sends to them', async () => {
		const { groups } = (await ask('GET', '/api/groups/automation/groups')).body;
		expect(groups).toEqual([
			{ label_name: DEMO.group.name, value_for: DEMO.group.id, session_id: DEMO.group.session },
		]);
		const body = { groupId: DEMO.group.id, message: 'Open house at 11', session: DEMO.group.session };
		expect((await ask('POST', `${DASHBOARD}/group-send`, body)).body.success).toBe(true);
		expect(conversation(`whatsable/${DEMO.group.id}`)).toEqual(['Open house at 11']);
		for (const change of [{ groupId: 'x@g.us' }, { session: 'x' }]) {
			expect((await ask('POST', `${DASHBOARD}/group-send`, { ...body, ...change })).status).toBe(404);
		}
	});
});

describe('Notifier', () => {
	const message = { phone: `+${contacts.olivia}`, text: 'Your viewing is tomorrow' };

	test.each([
		['the n8n node', `${CHECK}/n8n/send-message`, keys.notifier],
		['Zapier', '/api:-GWQv5aM/zapier/send-message', keys.notifier],
		['programs', '/api:-GWQv5aM/send', `Bearer ${keys.notifier}`],
	])('sends through the endpoint of %s, and answers a text alone', async (_whose, path, key) => {
		const { status, body } = await call(sandbox, 'POST', path, message, key);
		expect(status).toBe(200);
		expect(body).toEqual({ message: expect.any(String) });
		expect(conversation(`notifier/${contacts.olivia}`)).toEqual([message.text]);
	});

	test.each([
		['a number that is none', { phone: 'nobody' }, 403, 'ERROR_CODE_ACCESS_DENIED'],
		['an unreachable file', { attachment: 'http://localhost/a.pdf' }, 403, 'ERROR_CODE_ACCESS_DENIED'],
		['no text', { text: '' }, 400, 'ERROR_CODE_INPUT_ERROR'],
	])('refuses %s with the reason as the text of an error of Xano', async (_case, change, expected, code) => {
		const { status, body } = await call(
			sandbox,
			'POST',
			`${CHECK}/n8n/send-message`,
			{ ...message, ...change },
			keys.notifier,
		);
		expect(status).toBe(expected);
		expect(body).toMatchObject({ code, message: expect.any(String) });
	});
});
