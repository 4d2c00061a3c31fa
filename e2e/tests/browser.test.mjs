/** The node in n8n's editor, as an operator sees and uses it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { LeadImport } from '../demo/leadImport.mjs';
import { countOutcomes, makeLeads } from '../demo/leads/generate.mjs';
import { setStage } from '../demo/stage.mjs';
import { Browser } from '../lib/pages/browser.mjs';
import { stopAll } from '../lib/children.mjs';
import { Editor } from '../lib/pages/editor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { SHOWN_PORTS } from '../lib/ports.mjs';

describe('the editor', { timeout: 600_000 }, () => {
	let stage, browser, editor, leadImport, demo;

	before(async () => {
		browser = await Browser.open();
		stage = await setStage({
			userFolder: freshUserFolder('browser'),
			...SHOWN_PORTS,
			logName: 'test-browser',
		});
		demo = await stage.sandbox.constants();
		editor = new Editor(browser.page, stage.n8n.url);
		await editor.signIn();
	});

	after(async () => {
		await browser?.close();
		await stopAll();
	});

	test('finds the node by the name that operators use', async () => {
		await editor.newWorkflow();
		await editor.searchNodes('GHL');
		await editor.waitForListed('GoHighLevel');
		await browser.picture('node-panel');
	});

	test('says at the first opening what to do to see the custom fields, and then shows them', async () => {
		await editor.addNode('GoHighLevel', 'Create or update a contact');
		const notice = await editor.mapperNotice();
		await browser.picture('custom-fields-first');
		assert.match(notice, /^Choose a credential above, then close this node and open it again/);

		const dialog = await editor.setUpCredential();
		await dialog.rename('HighLevel sandbox');
		await dialog.fill('token', demo.token);
		await dialog.fill('locationId', demo.locationId);
		await dialog.fill('baseUrl', stage.sandbox.url);
		await dialog.save();
		// Over a node, the dialog closes by itself when the test has gone well.
		await dialog.root.waitFor({ state: 'hidden' });
		await editor.reopen('Create or update a contact');
		const choices = await editor.mapperChoices();
		await browser.picture('custom-fields');
		assert.ok(choices.includes('Budget'), choices.join('; '));
		assert.ok(choices.includes('Interests (Buying, Selling, Renting, Investing)'), choices.join('; '));
		await editor.addMapperField('Budget');
	});

	test('creates a contact with values typed in by hand', async () => {
		await editor.fill('email', 'nora.field@example.com');
		await editor.fill('phone', '(212) 555-0177');
		await editor.fill('firstName', 'Nora');
		await editor.fill('lastName', 'Field');
		await editor.fill(demo.customFields.budget, '$450,000');

		const [shown] = await editor.executeStep();
		assert.equal(shown.outcome, 'created');
		assert.ok(shown.changedFields.includes('Budget'), shown.changedFields.join(', '));
		assert.deepEqual(shown.customFieldValues, { Budget: 450_000 });
		assert.equal(shown.email, 'nora.field@example.com');
		assert.equal(shown.phone, '+12125550177');
		const stored = await stage.sandbox.contacts();
		assert.deepEqual(
			stored.map(({ id, firstName, lastName }) => ({ id, firstName, lastName })),
			[{ id: shown.id, firstName: 'Nora', lastName: 'Field' }],
		);
		await editor.settle();
		await browser.picture('node-create-or-update');
	});

	test('leaves the contact alone when the same step is executed again', async () => {
		const [shown] = await editor.executeStep();
		assert.equal(shown.outcome, 'unchanged');
		assert.equal((await stage.sandbox.contacts()).length, 1);
	});

	test('shows a tested credential in its dialog', async () => {
		const dialog = await editor.openCredential();
		await dialog.root.getByTestId('credentials-config-container-test-success').waitFor();
		await editor.settle();
		await browser.picture('credential-tested');
	});

	test('imports the lead files by the Execute button', async () => {
		leadImport = await LeadImport.install(stage.n8n.client, stage.sandbox);
		const before = await stage.sandbox.contactCount();
		await editor.openWorkflow(leadImport.workflowId);
		await editor.executeWorkflow({ withinMs: 300_000 });
		const { created } = countOutcomes(makeLeads().files);
		assert.equal(await stage.sandbox.contactCount(), before + created);
		await editor.zoomToFit();
		await browser.picture('demo-workflow');
	});

	test('shows the imported contacts on the page of the sandbox', async () => {
		await stage.sandbox.control('opportunities', { method: 'POST' });
		const page = await browser.newPage();
		await page.goto(stage.sandbox.url);
		await page.getByText('from website-form').first().waitFor();
		await browser.picture('sandbox-page', { page });
		await page.close();
	});
});
