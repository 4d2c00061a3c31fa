/** A person works by hand on the page of the HighLevel sandbox, and that starts a workflow in a real n8n. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { setStage } from '../demo/stage.mjs';
import { stopAll } from '../lib/children.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { QUICK_EXPRESSIONS } from '../lib/n8n/n8nSettings.mjs';
import { Browser } from '../lib/pages/browser.mjs';
import { HighLevelPage } from '../lib/pages/highLevelPage.mjs';
import { TriggerFlow } from '../lib/triggerFlow.mjs';

const EMAIL = 'ada.byhand@example.com';

describe('work by hand in the HighLevel sandbox', { timeout: 600_000 }, () => {
	let browser, page, flow, sandbox;
	/** How many executions were looked at. */
	let seen = 0;

	before(async () => {
		browser = await Browser.open();
		const stage = await setStage({
			userFolder: freshUserFolder('sandbox-by-hand'),
			n8nSettings: QUICK_EXPRESSIONS,
			logName: 'test-sandbox-by-hand',
		});
		({ sandbox } = stage);
		page = await HighLevelPage.open(browser.page, sandbox.url);
		flow = await TriggerFlow.activate(stage.n8n, {
			name: 'Started by hand',
			type: 'goHighLevelTrigger',
			parameters: {
				source: 'marketplaceApp',
				events: ['*'],
				options: { publicKey: await page.copyPublicKey() },
			},
		});
		await page.sendWebhooksTo(flow.url);
	});

	after(async () => {
		await browser?.close();
		await stopAll();
	});

	/** The items that the workflow was started with since the last look, sorted by their events. */
	async function startedWith(count) {
		await flow.ended(seen + count);
		const all = await flow.started();
		const items = all.slice(seen).flat();
		seen = all.length;
		return items.sort((a, b) => a.event.localeCompare(b.event));
	}

	const eventsOf = (items) => items.map(({ event }) => event);

	test('copies what n8n asks for', async () => {
		const { token, locationId, app } = await sandbox.constants();
		assert.equal(await page.copyValue('Base URL'), sandbox.url);
		assert.equal(await page.copyValue('Token'), token);
		assert.equal(await page.copyValue('Location ID'), locationId);
		assert.equal(await page.copyValue('Client ID'), app.clientId);
		assert.equal(await page.copyValue('Client Secret'), app.clientSecret);
	});

	test('says beside the field what cannot be saved, and starts nothing', async () => {
		const [first] = await page.refused('contact', { firstName: 'Ada', email: 'ada' });
		assert.match(first, /not an email address\. Enter one such as/);
		const [unknown] = await page.refused('contact', { firstName: '', email: '' });
		assert.match(unknown, /Nothing says who this is\. Enter a name/);
		const [nobody, empty] = await page.refused('note', { title: 'Garden' });
		assert.match(nobody, /Choose one/);
		assert.match(empty, /empty\. Fill it in/);
		assert.equal(await sandbox.contactCount(), 0);
		assert.equal((await sandbox.webhookCounts()).delivered, 0);
	});

	test('a contact that is added and edited starts the workflow', async () => {
		await page.save('contact', { firstName: 'Ada', lastName: 'King', email: EMAIL, tags: 'Buyer' }, 'added');
		const [created] = await startedWith(1);
		assert.equal(created.event, 'contactCreated');
		assert.equal(created.email, EMAIL);
		assert.deepEqual(created.tags, ['buyer']);

		await page.editContact(EMAIL);
		await page.save('contact', { city: 'Hoboken' }, 'changed');
		const [updated] = await startedWith(1);
		assert.equal(updated.event, 'contactUpdated');
		assert.equal(updated.city, 'Hoboken');
	});

	test('a tag starts it', async () => {
		await page.editContact(EMAIL);
		await page.save('contact', { tags: 'buyer, VIP' }, 'changed');
		const [tagged] = await startedWith(1);
		assert.equal(tagged.event, 'contactTagUpdated');
		assert.deepEqual(tagged.tags, ['buyer', 'vip']);
	});

	test('a note starts it', async () => {
		await page.editContact(EMAIL);
		await page.save('note', { title: 'Garden', body: 'Likes <b>roses</b> & "tulips"' }, 'added');
		const [created] = await startedWith(1);
		assert.equal(created.event, 'noteCreated');
		assert.equal(created.body, 'Likes <b>roses</b> & "tulips"');

		await page.editActivity('Likes <b>roses</b>');
		await page.save('note', { body: 'Likes lilies' }, 'changed');
		const [updated] = await startedWith(1);
		assert.equal(updated.event, 'noteUpdated');
		assert.equal(updated.body, 'Likes lilies');
	});

	test('an opportunity starts it', async () => {
		await page.editContact(EMAIL);
		const loft = { name: 'Harbor loft', pipelineId: 'Buyers', monetaryValue: '450000' };
		await page.save('opportunity', loft, 'added');
		const created = await startedWith(2);
		assert.deepEqual(eventsOf(created), ['opportunityCreated', 'opportunityUpdated']);
		assert.equal(created[0].monetaryValue, 450_000);

		await page.editActivity('Harbor loft');
		await page.save('opportunity', { pipelineStageId: 'Viewing' }, 'changed');
		const moved = await startedWith(2);
		assert.deepEqual(eventsOf(moved), ['opportunityStageUpdated', 'opportunityUpdated']);
		assert.equal(moved[0].pipelineStageId, (await sandbox.constants()).pipelineStages.viewing);
	});

	test('a task and an appointment start it', async () => {
		await page.editContact(EMAIL);
		await page.save('task', { title: 'Call Ada', dueDate: '2030-03-04T15:00' }, 'added');
		const [task] = await startedWith(1);
		assert.equal(task.event, 'taskCreated');
		assert.equal(task.dueDate, new Date('2030-03-04T15:00').toISOString());

		const viewing = {
			calendarId: 'Property viewings',
			title: 'Tour of the loft',
			startTime: '2030-03-04T16:00',
		};
		await page.save('appointment', viewing, 'added');
		const [appointment] = await startedWith(1);
		assert.equal(appointment.event, 'appointmentCreated');
		await page.editActivity('Tour of the loft');
		await page.save('appointment', { appointmentStatus: 'Cancelled' }, 'changed');
		const [canceled] = await startedWith(1);
		assert.equal(canceled.appointment.appointmentStatus, 'cancelled');
	});

	test('a visitor fills in a form, which starts it with the contact, and a survey; a listing is added and edited', async () => {
		const inquiry = { filled: 'Buyer inquiry (form)' };
		await page.fill('submission', inquiry);
		const [refusal] = await page.refused('submission', { email: 'grace' });
		assert.match(refusal, /not an email address/);
		const grace = { first_name: 'Grace', last_name: 'Holt', email: 'grace.holt@example.com' };
		await page.save('submission', { ...grace, message: 'Is the loft still there?' }, 'added');
		const [contact] = await startedWith(1);
		assert.equal(contact.email, grace.email);
		await page.fill('submission', { filled: 'After the viewing (survey)' });
		await page.save('submission', { email: grace.email, cfPrefCont00F2g3H4i5: 'Phone' }, 'added');
		await startedWith(1);

		await page.save('listing', { name: 'Sky loft', price: '710000' }, 'added');
		await page.editActivity('Sky loft');
		await page.save('listing', { price: '690000', owner: 'Ben Okafor' }, 'changed');
		const { records } = await sandbox.control('state');
		assert.deepEqual([records.formSubmissions, records.surveySubmissions, records.objectRecords], [1, 1, 1]);
		await browser.picture('sandbox-by-hand', { fullPage: true });
	});
});
