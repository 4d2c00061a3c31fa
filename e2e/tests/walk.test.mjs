/** Every resource of the node in the editor: added from the panel, filled in from the lists, executed, photographed. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { setStage } from '../demo/stage.mjs';
import { Browser } from '../lib/pages/browser.mjs';
import { stopAll } from '../lib/children.mjs';
import { Editor } from '../lib/pages/editor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';

const CREDENTIAL = 'HighLevel sandbox';
const AGENCY = 'Agency of the sandbox';
const CONTACTS = 3000;
const ZOFIA = {
	email: 'zofia@example.com',
	firstName: 'Zofia',
	lastName: 'Quillen',
	// Messages go to it.
	phone: '+12125550188',
};

describe('a walk through all resources', { timeout: 1_200_000 }, () => {
	let editor, browser, sandbox, made;

	before(async () => {
		browser = await Browser.open();
		const stage = await setStage({ userFolder: freshUserFolder('walk'), logName: 'test-walk' });
		({ sandbox } = stage);
		await sandbox.control('contacts', { method: 'POST', body: { count: CONTACTS } });
		for (const more of ['conversations', 'submissions']) await sandbox.control(more, { method: 'POST' });
		made = await makeRecords();
		const { token, agencyToken, locationId } = await sandbox.constants();
		for (const [name, of] of [
			[CREDENTIAL, token],
			[AGENCY, agencyToken],
		]) {
			await stage.n8n.client.saveCredential({
				name,
				type: 'goHighLevelPrivateIntegrationApi',
				data: { token: of, locationId, baseUrl: sandbox.url },
			});
		}
		editor = new Editor(browser.page, stage.n8n.url);
		await editor.signIn();
	});

	after(async () => {
		await browser?.close();
		await stopAll();
	});

	/** Somebody to whom everything belongs that can hang on a contact. */
	async function makeRecords() {
		const { locationId, calendars, users } = await sandbox.constants();
		const contactId = await sandbox.createContact(ZOFIA);
		const of = `/contacts/${contactId}`;
		const due = { dueDate: '2027-03-01T10:00:00Z', completed: false };
		await sandbox.call('POST', `${of}/tasks`, { title: 'Call back', ...due });
		await sandbox.call('POST', `${of}/notes`, { body: 'Wants a garden' });
		await sandbox.call('POST', `/locations/${locationId}/tags`, { name: 'vip' });
		const appointment = await sandbox.call('POST', '/calendars/events/appointments', {
			...{ calendarId: calendars.viewings, locationId, contactId, assignedUserId: users.ben },
			...{ startTime: '2027-03-01T10:00:00-05:00', title: 'Viewing', ignoreFreeSlotValidation: true },
		});
		const appointmentId = appointment.id;
		await sandbox.call('POST', `/calendars/appointments/${appointmentId}/notes`, { body: 'Bring the keys' });
		const { recurringTask } = await sandbox.call('POST', `/locations/${locationId}/recurring-tasks`, {
			title: 'Send the newsletter',
			rruleOptions: {
				...{ intervalType: 'monthly', interval: 1, dayOfMonth: 1 },
				...{ startDate: '2027-01-01T09:00:00Z', dueAfterSeconds: 86_400 },
			},
		});
		return { contactId, appointmentId, recurringTaskId: recurringTask.id };
	}

	async function add(action, credential = CREDENTIAL) {
		await editor.newWorkflow();
		await editor.searchNodes('GHL');
		await editor.addNode('GoHighLevel', action);
		await editor.chooseCredential(credential);
	}

	async function chooseZofia() {
		const list = await editor.openList('contactId');
		const found = await list.search('zof', { count: 1 });
		await list.choose(ZOFIA.firstName);
		return found;
	}

	async function choose(parameter, name) {
		const list = await editor.openList(parameter);
		await list.choose(name);
	}

	test(`finds one of ${CONTACTS} contacts by three letters, by name and e-mail`, async () => {
		await add('Get a contact');
		assert.deepEqual(await chooseZofia(), ['Zofia Quillen (zofia@example.com)']);
		const [shown] = await editor.executeStep();
		assert.equal(shown.email, ZOFIA.email);
		await editor.settle();
		await browser.picture('resource-contact');
	});

	const WALK = [
		{
			resource: 'task',
			action: 'Get a task',
			async fill() {
				await chooseZofia();
				await choose('taskId', 'Call back');
			},
			shows: ([task]) => assert.equal(task.title, 'Call back'),
		},
		{
			resource: 'note',
			action: 'Get a note',
			async fill() {
				await chooseZofia();
				await choose('noteId', 'Wants a garden');
			},
			shows: ([note]) => assert.equal(note.body, 'Wants a garden'),
		},
		{
			resource: 'tag',
			action: 'Get a tag',
			fill: async () => await choose('tagId', 'vip'),
			shows: ([tag]) => assert.equal(tag.name, 'vip'),
		},
		{
			resource: 'appointment',
			action: 'Get an appointment',
			fill: async () => await editor.fillLocator('appointmentId', made.appointmentId),
			shows: ([appointment]) => assert.equal(appointment.startTime, '2027-03-01T10:00:00-05:00'),
		},
		{
			resource: 'appointmentNote',
			action: 'Get many appointment notes',
			fill: async () => await editor.fillLocator('appointmentId', made.appointmentId),
			shows: ([note]) => assert.equal(note.body, 'Bring the keys'),
		},
		{
			resource: 'calendar',
			action: 'Get a calendar',
			fill: async () => await choose('calendarId', 'Property viewings'),
			shows: ([calendar]) => assert.match(calendar.name, /viewings/),
		},
		{
			resource: 'business',
			action: 'Get a business',
			fill: async () => await choose('businessId', 'North Pier'),
			shows: ([business]) => assert.match(business.name, /North Pier/),
		},
		{
			resource: 'customField',
			action: 'Get a custom field',
			fill: async () => await choose('customFieldId', 'Budget'),
			shows: ([field]) => assert.equal(field.name, 'Budget'),
		},
		{
			resource: 'customValue',
			action: 'Get a custom value',
			fill: async () => await choose('customValueId', 'Office hours'),
			shows: ([value]) => assert.match(value.name, /Office hours/i),
		},
		{
			resource: 'recurringTask',
			action: 'Get a recurring task',
			fill: async () => await editor.fillLocator('recurringTaskId', made.recurringTaskId),
			shows: ([task]) => assert.equal(task.title, 'Send the newsletter'),
		},
		{
			resource: 'user',
			action: 'Get a user',
			fill: async () => await choose('userId', 'Amelia'),
			shows: ([user]) => assert.equal(user.firstName, 'Amelia'),
		},
		{ resource: 'workflow', action: 'Get many workflows', shows: (all) => assert.equal(all.length, 2) },
		{ resource: 'campaign', action: 'Get many campaigns', shows: (all) => assert.equal(all.length, 1) },
		{
			resource: 'location',
			action: 'Get a location',
			shows: ([location]) => assert.equal(location.name, 'Harborview Realty'),
		},
		{
			resource: 'customApiCall',
			action: 'Make a custom API call',
			fill: async () => await editor.fill('path', '/locations/{locationId}/tags'),
			shows: ([{ tags }]) => assert.ok(tags.some(({ name }) => name === 'vip')),
		},
	];

	/** Without a picture of its own. */
	const FURTHER = [
		{
			action: 'Send a message',
			async fill() {
				await chooseZofia();
				await editor.fill('message', 'See you on Thursday');
			},
			shows: ([sent]) => assert.deepEqual([sent.sent, sent.contactId], [true, made.contactId]),
		},
		{
			action: 'Get a conversation',
			fill: async () => await choose('conversationId', 'Thursday works'),
			shows: ([conversation]) => assert.equal(conversation.unreadCount, 1),
		},
		{
			action: 'Get many submissions of forms',
			shows: (all) => assert.ok(all.some(({ email }) => email === 'charles.wheatley@example.com')),
		},
		{
			action: 'Get many submissions of surveys',
			shows: ([submission]) => assert.equal(submission.email, 'ada.byron@example.com'),
		},
		{
			action: 'Get an email template',
			fill: async () => await choose('templateId', 'Spring newsletter'),
			shows: ([template]) => assert.equal(template.name, 'Spring newsletter'),
		},
		{
			action: 'Create a location',
			credential: AGENCY,
			fill: async () => await editor.fill('name', 'Seaside Homes'),
			shows: ([location]) => assert.equal(location.name, 'Seaside Homes'),
		},
	];

	for (const { action, credential, fill, shows } of FURTHER) {
		test(`${action}: is found in the panel, filled in from its lists, and executed`, async () => {
			await add(action, credential);
			await fill?.();
			shows(await editor.executeStep());
		});
	}

	for (const { resource, action, fill, shows } of WALK) {
		test(`${action}: is found in the panel, filled in from its lists, and executed`, async () => {
			await add(action);
			await fill?.();
			shows(await editor.executeStep());
			await editor.settle();
			await browser.picture(`resource-${resource}`);
		});
	}
});
