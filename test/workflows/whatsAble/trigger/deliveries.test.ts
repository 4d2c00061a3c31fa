import { ENVELOPE_FIELDS } from '../../../../nodes/core/events/envelope';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { DEMO, startSandbox, succeed } from '../../../support/whatsAble';
import type { TriggerRun } from '../../../support/whatsAbleTrigger';
import { delivery, post, registeredUrl, startTrigger } from '../../../support/whatsAbleTrigger';

const { olivia, khalid, maria } = DEMO.contacts;

let sandbox: WhatsAbleSandbox;
const servers: TriggerServer[] = [];

beforeEach(async () => {
	sandbox = await startSandbox();
	sandbox.configure({ webhooks: { baseDelayMs: 20 } });
});
afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
	await sandbox.close();
});

/** A trigger that is registered with the sandbox. */
async function active(options: TriggerRun = {}): Promise<TriggerServer> {
	const server = await startTrigger(sandbox, options);
	servers.push(server);
	await server.activate();
	return server;
}

const BOTH = { parameters: { messages: 'incomingAndOutgoing' } };

test('a message that a contact writes starts the workflow with all that is known', async () => {
	const server = await active();
	sandbox.receive({ phone: olivia, text: 'Is Friday still fine?' });
	await sandbox.webhooks.idle();
	expect(server.executions).toHaveLength(1);
	expect(server.executions[0]).toMatchObject({
		direction: 'incoming',
		message_type: 'text',
		text: 'Is Friday still fine?',
		phone_number: `+${olivia}`,
		recipient_name: 'Olivia Grant',
		labels: ['Buyer', 'Hot Lead'],
		is_first_message: false,
		message_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
		user_last_message_time: expect.stringMatching(/Z$/),
		note: expect.stringContaining('pier'),
	});
	expect(server.executions[0]?.last_messages).toMatchObject([
		{ type: 'user', content: 'Is Friday still fine?' },
		{},
		{},
		{},
	]);
	expect(server.errors).toEqual([]);
});

test('what a workflow is built on comes first in the item, behind what every trigger returns', async () => {
	const server = await active();
	sandbox.receive({ phone: olivia, text: 'Is Friday still fine?' });
	await sandbox.webhooks.idle();
	expect(Object.keys(server.executions[0] ?? {}).slice(0, 13)).toEqual([
		...ENVELOPE_FIELDS,
		'text',
		'direction',
		'message_time',
		'is_first_message',
		'message_type',
		'phone_number',
	]);
});

test('the delivery is answered at once with 200 and nothing in it', async () => {
	await active();
	const { status, text } = await post(registeredUrl(sandbox), delivery());
	expect([status, text]).toEqual([200, '']);
});

test('what the business writes starts the workflow too where both directions are wanted', async () => {
	const server = await active(BOTH);
	sandbox.writeAsTeammate({ phone: olivia, text: 'See you then', sendBy: 'Amelia Hart' });
	await succeed(sandbox, 'message.sendText', { parameters: { phoneNumber: olivia, text: 'A reminder' } });
	await sandbox.webhooks.idle();
	expect(server.executions).toMatchObject([
		{ direction: 'outgoing', text: 'See you then', send_by: 'Amelia Hart', phone_number: `+${olivia}` },
		{ direction: 'outgoing', text: 'A reminder', send_by: 'n8n', phone_number: `+${olivia}` },
	]);
});

test.each(['sampled', 'text', 'number'] as const)(
	'the phone number is text, however WhatsAble sends it: %s',
	async (phoneNumber) => {
		sandbox.configure({ webhooks: { phoneNumber } });
		const server = await active(BOTH);
		sandbox.receive({ phone: khalid, text: 'شكرا' });
		sandbox.writeAsTeammate({ phone: khalid, text: 'أهلا' });
		await sandbox.webhooks.idle();
		expect(server.executions.map((item) => item.phone_number)).toEqual([`+${khalid}`, `+${khalid}`]);
		expect(server.executions.map((item) => item.text)).toEqual(['شكرا', 'أهلا']);
	},
);

test.each(['s', 'ms'] as const)(
	'times are ISO 8601, whichever unit WhatsAble counts in: %s',
	async (timeUnit) => {
		sandbox.configure({ webhooks: { timeUnit } });
		const server = await active();
		const { atMs } = sandbox.receive({ phone: olivia, text: 'Hi' });
		await sandbox.webhooks.idle();
		const [item] = server.executions;
		expect(Math.abs(Date.parse(String(item?.message_time)) - atMs)).toBeLessThan(1_000);
		expect(item?.user_last_message_time).toBe(item?.message_time);
	},
);

test.each(['text', 'list'] as const)(
	'the latest messages are a list, whether they come as %s',
	async (lastMessages) => {
		sandbox.configure({ webhooks: { lastMessages } });
		const server = await active();
		sandbox.receive({ phone: olivia, text: 'Hi' });
		await sandbox.webhooks.idle();
		expect(server.executions[0]?.last_messages).toEqual(
			expect.arrayContaining([expect.objectContaining({ content: 'Hi', content_type: 'text' })]),
		);
	},
);

test.each(['payload', 'cloudApi'] as const)(
	'the ad that brought a contact is found in the %s',
	async (referralIn) => {
		sandbox.configure({ webhooks: { referralIn } });
		const server = await active();
		sandbox.receive({ phone: '12125550177', text: 'Hello', name: 'Ada', referral: true });
		await sandbox.webhooks.idle();
		expect(server.executions[0]).toMatchObject({
			is_first_message: true,
			referral: { source_type: 'ad', ctwa_clid: expect.any(String) },
		});
	},
);

test('files and places come with their type and address', async () => {
	const server = await active();
	sandbox.receive({
		phone: maria,
		file: { link: 'https://example.com/id.pdf', name: 'id.pdf' },
		type: 'document',
	});
	sandbox.receive({ phone: maria, location: { latitude: 19.43, longitude: -99.13, name: 'Zócalo' } });
	await sandbox.webhooks.idle();
	expect(server.executions).toMatchObject([
		{ message_type: 'document', attachment_url: 'https://example.com/id.pdf' },
		{ message_type: 'location' },
	]);
});

test.each([
	['whatsable', DEMO.keys.whatsable, DEMO.whatsableNumbers[0].slice(1)],
	['notifier', DEMO.keys.notifier, '14155550199'],
] as const)('messages of the other products start the workflow: %s', async (product, apiKey, phone) => {
	const server = await active({ apiKey });
	sandbox.receive({ product, phone, text: 'Hello' });
	await sandbox.webhooks.idle();
	expect(server.executions).toMatchObject([
		{ direction: 'incoming', text: 'Hello', phone_number: `+${phone}` },
	]);
});

describe('who may start the workflow', () => {
	test.each([
		['no token', (url: URL) => url.searchParams.delete('token')],
		['a wrong token', (url: URL) => url.searchParams.set('token', 'x'.repeat(32))],
		['an empty token', (url: URL) => url.searchParams.set('token', '')],
	])('a delivery with %s is refused', async (_, change) => {
		const server = await active();
		const url = new URL(registeredUrl(sandbox));
		change(url);
		expect((await post(url.href, delivery())).status).toBe(401);
		expect(server.executions).toEqual([]);
	});

	test('before anything is registered, no token is right', async () => {
		const server = await startTrigger(sandbox);
		servers.push(server);
		expect((await post(`${server.url}?token=`, delivery())).status).toBe(401);
		expect((await post(`${server.url}?token=undefined`, delivery())).status).toBe(401);
	});

	test('a URL that was entered by hand, and the Test URL, need no token', async () => {
		for (const options of [{ parameters: { registration: 'manual' } }, { mode: 'manual' } as const]) {
			const server = await startTrigger(sandbox, options);
			servers.push(server);
			expect((await post(server.url, delivery())).status).toBe(200);
			expect(server.executions).toHaveLength(1);
		}
	});

	test('a webhook that is signed in the console starts the workflow, and an unsigned one does not', async () => {
		const server = await startTrigger(sandbox, {
			parameters: { registration: 'manual', checkSignature: true },
			signatureSecret: DEMO.signature,
		});
		servers.push(server);
		sandbox.webhooks.add({ url: server.url, signed: true });
		sandbox.receive({ phone: olivia, text: 'Signed' });
		await sandbox.webhooks.idle();
		expect(server.executions).toMatchObject([{ text: 'Signed' }]);
		expect((await post(server.url, delivery())).status).toBe(401);
		const wrong = { 'X-Webhook-Signature': `${DEMO.signature.slice(0, -1)}x` };
		expect((await post(server.url, delivery(), wrong)).status).toBe(401);
		expect(server.executions).toHaveLength(1);
	});

	test('an expected signature that is empty lets nothing through', async () => {
		const server = await startTrigger(sandbox, {
			parameters: { registration: 'manual', checkSignature: true },
			signatureSecret: '',
		});
		servers.push(server);
		expect((await post(server.url, delivery(), { 'X-Webhook-Signature': '' })).status).toBe(401);
	});
});

describe('deliveries that are no messages', () => {
	test.each([
		['no JSON', '{"phone_number": ', 422],
		['a list', '[]', 400],
		['text', '"hello"', 400],
		['nothing', '', 400],
		['another envelope', '{"event":"message_status","data":{}}', 200],
		['a message without a number', '{"message_type":"text"}', 200],
	])('%s starts nothing, and is no failed execution', async (_, body, status) => {
		const server = await active();
		expect((await post(registeredUrl(sandbox), body)).status).toBe(status);
		expect(server.executions).toEqual([]);
		expect(server.errors).toEqual([]);
	});

	test('JSON that is sent as text is read all the same', async () => {
		const server = await active();
		const { status } = await post(registeredUrl(sandbox), delivery(), { 'Content-Type': 'text/plain' });
		expect(status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});

	test.each([
		[
			'fields of another kind',
			{ last_messages: 7, labels: { a: 1 }, message_type: null, incoming_message: 'yes' },
		],
		['deep nesting', { entry: [{ changes: [{ value: { messages: 'none' } }] }], referral: 'ad' }],
		['huge texts', { last_message_of_user: 'x'.repeat(1_000_000) }],
	])('%s never makes the node throw', async (_, changes) => {
		const server = await active();
		expect((await post(registeredUrl(sandbox), delivery(changes as never))).status).toBe(200);
		expect(server.errors).toEqual([]);
		expect(server.executions).toHaveLength(1);
	});
});
