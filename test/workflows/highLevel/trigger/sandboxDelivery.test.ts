import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { WEBHOOK_EVENTS } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { storeContact } from '../../../support/sandboxRuns';
import { startApp } from './deliveries';

let sandbox: HighLevelSandbox;
let server: TriggerServer;

beforeEach(async () => {
	sandbox = await startSandbox();
	server = await startApp({ options: { publicKey: sandbox.webhooks.publicKey } });
	sandbox.configure({ webhooks: { url: server.url, baseDelayMs: 5 } });
});

afterEach(async () => {
	expect(server.errors).toEqual([]);
	await server.close();
	await sandbox.close();
});

const ids = () => server.executions.map(({ webhookId }) => webhookId as string);

test('what happens to a contact in HighLevel starts the workflow', async () => {
	const contactId = storeContact(sandbox, { firstName: 'Ada' });
	sandbox.state.updateContact(contactId, { tags: ['vip'] });
	await sandbox.webhooks.idle();
	sandbox.state.removeContact(contactId);
	await sandbox.webhooks.idle();
	const events = server.executions.map(({ event }) => event);
	expect(events.sort()).toEqual(['contactCreated', 'contactDeleted', 'contactTagUpdated']);
	expect(sandbox.webhooks.deliveries.map(({ status }) => status)).toEqual(events.map(() => 'delivered'));
});

test('90 events start 90 executions, though each is delivered twice, in disorder, and n8n fails on every third', async () => {
	sandbox.configure({ webhooks: { duplicates: true, outOfOrder: true } });
	let count = 0;
	server.beforeExecution = () => {
		count += 1;
		if (count % 3 === 0) throw new Error('The database is locked');
	};
	for (let index = 0; index < 90; index++) {
		const type = WEBHOOK_EVENTS[index % WEBHOOK_EVENTS.length] ?? '';
		sandbox.webhooks.send({ type, locationId: DEMO.locationId, id: `record-${index}` });
	}
	await sandbox.webhooks.idle();
	expect(sandbox.webhooks.deliveries.filter(({ status }) => status !== 'delivered')).toEqual([]);
	expect(ids().sort()).toEqual(sandbox.webhooks.deliveries.map(({ webhookId }) => webhookId).sort());
	expect(new Set(ids()).size).toBe(90);
});

test('an event that a person sends again from the list of deliveries starts nothing', async () => {
	sandbox.webhooks.send({ type: 'ContactCreate', locationId: DEMO.locationId, id: '1' });
	await sandbox.webhooks.idle();
	sandbox.webhooks.resend(String(ids()[0]));
	await sandbox.webhooks.idle();
	expect(server.executions).toHaveLength(1);
	expect(sandbox.webhooks.deliveries[0]?.tries.map(({ status }) => status)).toEqual([200, 200]);
});
