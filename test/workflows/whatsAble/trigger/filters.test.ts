import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import type { TriggerServer } from '../../../support/running/runWebhook';
import { DEMO, startSandbox, succeed } from '../../../support/whatsAble';
import { delivery, post, registeredUrl, startTrigger } from '../../../support/whatsAbleTrigger';

const { olivia, priya, camille } = DEMO.contacts;

let sandbox: WhatsAbleSandbox;
let server: TriggerServer | undefined;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	await server?.close();
	await sandbox.close();
});

/** The texts that started a workflow with these filters, after a day in the life of the business. */
async function textsWith(filters: IDataObject, messages = 'incomingAndOutgoing'): Promise<string[]> {
	server = await startTrigger(sandbox, { parameters: { messages, filters } });
	await server.activate();
	sandbox.receive({ phone: olivia, text: 'from a buyer' });
	await sandbox.webhooks.idle();
	sandbox.receive({ phone: camille, text: 'first of a stranger' });
	await sandbox.webhooks.idle();
	sandbox.receive({ phone: camille, text: 'second of a stranger' });
	await sandbox.webhooks.idle();
	sandbox.receive({
		phone: priya,
		type: 'image',
		text: 'a picture',
		file: { link: 'https://example.com/a.jpg', name: 'a.jpg' },
	});
	await sandbox.webhooks.idle();
	sandbox.writeAsTeammate({ phone: olivia, text: 'by a teammate', sendBy: 'Ben Okafor' });
	await sandbox.webhooks.idle();
	await succeed(sandbox, 'message.sendText', { parameters: { phoneNumber: olivia, text: 'by n8n' } });
	await sandbox.webhooks.idle();
	expect(sandbox.webhooks.deliveries.every(({ status }) => status === 'delivered')).toBe(true);
	expect(server.errors).toEqual([]);
	return server.executions.map(({ text }) => String(text));
}

const INCOMING = ['from a buyer', 'first of a stranger', 'second of a stranger', 'a picture'];
const OUTGOING = ['by a teammate', 'by n8n'];

test.each<[string, IDataObject, string[]]>([
	['none', {}, [...INCOMING, ...OUTGOING]],
	['any direction', { direction: 'any' }, [...INCOMING, ...OUTGOING]],
	['incoming', { direction: 'incoming' }, INCOMING],
	['outgoing', { direction: 'outgoing' }, OUTGOING],
	['a type', { messageTypes: ['image', 'document'] }, ['a picture']],
	['no type chosen', { messageTypes: [] }, [...INCOMING, ...OUTGOING]],
	['labels, whatever their case', { labels: 'hot lead, Seller' }, ['from a buyer', ...OUTGOING]],
	['a label that nobody has', { labels: 'Do Not Disturb' }, []],
	['the first message of a contact', { firstMessageOnly: true }, ['first of a stranger']],
	['humans', { sentBy: 'human' }, [...INCOMING, 'by a teammate']],
	['automations', { sentBy: 'automation', direction: 'outgoing' }, ['by n8n']],
	['several at once', { direction: 'incoming', labels: 'Buyer', messageTypes: ['text'] }, ['from a buyer']],
])('only what passes the filter starts the workflow: %s', async (_, filters, texts) => {
	expect(await textsWith(filters)).toEqual(texts);
});

test('with incoming messages alone, nothing of the business starts the workflow', async () => {
	expect(await textsWith({}, 'incoming')).toEqual(INCOMING);
	// Nor where the address is registered for both, from an earlier setting.
	const outgoing = delivery({ incoming_message: false, last_message_of_bot: 'by the business' });
	expect((await post(registeredUrl(sandbox), outgoing)).status).toBe(200);
	expect(server?.executions).toHaveLength(INCOMING.length);
});
