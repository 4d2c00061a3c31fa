import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { DEMO, startSandbox } from '../../../support/whatsAble';
import type { TriggerRun } from '../../../support/whatsAbleTrigger';
import { delivery, post, registeredUrl, startTrigger } from '../../../support/whatsAbleTrigger';

const { olivia, priya } = DEMO.contacts;

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

async function active(options: TriggerRun = {}): Promise<TriggerServer> {
	const server = await startTrigger(sandbox, options);
	servers.push(server);
	await server.activate();
	return server;
}

test('a message that is delivered twice starts the workflow once', async () => {
	sandbox.configure({ webhooks: { duplicates: true } });
	const server = await active();
	for (const text of ['One', 'Two', 'Three']) sandbox.receive({ phone: olivia, text });
	await sandbox.webhooks.idle();
	expect(sandbox.webhooks.deliveries.flatMap(({ tries }) => tries).length).toBeGreaterThanOrEqual(6);
	expect(server.executions.map(({ text }) => text).sort()).toEqual(['One', 'Three', 'Two']);
});

test('where a second registration is added instead of replacing the first, each message starts the workflow once', async () => {
	sandbox.configure({ webhooks: { secondRegistration: 'adds' } });
	const server = await active();
	await server.activate();
	await server.activate();
	expect(sandbox.webhooks.registrations).toHaveLength(3);
	sandbox.receive({ phone: olivia, text: 'Once' });
	await sandbox.webhooks.idle();
	expect(server.executions).toHaveLength(1);
});

test('a hundred repeats at the same moment start the workflow once', async () => {
	const server = await active();
	const body = delivery();
	const replies = await Promise.all(
		Array.from({ length: 100 }, async () => await post(registeredUrl(sandbox), body)),
	);
	expect(replies.every(({ status }) => status === 200)).toBe(true);
	expect(server.executions).toHaveLength(1);
});

test('a repeat in another form is the same message: number for text, list for text', async () => {
	const server = await active();
	const body = delivery();
	await post(registeredUrl(sandbox), body);
	await post(registeredUrl(sandbox), {
		...body,
		phone_number: Number(body.phone_number),
		last_messages: JSON.parse(String(body.last_messages)),
		note: 'changed meanwhile',
	});
	expect(server.executions).toHaveLength(1);
});

test('the same text of two people, and twice of one, are different messages', async () => {
	const server = await active();
	sandbox.receive({ phone: olivia, text: 'Yes' });
	sandbox.receive({ phone: priya, text: 'Yes' });
	sandbox.clock.advance(5);
	sandbox.receive({ phone: olivia, text: 'Yes' });
	await sandbox.webhooks.idle();
	expect(server.executions).toHaveLength(3);
});

test('a delivery that n8n could not take is delivered again, and starts the workflow then', async () => {
	const server = await active();
	let refusals = 0;
	server.beforeExecution = () => {
		refusals += 1;
		if (refusals <= 2) throw new Error('n8n is out of order');
	};
	sandbox.receive({ phone: olivia, text: 'Important' });
	await sandbox.webhooks.idle();
	expect(sandbox.webhooks.deliveries[0]?.tries.map(({ status }) => status)).toEqual([500, 500, 200]);
	expect(server.executions).toMatchObject([{ text: 'Important' }]);
});

test('two workflows each get every message', async () => {
	const [first, second] = [await active(), await active()];
	sandbox.configure({ webhooks: { secondRegistration: 'adds' } });
	await first.activate();
	sandbox.receive({ phone: olivia, text: 'For both' });
	await sandbox.webhooks.idle();
	expect([first.executions.length, second.executions.length]).toEqual([1, 1]);
});

test('in a test run, an operator can send the same message again', async () => {
	const server = await startTrigger(sandbox, { mode: 'manual' });
	servers.push(server);
	const body = delivery();
	await post(server.url, body);
	await post(server.url, body);
	expect(server.executions).toHaveLength(2);
});
