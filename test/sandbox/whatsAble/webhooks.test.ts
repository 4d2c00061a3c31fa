import type { WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import { Receiver } from '../highLevel/webhooks/receiver';
import {
	call,
	contacts,
	control,
	DASHBOARD,
	DEMO,
	keys,
	labels,
	N8N,
	sendTemplate,
	sendText,
	start,
	templates,
} from './support';

const NOON_MS = Date.parse('2027-01-10T12:00:00Z');

let sandbox: WhatsAbleSandbox;
let receiver: Receiver;
beforeAll(async () => {
	receiver = await Receiver.start();
});
beforeEach(async () => {
	sandbox = await start({ startAtMs: NOON_MS, webhooks: { baseDelayMs: 0 } });
});
afterEach(async () => {
	await sandbox.close();
	receiver.clear();
});
afterAll(() => receiver.close());

type Payload = Record<string, unknown>;

/** The payloads that an action makes. */
async function payloadsOf(action: () => unknown): Promise<Payload[]> {
	receiver.clear();
	await action();
	await sandbox.webhooks.idle();
	return receiver.received.map(({ body }) => body as Payload);
}

const write = (phone: string, text: string) => sandbox.receive({ phone, text });
const registerBoth = (url: string = receiver.url) => call(sandbox, 'POST', `${N8N}/n8n/webhook/io`, { url });

const WAYS = [
	['/api:dBShrB6H/n8n', 'notifyer', 'hookUrl', false],
	['/api:hFrjh8a1/zapier/webhook/incoming', 'notifyer', 'hookUrl', false],
	['/api:ErOQ8pSj/n8n/webhook/io', 'notifyer', 'url', true],
	['/api:hFrjh8a1/zapier/webhook/io', 'notifyer', 'url', true],
	['/api:KXAU3bZ4/n8n/webhook', 'whatsable', 'url', false],
	['/api:qmqX26wO/zapier/webhook', 'whatsable', 'url', false],
	['/api:gncnl2D6/n8n/notifier/webhook', 'notifier', 'url', false],
	['/api:-GWQv5aM/zapier/notifier/webhook', 'notifier', 'url', false],
] as const;

describe.each(WAYS)('registering with %s', (path, product, param, outgoing) => {
	const key = keys[product];

	test(`takes a key of ${product}, and ${param}`, async () => {
		const { status, body } = await call(sandbox, 'POST', path, { [param]: receiver.url }, key);
		expect(status).toBe(200);
		expect(body).toEqual({ success: true, id: expect.any(Number), message: expect.any(String) });
		expect(sandbox.webhooks.registrations).toMatchObject([
			{ product, url: receiver.url, incoming: true, outgoing, signature: null },
		]);
	});

	test(`delivers messages ${outgoing ? 'in both directions' : 'of contacts only'}`, async () => {
		await call(sandbox, 'POST', path, { [param]: receiver.url }, key);
		const payloads = await payloadsOf(async () => {
			sandbox.receive({ product, phone: contacts.olivia, text: 'Hello' });
			if (product === 'notifyer') await sendText(sandbox, contacts.olivia, 'Hello to you');
		});
		expect(payloads).toHaveLength(outgoing ? 2 : 1);
	});

	test.each([
		['a wrong key', 'wrong'],
		['a Bearer token', `Bearer ${key}`],
		["another product's key", keys[product === 'notifier' ? 'whatsable' : 'notifier']],
	])('answers 200 to %s, with success: false', async (_case, authorization) => {
		const { status, body } = await call(sandbox, 'POST', path, { [param]: receiver.url }, authorization);
		expect(status).toBe(200);
		expect(body.success).toBe(false);
		expect(sandbox.webhooks.registrations).toEqual([]);
	});

	test('refuses what is no address, or has another name', async () => {
		for (const body of [{ [param]: 'nowhere' }, { [param]: 'ftp://x.example' }, { address: receiver.url }]) {
			const answer = await call(sandbox, 'POST', path, body, key);
			expect(answer.status).toBe(400);
			expect(answer.body).toMatchObject({ code: 'ERROR_CODE_INPUT_ERROR', payload: { param } });
		}
	});

	test.each(['GET', 'DELETE'])('has no %s: a key can neither list nor remove', async (method) => {
		expect((await call(sandbox, method, path, undefined, key)).status).toBe(404);
	});
});

describe('a second registration', () => {
	test('replaces the first of its kind, and no other', async () => {
		await call(sandbox, 'POST', '/api:dBShrB6H/n8n', { hookUrl: 'http://127.0.0.1:1/incoming' });
		await registerBoth('http://127.0.0.1:1/first');
		await registerBoth('http://127.0.0.1:1/second');
		expect(sandbox.webhooks.registrations.map(({ url }) => url)).toEqual([
			'http://127.0.0.1:1/incoming',
			'http://127.0.0.1:1/second',
		]);
	});

	test('is added by setting, so that the same address gets everything twice', async () => {
		sandbox.configure({ webhooks: { secondRegistration: 'adds' } });
		await registerBoth();
		await registerBoth();
		expect(await payloadsOf(() => write(contacts.olivia, 'Hello'))).toHaveLength(2);
	});
});

describe('what a webhook says', () => {
	beforeEach(() => registerBoth());

	test('of a message of a contact', async () => {
		const [payload] = await payloadsOf(() => write(contacts.olivia, 'Can I bring my sister?'));
		const lastMessages = JSON.parse(payload?.['last_messages'] as string);
		expect(lastMessages).toEqual([
			{
				type: 'user',
				content: 'Can I bring my sister?',
				timestamp: '2027-01-10T12:00:00.000Z',
				content_type: 'text',
			},
			expect.objectContaining({ type: 'user', content: 'Friday works. See you there 👍' }),
			expect.objectContaining({ type: 'bot', timestamp: '2027-01-09T11:00:00.000Z' }),
			expect.objectContaining({ type: 'user', timestamp: '2027-01-09T10:00:00.000Z' }),
		]);
		expect(payload).toEqual({
			last_messages: expect.any(String),
			conversation_paragraph:
				'User (12:00:00 PM): Can I bring my sister? ; User (10:00:00 AM): Friday works. See you there 👍 ; ' +
				'Bot (11:00:00 AM): It is. Would you like to see it on Friday at 10? ; ' +
				'User (10:00:00 AM): Hi, is the house on Pier Street still available?',
			phone_number: contacts.olivia,
			recipient_name: 'Olivia Grant',
			user_id: DEMO.userId,
			last_message_of_user: 'Can I bring my sister?',
			last_message_of_bot: 'It is. Would you like to see it on Friday at 10?',
			message_type: 'text',
			user_last_message_time: NOON_MS / 1000,
			bot_last_message_time: NOON_MS / 1000 - 25 * 3600,
			attachment_url: null,
			note: expect.stringContaining('olivia.grant@example.com'),
			note_automation: '',
			labels: 'Buyer, Hot Lead',
			incoming_message: true,
			send_by: '',
			was_message_by_human: true,
			is_scheduled: false,
			scheduled_messages: '',
		});
	});

	test('of a message of the business: the number is a number, and who sent it is told', async () => {
		const payloads = await payloadsOf(async () => {
			await sendText(sandbox, contacts.olivia, 'By a program');
			sandbox.writeAsTeammate({ phone: contacts.olivia, text: 'On the phone' });
			sandbox.writeAsTeammate({ phone: contacts.olivia, text: 'In the inbox', sendBy: 'Amelia Hart' });
		});
		const told = payloads.map(({ last_message_of_bot, send_by, was_message_by_human }) => [
			last_message_of_bot,
			send_by,
			was_message_by_human,
		]);
		expect(told).toEqual(
			expect.arrayContaining([
				['By a program', 'n8n', false],
				['On the phone', 'WhatsApp App', true],
				['In the inbox', 'Amelia Hart', true],
			]),
		);
		for (const { phone_number, incoming_message } of payloads) {
			expect(phone_number).toBe(Number(contacts.olivia));
			expect(incoming_message).toBe(false);
		}
	});

	test('of somebody new: no id of the message, no time of the business, the name from WhatsApp', async () => {
		const [payload] = await payloadsOf(() =>
			sandbox.receive({ phone: '+14155550199', name: 'Tom', text: 'Hi' }),
		);
		expect(payload).toMatchObject({
			phone_number: '14155550199',
			recipient_name: 'Tom',
			bot_last_message_time: 0,
			last_message_of_bot: '',
			labels: '',
		});
		expect(JSON.stringify(payload)).not.toContain('wamid');
	});

	test('of two equal messages is the same but for the time', async () => {
		const [first] = await payloadsOf(() => write(contacts.joao, 'Oi'));
		sandbox.clock.advance(5000);
		const [second] = await payloadsOf(() => write(contacts.joao, 'Oi'));
		expect(first?.['user_last_message_time']).toBe(NOON_MS / 1000);
		expect(second?.['user_last_message_time']).toBe(NOON_MS / 1000 + 5);
	});

	test('of a file: its address, which is good for 24 hours', async () => {
		const file = { name: 'signed offer.pdf', mimeType: 'application/pdf', contentBase64: btoa('%PDF') };
		const [payload] = await payloadsOf(() =>
			sandbox.receive({ phone: contacts.olivia, type: 'document', file }),
		);
		const address = payload?.['attachment_url'] as string;
		expect(payload).toMatchObject({ message_type: 'document', last_message_of_user: '' });
		expect(payload?.['conversation_paragraph']).toMatch(/^User \(12:00:00 PM\): \[Document\] ;/);
		expect(JSON.parse(payload?.['last_messages'] as string)[0]).toMatchObject({
			content: '',
			content_type: 'document',
			media_url: address,
		});
		const fetched = await fetch(address);
		expect(await fetched.text()).toBe('%PDF');
		sandbox.clock.advance(86_400_000);
		expect((await fetch(address)).status).toBe(404);
	});

	test('of a voice message: its words', async () => {
		const file = { name: 'voice.ogg', mimeType: 'audio/ogg', contentBase64: '' };
		const [payload] = await payloadsOf(() =>
			sandbox.receive({ phone: contacts.olivia, type: 'audio', text: 'Call me back', file }),
		);
		expect(payload).toMatchObject({
			message_type: 'audio',
			last_message_of_user: '[Audio transcription]: Call me back',
		});
	});

	test('of a location', async () => {
		const place = { latitude: 40.7, longitude: -74.01, name: 'Pier Street' };
		const [payload] = await payloadsOf(() => sandbox.receive({ phone: contacts.olivia, location: place }));
		expect(payload).toMatchObject({ message_type: 'location', attachment_url: null });
		expect(JSON.parse(payload?.['last_messages'] as string)[0].content).toBe('40.7,-74.01');
	});

	test('of a template: the text that the contact sees', async () => {
		const [payload] = await payloadsOf(() => sendTemplate(sandbox, templates.welcome, { body1: 'Olivia' }));
		expect(payload?.['last_message_of_bot']).toMatch(/^Hi Olivia, thanks/);
	});

	test('of the first message that an ad brought: the ad, and of the next none', async () => {
		const [first] = await payloadsOf(() =>
			sandbox.receive({ phone: '14155550199', text: 'Info', referral: true }),
		);
		expect(first?.['referral']).toMatchObject({ source_type: 'ad', ctwa_clid: expect.any(String) });
		const [next] = await payloadsOf(() => write('14155550199', 'Hello?'));
		expect(next).not.toHaveProperty('referral');
	});

	test('of a scheduled message: that it was, and before it, what waits', async () => {
		await sendText(sandbox, contacts.olivia, 'See you tomorrow', {
			is_schedule: true,
			schedule_type: 'relative',
			unit_of_time_name: 'hours',
			unit_of_time_value: 1,
		});
		const [before] = await payloadsOf(() => write(contacts.olivia, 'Hello'));
		expect(before).toMatchObject({
			is_scheduled: false,
			scheduled_messages: 'Message 1: "See you tomorrow"',
		});
		const [after] = await payloadsOf(() => sandbox.clock.advance(3_600_000));
		expect(after).toMatchObject({
			is_scheduled: true,
			scheduled_messages: '',
			last_message_of_bot: 'See you tomorrow',
		});
	});

	test('of a long conversation: its last twenty messages', async () => {
		const payloads = await payloadsOf(() => {
			for (let number = 1; number <= 30; number++) write(contacts.joao, `Message ${number}`);
			write(contacts.joao, 'The last');
		});
		const payload = payloads.find(({ last_message_of_user }) => last_message_of_user === 'The last');
		const contents = JSON.parse(payload?.['last_messages'] as string).map(
			({ content }: { content: string }) => content,
		);
		expect(contents).toHaveLength(20);
		expect([contents[0], contents.at(-1)]).toEqual(['The last', 'Message 12']);
	});

	test.each(['مرحبا 👋🏽', 'שלום\nעולם', '"quoted" \\ ; ; text', '👩‍👩‍👧‍👦'])(
		'%j arrives as it was written',
		async (text) => {
			const [payload] = await payloadsOf(() => write(contacts.noa, text));
			expect(payload?.['last_message_of_user']).toBe(text);
			expect(JSON.parse(payload?.['last_messages'] as string)[0].content).toBe(text);
		},
	);
});

describe('settings', () => {
	beforeEach(() => registerBoth());
	const payloadWith = async (
		settings: object,
		action: () => unknown = () => write(contacts.olivia, 'Hi'),
	) => {
		sandbox.configure({ webhooks: settings });
		const [payload] = await payloadsOf(action);
		return payload;
	};

	test('make last_messages a list', async () => {
		const payload = await payloadWith({ lastMessages: 'list' });
		expect(payload?.['last_messages']).toEqual(
			expect.arrayContaining([expect.objectContaining({ content: 'Hi' })]),
		);
	});

	test.each([
		['text', 'incoming', contacts.olivia],
		['text', 'outgoing', contacts.olivia],
		['number', 'incoming', Number(contacts.olivia)],
		['number', 'outgoing', Number(contacts.olivia)],
	])('make phone_number a %s in %s messages', async (phoneNumber, direction, expected) => {
		const action = () =>
			direction === 'incoming' ? write(contacts.olivia, 'Hi') : sendText(sandbox, contacts.olivia);
		expect((await payloadWith({ phoneNumber }, action))?.['phone_number']).toBe(expected);
	});

	test('tell times in ms', async () => {
		expect((await payloadWith({ timeUnit: 'ms' }))?.['user_last_message_time']).toBe(NOON_MS);
	});

	test('put the ad into an envelope of the Cloud API', async () => {
		const payload = await payloadWith({ referralIn: 'cloudApi' }, () =>
			sandbox.receive({ phone: contacts.joao, text: 'Info', referral: true }),
		);
		expect(payload).not.toHaveProperty('referral');
		expect(payload).toMatchObject({
			object: 'whatsapp_business_account',
			entry: [
				{ changes: [{ value: { messages: [{ from: contacts.joao, referral: { source_type: 'ad' } }] } }] },
			],
		});
	});

	test('deliver everything twice', async () => {
		sandbox.configure({ webhooks: { duplicates: true } });
		expect(await payloadsOf(() => write(contacts.olivia, 'Hi'))).toHaveLength(2);
	});
});

describe('the other products', () => {
	test("WhatsAble's payload lacks the direction, and writes the number with +", async () => {
		await call(sandbox, 'POST', '/api:KXAU3bZ4/n8n/webhook', { url: receiver.url }, keys.whatsable);
		const [payload] = await payloadsOf(() =>
			sandbox.receive({ product: 'whatsable', phone: contacts.olivia, text: 'Hi' }),
		);
		expect(payload).toMatchObject({ phone_number: `+${contacts.olivia}`, last_message_of_user: 'Hi' });
		for (const name of ['incoming_message', 'send_by', 'was_message_by_human', 'is_scheduled']) {
			expect(payload).not.toHaveProperty(name);
		}
	});

	test("Notifier's payload has the business, but no times, note and labels", async () => {
		const path = '/api:gncnl2D6/n8n/notifier/webhook';
		await call(sandbox, 'POST', path, { url: receiver.url }, keys.notifier);
		const [payload] = await payloadsOf(() =>
			sandbox.receive({ product: 'notifier', phone: contacts.olivia, text: 'Hi' }),
		);
		expect(Object.keys(payload ?? {}).sort()).toEqual([
			'business_info',
			'conversation_paragraph',
			'last_message_of_bot',
			'last_message_of_user',
			'last_messages',
			'message_type',
			'phone_number',
			'user_id',
		]);
	});

	test('tell their own messages only', async () => {
		await registerBoth();
		const payloads = await payloadsOf(async () => {
			sandbox.receive({ product: 'whatsable', phone: contacts.olivia, text: 'Hi' });
			const body = { to: '+12125550101', text: 'Reminder' };
			await call(sandbox, 'POST', `${DASHBOARD}/send`, body, keys.whatsable);
		});
		expect(payloads).toEqual([]);
	});
});

describe('the dashboard', () => {
	test('adds an address for the directions that are wanted, once', async () => {
		sandbox.webhooks.add({ url: receiver.url, incoming: false });
		expect(() => sandbox.webhooks.add({ url: receiver.url })).toThrow('Same webhook exist');
		const payloads = await payloadsOf(async () => {
			write(contacts.olivia, 'Hi');
			await sendText(sandbox, contacts.olivia, 'Hello');
		});
		expect(payloads).toMatchObject([{ incoming_message: false }]);
	});

	test('can have deliveries signed, with a value that is always the same', async () => {
		const { signature } = sandbox.webhooks.add({ url: receiver.url, signed: true });
		expect(Buffer.from(signature ?? '', 'base64url')).toHaveLength(128);
		expect(signature).toMatch(/^[\w-]{171}$/);
		await payloadsOf(() => ['One', 'Two'].forEach((text) => write(contacts.olivia, text)));
		const signatures = receiver.received.map(({ headers }) => headers['x-webhook-signature']);
		expect(signatures).toEqual([signature, signature]);
	});

	test('can remove what a key has registered, and never signs for a key', async () => {
		const { body } = await registerBoth();
		await payloadsOf(() => write(contacts.olivia, 'Hi'));
		expect(receiver.received[0]?.headers).not.toHaveProperty('x-webhook-signature');
		expect(sandbox.webhooks.remove(body.id)).toBe(true);
		expect(sandbox.webhooks.remove(body.id)).toBe(false);
		expect(await payloadsOf(() => write(contacts.olivia, 'Hi'))).toEqual([]);
	});
});

describe('a delivery', () => {
	beforeEach(() => registerBoth());

	test.each([500, 404, 302, 'none'] as const)(
		'is repeated with the same body when it is answered with %s',
		async (answer) => {
			sandbox.configure({ webhooks: { timeoutMs: 200 } });
			receiver.clear();
			receiver.answers = [answer];
			write(contacts.olivia, 'Hi');
			await sandbox.webhooks.idle();
			expect(receiver.received).toHaveLength(2);
			expect(receiver.received[0]?.raw).toEqual(receiver.received[1]?.raw);
			expect(sandbox.webhooks.deliveries.at(-1)?.status).toBe('delivered');
		},
	);

	test('is given up in the end', async () => {
		sandbox.configure({ webhooks: { retries: 2 } });
		receiver.clear();
		receiver.answers = [500, 500, 500, 500];
		write(contacts.olivia, 'Hi');
		await sandbox.webhooks.idle();
		expect(sandbox.webhooks.deliveries.at(-1)).toMatchObject({ status: 'failed', type: 'incoming' });
		expect(receiver.received).toHaveLength(3);
	});

	test('waits ten seconds for an answer unless told', async () => {
		const fresh = await start();
		expect(fresh.settings.webhooks).toMatchObject({ timeoutMs: 10_000, lastMessages: 'text', timeUnit: 's' });
		await fresh.close();
	});

	test('can be made once more', async () => {
		await payloadsOf(() => write(contacts.olivia, 'Hi'));
		const { webhookId } = sandbox.webhooks.deliveries.at(-1) ?? { webhookId: '' };
		expect(await payloadsOf(() => sandbox.webhooks.resend(webhookId))).toMatchObject([
			{ last_message_of_user: 'Hi' },
		]);
		expect(() => sandbox.webhooks.resend('nothing')).toThrow();
	});
});

describe('controls over HTTP', () => {
	test('register as the dashboard, tell what there is, resend and remove', async () => {
		const added = await control(sandbox, 'POST', '/webhooks', { url: receiver.url, signed: true });
		expect(added.status).toBe(201);
		expect((await control(sandbox, 'POST', '/webhooks', { url: receiver.url })).body.message).toBe(
			'Same webhook exist',
		);
		expect((await control(sandbox, 'POST', '/webhooks', { url: 'nowhere' })).status).toBe(400);
		await payloadsOf(() => write(contacts.olivia, 'Hi'));
		const { body } = await control(sandbox, 'GET', '/webhooks');
		expect(body).toMatchObject({
			registrations: [{ source: 'dashboard', url: receiver.url }],
			counts: { delivered: 1 },
			deliveries: [{ type: 'incoming', status: 'delivered' }],
		});
		const [{ webhookId, at }] = body.deliveries;
		expect((await control(sandbox, 'GET', `/webhooks?since=${at}`)).body.deliveries).toEqual([]);
		const again = () => control(sandbox, 'POST', `/webhooks/deliveries/${webhookId}/resend`);
		expect(await payloadsOf(again)).toHaveLength(1);
		expect((await control(sandbox, 'POST', '/webhooks/deliveries/nothing/resend')).status).toBe(400);
		expect((await control(sandbox, 'DELETE', `/webhooks/${added.body.id}`)).body.registrations).toEqual([]);
		expect((await control(sandbox, 'DELETE', `/webhooks/${added.body.id}`)).status).toBe(404);
	});
});

test('labels are set before a message is announced', async () => {
	await registerBoth();
	const [payload] = await payloadsOf(() =>
		sendText(sandbox, contacts.priya, 'Hello', { labels: [labels.buyer] }),
	);
	expect(payload?.['labels']).toBe('New Lead, Buyer');
});
