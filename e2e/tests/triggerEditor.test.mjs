/** The triggers in the editor: found in the panel, set up as their texts say, tried out, photographed. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { setStage } from '../demo/stage.mjs';
import { Browser } from '../lib/pages/browser.mjs';
import { stopAll } from '../lib/children.mjs';
import { Editor } from '../lib/pages/editor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';

const CREDENTIAL = 'HighLevel sandbox';
const SECRET = 'Secret of the workflow';

describe('the triggers in the editor', { timeout: 600_000 }, () => {
	let browser, editor, sandbox, n8n;

	before(async () => {
		browser = await Browser.open();
		({ sandbox, n8n } = await setStage({
			userFolder: freshUserFolder('trigger-editor'),
			logName: 'test-trigger-editor',
		}));
		const { token, locationId } = await sandbox.constants();
		await n8n.client.saveCredential({
			name: CREDENTIAL,
			type: 'goHighLevelPrivateIntegrationApi',
			data: { token, locationId, baseUrl: sandbox.url },
		});
		await n8n.client.saveCredential({
			name: SECRET,
			type: 'goHighLevelWebhookApi',
			data: { headerName: 'X-Webhook-Secret', secret: 'a long secret, made up' },
		});
		editor = new Editor(browser.page, n8n.url);
		await editor.signIn();
	});

	after(async () => {
		await browser?.close();
		await stopAll();
	});

	async function add(search, name, event) {
		await editor.newWorkflow();
		await editor.searchNodes(search);
		await editor.addNode(name, event);
	}

	test('of an app says which URL goes where, and shows an event that the app is told of', async () => {
		await add('GHL', 'GoHighLevel', 'On contact created');
		const [notice] = await editor.notices();
		assert.match(notice, /developer portal.*Advanced Settings > Webhooks.*Production URL.*Test URL/s);
		assert.match(await editor.webhookUrl('Production'), new RegExp(`^${n8n.url}/webhook/[-\\w]+/webhook$`));
		const url = await editor.webhookUrl('Test');
		assert.match(url, new RegExp(`^${n8n.url}/webhook-test/[-\\w]+/webhook$`));

		const { publicKey } = await sandbox.control('webhooks');
		await editor.addOption('Add Option', 'Public Key');
		await editor.fill('publicKey', publicKey);
		const [item] = await editor.testTrigger(async () => {
			await sandbox.configureWebhooks({ url });
			await sandbox.createContact({ firstName: 'Zofia', email: 'zofia@example.com' });
			await sandbox.configureWebhooks({ url: null });
		});
		assert.equal(item.event, 'contactCreated');
		assert.equal(item.firstName, 'Zofia');
		await editor.settle();
		await browser.picture('trigger-app');
	});

	test('of an app finds its events by a word', async () => {
		await add('GHL', 'GoHighLevel', 'On contact created');
		const found = await editor.searchOptions('events', 'task', { count: 3 });
		assert.deepEqual(found, ['Task Completed', 'Task Created', 'Task Deleted']);
		await browser.picture('trigger-events');
	});

	test('of a workflow says what HighLevel charges, and asks for the secret', async () => {
		await add('GHL', 'GoHighLevel', 'On all events');
		await editor.chooseOption('source', 'HighLevel Workflow');
		const [notice] = await editor.notices();
		assert.match(notice, /Custom Webhook.*Production URL.*header.*0\.01/s);
		await editor.chooseCredential(SECRET);
		await editor.webhookUrl('Production');
		await editor.settle();
		await browser.picture('trigger-workflow');
	});

	test('that polls says what it costs, and shows a recent sample', async () => {
		await sandbox.createContact({ firstName: 'Amara', email: 'amara@example.com' });
		await add('GoHighLevel poll', 'GoHighLevel Poll', 'On contact created');
		await editor.chooseCredential(CREDENTIAL);
		const notices = await editor.notices();
		assert.match(notices.join('\n'), /Each poll costs one request/);
		const items = await editor.executeStep();
		assert.ok(items.some(({ email }) => email === 'amara@example.com'));
		await editor.settle();
		await browser.picture('poll-trigger');
	});
});
