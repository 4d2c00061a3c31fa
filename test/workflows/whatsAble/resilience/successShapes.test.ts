import type { IDataObject } from 'n8n-workflow';

import type { WritingEndpoint } from '../../../../nodes/WhatsAble/api/responses/successes';
import { SUCCESS_SHAPES } from '../../../../nodes/WhatsAble/api/responses/successes';
import { ENDPOINTS } from '../../../../nodes/WhatsAble/api/endpoints';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { examples, runExample } from '../../../cases/whatsAble';
import { startForwarder } from '../../../support/odd/forwarder';
import { DEMO, startSandbox } from '../../../support/whatsAble';
import { startTrigger } from '../../../support/whatsAbleTrigger';

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const meta = {
	messaging_product: 'whatsapp',
	contacts: [{ input: '14155550132', wa_id: '14155550132' }],
	messages: [{ id: 'wamid.abc', message_status: 'accepted' }],
};
const plain = { success: true, message: 'Operation completed successfully' };

/** Responses as they are documented or sampled, and the id of the message where one is in them. */
const SENT: Array<[WritingEndpoint, string, IDataObject, string?]> = [
	['sendTemplate', 'documented', { success: true, whatsapp_response_info: meta }, 'wamid.abc'],
	['sendTemplate', 'sampled', plain],
	[
		'sendTemplate',
		'with an error that says that there is none',
		{ success: true, error: null, errors: [], code: 200, failed: 0, message: 'Sent without errors' },
	],
	['sendTemplate', "Meta's own", meta, 'wamid.abc'],
	[
		'sendFreeForm',
		'documented',
		{ success: true, message: 'Message sent', whatsapp_response_info: meta },
		'wamid.abc',
	],
	['sendFreeForm', 'of a queued message', { success: true, message: 'Message scheduled successfully' }],
	['sendFreeForm', "Meta's own", meta, 'wamid.abc'],
	[
		'whatsAbleSend',
		'documented',
		{ success: true, message: 'Message sent successfully', details: meta },
		'wamid.abc',
	],
	['whatsAbleSend', 'sampled', { message: 'Message sent successfully' }],
	['whatsAbleGroupSend', 'sampled', plain],
	[
		'whatsAbleGroupSend',
		'sampled earlier',
		{ session: 'one', to: '1@g.us', message: 'Hello group!', status: 'sent' },
	],
	['notifierSend', 'documented', { message: 'Message sent successfully' }],
	['notifierSend', 'sampled', plain],
	['updateContact', 'sampled', plain],
];

const REGISTERED: Array<[string, WritingEndpoint, IDataObject, string, string]> = [
	['a yes', 'registerIncoming', { success: true }, 'incoming', DEMO.keys.notifyer],
	['an id', 'registerIncoming', { id: 42, url: 'https://n8n.example.com' }, 'incoming', DEMO.keys.notifyer],
	['a yes', 'registerBoth', { success: true }, 'incomingAndOutgoing', DEMO.keys.notifyer],
	['an id', 'registerBoth', { hook_id: 'abc' }, 'incomingAndOutgoing', DEMO.keys.notifyer],
	['a yes', 'registerWhatsAble', { success: true }, 'incoming', DEMO.keys.whatsable],
	['an id', 'registerWhatsAble', { id: 7 }, 'incoming', DEMO.keys.whatsable],
	['a yes', 'registerNotifier', { success: true }, 'incoming', DEMO.keys.notifier],
	['an id', 'registerNotifier', { id: 7 }, 'incoming', DEMO.keys.notifier],
];

const isWrite = ({ method }: { method: string }) => method !== 'GET';

test('every response that is taken for a success is tried here, and has its source', () => {
	const tried = [
		...SENT.map(([name, , body]) => [name, body]),
		...REGISTERED.map(([, name, body]) => [name, body]),
	] as Array<[WritingEndpoint, IDataObject]>;
	const untried = Object.entries(SUCCESS_SHAPES).flatMap(([name, shapes]) =>
		shapes
			.filter(({ fits }) => !tried.some(([endpoint, body]) => endpoint === name && fits(body)))
			.map(({ shape }) => `${name}: ${shape}`),
	);
	expect(untried).toEqual([]);
	for (const { source } of Object.values(SUCCESS_SHAPES).flat()) expect(source.length).toBeGreaterThan(20);
});

test.each(SENT.map(([endpoint, name, body, id = '']) => [endpoint, name, body, id] as const))(
	'a success is taken for one: %s, %s',
	async (endpoint, _, body, id) => {
		const met = new Set<string>();
		for (const operation of Object.keys(examples)) {
			const forwarder = await startForwarder(sandbox.url, {
				replaces: ({ method, path }) => {
					if (!isWrite({ method }) || path !== ENDPOINTS[endpoint].path.value) return undefined;
					met.add(operation);
					return { status: 200, body: JSON.stringify(body), isUnsent: true };
				},
			});
			const { run } = await runExample(sandbox, operation, { baseUrl: forwarder.url });
			await forwarder.close();
			if (!met.has(operation)) continue;
			expect(`${run.error?.message ?? ''}${run.error?.description ?? ''}`).toBe('');
			expect(run.items.map(({ json }) => json.message_id ?? '')).toEqual([id]);
		}
		expect(met.size).toBeGreaterThan(0);
	},
);

test.each(REGISTERED)(
	'a registration is taken for one by %s: %s',
	async (_, endpoint, body, messages, apiKey) => {
		const forwarder = await startForwarder(sandbox.url, {
			replaces: ({ method, path }) =>
				isWrite({ method }) && path === ENDPOINTS[endpoint].path.value
					? { status: 200, body: JSON.stringify(body), isUnsent: true }
					: undefined,
		});
		const server = await startTrigger({ ...sandbox, url: forwarder.url } as WhatsAbleSandbox, {
			apiKey,
			parameters: { messages },
		});
		await server.activate().finally(async () => {
			await server.close();
			await forwarder.close();
		});
		expect(JSON.stringify(server.staticData)).toContain('"registered"');
	},
);

test('a message is sent, whatever the words of it that the response repeats', async () => {
	const text = 'Do not open the door: access denied, error 404';
	const forwarder = await startForwarder(sandbox.url, {
		replaces: (request) =>
			isWrite(request)
				? { status: 200, body: JSON.stringify({ to: '1@g.us', message: text, status: 'sent' }) }
				: undefined,
	});
	const { run } = await runExample(sandbox, 'whatsAbleMessage.sendToGroup', {
		baseUrl: forwarder.url,
		parameters: { text },
	});
	await forwarder.close();
	expect(run.error?.message ?? '').toBe('');
	expect(run.items).toHaveLength(1);
});
