import { WhatsAbleSyncApi } from '../../../../credentials/WhatsAbleSyncApi.credentials';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { testCredential } from '../../../credentials/testCredential';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { DEMO, startSandbox } from '../../../support/whatsAble';
import { delivery, post, registeredUrl, startTrigger } from '../../../support/whatsAbleTrigger';
import { choicesOf, fields, fieldsOf, trigger } from './fields';

/** Faults of the vendor's own n8n package that ours must never have. */

let sandbox: WhatsAbleSandbox;
let server: TriggerServer | undefined;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	await server?.close();
	server = undefined;
	await sandbox.close();
});

test('1: testing a credential registers no webhook, and a credential belongs to no workflow', async () => {
	const credential = new WhatsAbleSyncApi();
	await testCredential(credential, { apiKey: DEMO.keys.notifyer, baseUrl: sandbox.url });
	expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET']);
	expect(sandbox.webhooks.registrations).toEqual([]);
	expect(credential.properties.map(({ name }) => name)).toEqual(['apiKey', 'baseUrl']);
});

test('2: activation registers the trigger, a test run listens without registering, and the form says what stays behind', async () => {
	server = await startTrigger(sandbox);
	await server.activate();
	expect(sandbox.webhooks.registrations).toHaveLength(1);
	await server.close();

	server = await startTrigger(sandbox, { mode: 'manual' });
	sandbox.requests.length = 0;
	await server.activate('manual');
	expect(sandbox.requests).toEqual([]);
	expect((await post(server.url, delivery())).status).toBe(200);
	expect(server.executions).toHaveLength(1);

	const notices = fieldsOf(trigger.description).filter(({ type }) => type === 'notice');
	const text = notices.map(({ displayName }) => displayName).join(' ');
	expect(text).toContain('no way to unregister');
	expect(text).toContain('A second registration may replace the first');
	expect(text).toContain('A test run registers nothing');
});

test('3: the URL cannot be guessed, strangers are refused, messages are filtered, and the list of messages is one', async () => {
	const [webhook] = trigger.description.webhooks ?? [];
	expect(webhook?.isFullPath).toBeUndefined();
	server = await startTrigger(sandbox, { parameters: { filters: { messageTypes: ['text'] } } });
	await server.activate();
	const url = new URL(registeredUrl(sandbox));
	expect(url.searchParams.get('token')?.length).toBeGreaterThanOrEqual(32);
	expect((await post(`${url.origin}${url.pathname}`, delivery())).status).toBe(401);
	await post(url.href, delivery({ message_type: 'image' }));
	await post(url.href, delivery());
	expect(server.executions).toHaveLength(1);
	expect(server.executions[0]?.last_messages).toEqual([expect.objectContaining({ content: 'Hello' })]);
});

test('4: no form has a list with a single entry, and none asks for an HTTP method', () => {
	const lists = fields
		.filter(({ name }) => name !== 'operation')
		.map((field) => [field.name, choicesOf(field).length]);
	expect(lists.filter(([, count]) => count === 1)).toEqual([]);
	expect(fields.filter(({ displayName }) => /http method/i.test(displayName))).toEqual([]);
});
