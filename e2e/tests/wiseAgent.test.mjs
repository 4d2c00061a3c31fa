/** Wise Agent in a real n8n: connected by clicking, written to and read from, and starting workflows. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { setStage } from '../demo/stage.mjs';
import { Browser } from '../lib/pages/browser.mjs';
import { stopAll } from '../lib/children.mjs';
import { Editor } from '../lib/pages/editor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { START, own, rowOfNodes } from '../lib/pages/rowOfNodes.mjs';
import { TriggerFlow } from '../lib/triggerFlow.mjs';
import { SHOWN_PORTS } from '../lib/ports.mjs';

const NAME = 'Saguaro Homes';
const TYPE = 'wiseAgentOAuth2Api';
const NORA = { CEmail: 'nora.field@example.com', CFirst: 'Nora', CLast: 'Field' };
/** Calls of the token endpoints that the sandbox counts. */
const NOTHING = { exchanges: 0, refreshes: 0, refusedRefreshes: 0, revocations: 0 };
const SOMEBODY_ELSE = 'https://example.com/hooks/of-somebody-else';

describe('Wise Agent', { timeout: 600_000 }, () => {
	let n8n, browser, editor, wiseAgent, demo, renewedAt;

	before(async () => {
		browser = await Browser.open();
		const stage = await setStage({
			userFolder: freshUserFolder('wise-agent'),
			...SHOWN_PORTS,
			logName: 'test-wise-agent',
		});
		n8n = stage.n8n;
		({ wiseAgent } = stage.sandbox);
		demo = await wiseAgent.constants();
		editor = new Editor(browser.page, n8n.url);
		await editor.signIn();
	});

	after(async () => {
		await browser?.close();
		await stopAll();
	});

	/** Makes nodes of a type with the connected credential. */
	async function nodesOf(type) {
		const credentials = { [TYPE]: await n8n.client.credential({ name: NAME, type: TYPE }) };
		return (name, parameters) => ({ name, type: own(type), credentials, parameters });
	}

	async function stored(kind) {
		return (await wiseAgent.control(`records/${kind}`))[kind];
	}

	/** What a person changes in Wise Agent's own pages. */
	async function changeByHand(id, fields) {
		await wiseAgent.control(`manual/contacts/${id}`, { method: 'PATCH', body: fields });
	}

	/** How often each token endpoint was called while `action` ran. */
	async function countsOf(action) {
		const before = await wiseAgent.oAuthCounts();
		await action();
		const counts = await wiseAgent.oAuthCounts();
		return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, count - before[kind]]));
	}

	test('is connected by OAuth2 with PKCE, by clicking', async () => {
		const dialog = await editor.newCredential('Wise Agent OAuth2 API');
		await dialog.rename(NAME);
		await dialog.fill('clientId', demo.app.clientId);
		await dialog.fill('clientSecret', demo.app.clientSecret);
		await dialog.choose('signInHost', 'Own');
		await dialog.fill('baseUrl', wiseAgent.url);
		const counts = await countsOf(async () => {
			const consent = await dialog.connect();
			const asked = new URL(consent.page.url());
			assert.equal(asked.origin, wiseAgent.url);
			assert.equal(asked.searchParams.get('code_challenge_method'), 'S256');
			assert.deepEqual(await consent.scopes(), ['profile', 'team', 'contacts']);
			await browser.picture('wise-agent-consent', { page: consent.page });
			await consent.allow();
			await dialog.waitForConnected();
		});
		assert.equal(counts.exchanges, 1);
		await dialog.close();
	});

	test('creates a contact with values typed in by hand', async () => {
		await editor.newWorkflow();
		await editor.searchNodes('Wise Agent');
		await editor.addNode('Wise Agent', 'Create or update a contact');
		await editor.chooseCredential(NAME);
		await editor.fill('CEmail', NORA.CEmail);
		await editor.fill('MobilePhone', '(480) 555-0177');
		await editor.fill('CFirst', NORA.CFirst);
		await editor.fill('CLast', NORA.CLast);
		const list = await editor.openList('Source');
		await list.choose('Open House');
		const [shown] = await editor.executeStep();
		assert.equal(shown.outcome, 'created');
		const contacts = await stored('contacts');
		const { CEmail, CFirst, CLast, Source } = contacts.find(({ ClientID }) => ClientID === shown.ClientID);
		assert.deepEqual({ CEmail, CFirst, CLast, Source }, { ...NORA, Source: 'Open House' });
		await editor.settle();
		await browser.picture('wise-agent-node');
	});

	test('goes on after the token has expired, with one refresh', async () => {
		await wiseAgent.expireAccessTokens();
		const counts = await countsOf(async () => {
			const [shown] = await editor.executeStep();
			assert.equal(shown.outcome, 'unchanged');
		});
		renewedAt = Date.now();
		assert.deepEqual(counts, { ...NOTHING, refreshes: 1 });
	});

	test('updates the contact, adds a note and a task to it, and finds it again', async () => {
		const node = await nodesOf('wiseAgent');
		const contactId = { __rl: true, mode: 'id', value: `={{ $('Contact').first().json.ClientID }}` };
		const workflowId = await n8n.client.saveWorkflow(
			rowOfNodes('A new lead', [
				START,
				node('Contact', {
					...{ resource: 'contact', operation: 'upsert', ...NORA, MobilePhone: '480.555.0177' },
					...{ additionalFields: { City: 'Mesa', Categories: ['Buyer'] } },
				}),
				node('Note', {
					...{ resource: 'note', operation: 'create', contactId, note: 'Wants a garden,\nand a "pool"' },
					...{ additionalFields: { subject: 'Wishes' } },
				}),
				node('Task', {
					...{ resource: 'task', operation: 'create', Description: 'Call Nora' },
					...{ TaskDue: '2027-03-01', additionalFields: { contactId } },
				}),
				node('Contacts', {
					...{ resource: 'contact', operation: 'getAll', returnAll: true },
					...{ filters: { nameQuery: 'Field', categories: ['Buyer'] } },
				}),
			]),
		);
		const execution = await n8n.client.runWorkflow(workflowId, { trigger: START.name });
		assert.equal(execution.status, 'success', execution.error);
		const [contact] = execution.items('Contact');
		assert.equal(contact.outcome, 'updated');
		assert.deepEqual(contact.changedFields, ['City', 'Categories']);
		assert.deepEqual(
			execution.items('Contacts').map(({ ClientID, City }) => ({ ClientID, City })),
			[{ ClientID: contact.ClientID, City: 'Mesa' }],
		);

		const [{ NoteID }] = execution.items('Note');
		const note = (await stored('notes')).find((one) => one.NoteID === NoteID);
		assert.equal(note.Note, 'Wants a garden,\nand a "pool"');
		const [task] = (await stored('tasks')).filter(({ ContactID }) => ContactID === String(contact.ClientID));
		assert.equal(task.Description, 'Call Nora');
		assert.equal(task.dueOn, '2027-03-01');
	});

	describe('starting a workflow', () => {
		let nora, others;

		before(async () => {
			nora = (await stored('contacts')).find(({ CEmail }) => CEmail === NORA.CEmail).ClientID;
			await registerAnother();
			others = await wiseAgent.registrations();
		});

		/** As another app of the same account does. */
		async function registerAnother() {
			const body = new URLSearchParams({ EventType: 'contactUpdate', Url: SOMEBODY_ELSE });
			const headers = { authorization: `Bearer ${demo.accessToken}` };
			const url = `${wiseAgent.url}/http/webconnect.asp?requestType=webhooks`;
			const answer = await fetch(url, { method: 'POST', headers, body });
			assert.match(await answer.text(), /true/);
		}

		test('shows a contact that is changed by hand, and leaves no webhook behind', async () => {
			await editor.newWorkflow();
			await editor.searchNodes('Wise Agent');
			await editor.addNode('Wise Agent', 'On contact updated');
			await editor.chooseCredential(NAME);
			const [item] = await editor.testTrigger(async () => {
				const own = (await wiseAgent.registrations()).filter(({ Url }) => Url !== SOMEBODY_ELSE);
				assert.equal(own.length, 1);
				assert.match(own[0].Url, new RegExp(`^${n8n.url}/webhook-test/`));
				await changeByHand(nora, { City: 'Tempe' });
			});
			assert.equal(item.event, 'contactUpdated');
			assert.equal(item.record.City, 'Tempe');
			await waitForRegistrations(others);
			await editor.settle();
			await browser.picture('wise-agent-trigger');
		});

		test('registers its events, starts with the record, and takes away only its own webhooks', async () => {
			const flow = await TriggerFlow.activate(n8n, {
				name: 'Contacts and tasks of Wise Agent',
				type: 'wiseAgentTrigger',
				parameters: { events: ['contactUpdate', 'taskCreate'], readRecords: true },
				credentials: { [TYPE]: await n8n.client.credential({ name: NAME, type: TYPE }) },
			});
			const registered = (await wiseAgent.registrations()).filter(({ Url }) => Url !== SOMEBODY_ELSE);
			assert.deepEqual(registered.map(({ EventType }) => EventType).sort(), ['contactUpdate', 'taskCreate']);
			for (const { Url } of registered) assert.ok(Url.startsWith(flow.url), Url);

			await changeByHand(nora, { City: 'Chandler' });
			await flow.ended(1);
			const task = { ContactID: String(nora), Description: 'Send the contract' };
			await wiseAgent.control('manual/tasks', { method: 'POST', body: task });
			await flow.ended(2);
			const [[contact], [created]] = await flow.started();
			assert.equal(contact.id, nora);
			assert.equal(contact.record.City, 'Chandler');
			assert.equal(created.event, 'taskCreated');
			assert.equal(created.record.Description, 'Send the contract');
			await showOnPage('taskCreate');

			await flow.deactivate();
			await waitForRegistrations(others);
			await changeByHand(nora, { City: 'Gilbert' });
			assert.equal((await flow.executions()).length, 2);
		});

		/** The sandbox's own page tells of an event that was delivered. */
		async function showOnPage(event) {
			const page = await browser.newPage();
			await page.goto(wiseAgent.url);
			await page.locator('#webhooks tr').filter({ hasText: event }).getByText('delivered').waitFor();
			await browser.picture('sandbox-wise-agent', { page });
			await page.close();
		}

		/** n8n takes triggers down after it has answered. */
		async function waitForRegistrations(expected, { withinMs = 60_000 } = {}) {
			const deadline = Date.now() + withinMs;
			for (;;) {
				const registrations = await wiseAgent.registrations();
				if (registrations.length === expected.length || Date.now() > deadline) {
					assert.deepEqual(registrations, expected);
					return;
				}
				await setTimeout(200);
			}
		}
	});

	test('goes on after it has expired once more, though a refresh token works once', async () => {
		// A token that is refused within a minute of its renewal is not renewed again.
		await setTimeout(Math.max(0, renewedAt + 61_000 - Date.now()));
		const node = await nodesOf('wiseAgent');
		const user = node('User', { resource: 'user', operation: 'get' });
		const workflowId = await n8n.client.saveWorkflow(rowOfNodes('Who is connected', [START, user]));
		await wiseAgent.expireAccessTokens();
		const counts = await countsOf(async () => {
			const execution = await n8n.client.runWorkflow(workflowId, { trigger: START.name });
			assert.equal(execution.status, 'success', execution.error);
			assert.equal(execution.items('User')[0].Email, demo.user.Email);
		});
		assert.deepEqual(counts, { ...NOTHING, refreshes: 1 });
	});
});
