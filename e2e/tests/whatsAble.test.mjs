/** WhatsAble in a real n8n: what a workflow sends appears in the chat, and what the customer types starts one. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { setStage } from '../demo/stage.mjs';
import { Browser } from '../lib/pages/browser.mjs';
import { ChatPage } from '../lib/pages/chatPage.mjs';
import { stopAll } from '../lib/children.mjs';
import { Editor } from '../lib/pages/editor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { own, rowOfNodes } from '../lib/pages/rowOfNodes.mjs';
import { TriggerFlow } from '../lib/triggerFlow.mjs';
import { SHOWN_PORTS } from '../lib/ports.mjs';

const NAME = 'Notifyer of Harborview';
const TYPE = 'whatsAbleSyncApi';

describe('WhatsAble', { timeout: 600_000 }, () => {
	let n8n, browser, editor, whatsAble, demo, chat;

	before(async () => {
		browser = await Browser.open();
		const stage = await setStage({
			userFolder: freshUserFolder('whatsable'),
			...SHOWN_PORTS,
			logName: 'test-whatsable',
		});
		n8n = stage.n8n;
		({ whatsAble } = stage.sandbox);
		demo = await whatsAble.constants();
		editor = new Editor(browser.page, n8n.url);
		await editor.signIn();
		chat = await ChatPage.open(await browser.newPage(), whatsAble.url);
		await browser.page.bringToFront();
	});

	after(async () => {
		await browser?.close();
		await stopAll();
	});

	test('tests the key in the dialog of the credential, a wrong one and the right one', async () => {
		const dialog = await editor.newCredential('WhatsAble Sync API');
		await dialog.rename(NAME);
		await dialog.fill('baseUrl', whatsAble.url);
		await dialog.fill('apiKey', 'demo-notifyer-key-mistyped');
		await dialog.save();
		await dialog.waitForRefused(/does not know this key/);
		await dialog.fill('apiKey', demo.keys.notifyer);
		await dialog.save();
		await dialog.waitForTested();
		await dialog.close();
	});

	test('sends a template that is chosen from the list, with its variables', async () => {
		await editor.newWorkflow();
		await editor.searchNodes('WhatsAble');
		await editor.addNode('WhatsAble', 'Send a template message');
		await editor.chooseCredential(NAME);
		await editor.fill('phoneNumber', '+1 (415) 555-0132');
		const list = await editor.openList('templateId');
		const found = await list.search('reminder', { count: 2 });
		assert.deepEqual(found, ['appointment_reminder (en_US)', 'appointment_reminder (de)']);
		await list.choose('appointment_reminder (en_US)');
		await editor.fill('body1', 'Olivia');
		await editor.fill('body2', '12 Pier Street');
		await editor.fill('body3', 'Friday at 10');
		const [sent] = await editor.executeStep();
		assert.equal(sent.phone_number, `+${demo.contacts.olivia}`);
		assert.ok(sent.message_id);
		await editor.settle();
		await browser.picture('whatsable-node');

		await chat.choose(demo.contacts.olivia);
		await chat.waitForMessage('Hello Olivia, a reminder of your viewing at 12 Pier Street on Friday at 10.');
	});

	test('starts with what the customer types in the chat, and answers there', async () => {
		const credentials = { [TYPE]: await n8n.client.credential({ name: NAME, type: TYPE }) };
		const trigger = {
			...{ name: 'Customer writes', type: own('whatsAbleTrigger'), credentials },
			parameters: { messages: 'incoming', registration: 'automatic' },
		};
		const answer = {
			...{ name: 'Answer', type: own('whatsAble'), credentials },
			parameters: {
				...{ resource: 'message', operation: 'sendText', phoneNumber: '={{ $json.phone_number }}' },
				text: '=Thank you! We have noted: {{ $json.text }}',
			},
		};
		const workflow = rowOfNodes('Answer customers', [trigger, answer]);
		const flow = await (await TriggerFlow.save(n8n, workflow, workflow.nodes[0])).publish();
		const registered = await whatsAble.registrations();
		assert.equal(registered.length, 1);
		assert.ok(registered[0].url.startsWith(flow.url), registered[0].url);

		await chat.type('Could we make it Saturday?');
		await chat.waitForMessage('Thank you! We have noted: Could we make it Saturday?');
		const [execution] = await flow.ended(1);
		assert.equal(execution.status, 'success', execution.error);
		const [[item]] = await flow.started();
		assert.equal(item.text, 'Could we make it Saturday?');
		const first = ['text', 'direction', 'message_time', 'is_first_message'];
		assert.deepEqual(Object.keys(item).slice(7, 11), first);
		assert.equal(item.phone_number, `+${demo.contacts.olivia}`);
		await browser.picture('whatsable-chat', { page: chat.page });
		assert.equal((await flow.executions()).length, 1);
	});
});
