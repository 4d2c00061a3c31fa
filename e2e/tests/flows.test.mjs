/** The importable flows for contacts in a real n8n, next to each other: from their files to contacts that stay equal. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { rootFolder } from '../../scripts/lib/paths.mjs';
import { setStage } from '../demo/stage.mjs';
import { stopAll } from '../lib/children.mjs';
import { Browser } from '../lib/pages/browser.mjs';
import { Editor } from '../lib/pages/editor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';

const TO_HIGHLEVEL = 'wise-agent-to-highlevel-contacts';
const TO_WISE_AGENT = 'highlevel-to-wise-agent-contacts';
const ADA = {
	firstName: 'Ada',
	lastName: 'Byron',
	email: 'ada@example.com',
	phone: '+14805550142',
	city: 'Mesa',
};

describe('the flows for contacts', { timeout: 300_000 }, () => {
	let n8n, sandbox;
	const ids = {};

	before(async () => {
		({ n8n, sandbox } = await setStage({
			userFolder: freshUserFolder('flows'),
			logName: 'test-flows',
		}));
		const { token, locationId } = await sandbox.constants();
		await n8n.client.saveCredential({
			name: 'HighLevel',
			type: 'goHighLevelPrivateIntegrationApi',
			data: { token, locationId, baseUrl: sandbox.url },
		});
		const { app } = await sandbox.wiseAgent.constants();
		const { id } = await n8n.client.saveCredential({
			name: 'Wise Agent',
			type: 'wiseAgentOAuth2Api',
			data: { ...app, signInHost: 'own', baseUrl: sandbox.wiseAgent.url, enabledScopes: [] },
		});
		await n8n.client.connectCredential(id, (address) => sandbox.wiseAgent.consent(address));
	});

	after(async () => await stopAll());

	/** What the flow has logged, and the executions that failed. */
	async function executionsOf(folder) {
		return (await n8n.executions(ids[folder])).filter((one) => one.ran('Settings'));
	}

	async function until(what, find) {
		for (let tries = 0; tries < 240; tries++) {
			const found = await find();
			if (found) return found;
			await setTimeout(250);
		}
		const failed = [...(await executionsOf(TO_HIGHLEVEL)), ...(await executionsOf(TO_WISE_AGENT))];
		assert.fail(`${what} did not happen. ${failed.map(({ error }) => error ?? '').join(' ')}`);
	}

	/** Publishing lets a poll trigger look at once. */
	async function lookNow(folder) {
		await n8n.client.deactivate(ids[folder]);
		await n8n.client.activate(ids[folder]);
	}

	async function wiseAgentContact(email) {
		const { contacts } = await sandbox.wiseAgent.control('records/contacts');
		return contacts.find(({ CEmail }) => CEmail === email);
	}

	async function highLevelContact(email) {
		return (await sandbox.contacts()).find((contact) => contact.email === email);
	}

	test('are imported from their files, find their credentials by name, and create their tables and their field', async () => {
		for (const folder of [TO_HIGHLEVEL, TO_WISE_AGENT]) {
			const file = join(rootFolder, 'workflows', folder, 'workflow.json');
			const { id } = await n8n.client.createWorkflow(JSON.parse(readFileSync(file, 'utf8')));
			ids[folder] = id;
			await n8n.client.activate(id);
			await until('The set-up', async () =>
				(await n8n.executions(id)).some(({ status }) => status === 'success'),
			);
		}
		const { customFields } = await sandbox.call(
			'GET',
			`/locations/${(await sandbox.constants()).locationId}/customFields`,
		);
		assert.equal(customFields.filter(({ name }) => name === 'Wise Agent ID').length, 1);
	});

	test('take a new contact of HighLevel to Wise Agent, and write both links', async () => {
		const { locationId } = await sandbox.constants();
		await sandbox.call('POST', '/contacts/', { locationId, ...ADA });
		await lookNow(TO_WISE_AGENT);
		const created = await until('The contact in Wise Agent', async () => await wiseAgentContact(ADA.email));
		assert.equal(created.City, 'Mesa');
		const { id } = await highLevelContact(ADA.email);
		await until('The link in HighLevel', async () => {
			const { customFields } = await highLevelContact(ADA.email);
			return customFields.some(({ value }) => String(value) === String(created.ClientID));
		});
		const execution = await until('The log', async () =>
			(await executionsOf(TO_WISE_AGENT)).find((one) => one.ran('Log')),
		);
		const [{ CustomData }] = execution.items('Create or update in Wise Agent');
		assert.deepEqual(CustomData, [{ Key: 'HighLevel ID', Value: id }]);
	});

	test('keep both edits when each side changes another field', async () => {
		const { ClientID } = await wiseAgentContact(ADA.email);
		const { id } = await highLevelContact(ADA.email);
		await sandbox.call('PUT', `/contacts/${id}`, { city: 'Tempe' });
		await sandbox.wiseAgent.control(`manual/contacts/${ClientID}`, {
			method: 'PATCH',
			body: { Company: 'Analytical Engines' },
		});
		await until(
			'The company in HighLevel',
			async () => (await highLevelContact(ADA.email)).companyName === 'Analytical Engines',
		);
		await lookNow(TO_WISE_AGENT);
		const after = await until('The city in Wise Agent', async () => {
			const contact = await wiseAgentContact(ADA.email);
			return contact.City === 'Tempe' ? contact : undefined;
		});
		assert.equal(after.Company, 'Analytical Engines');
		assert.equal((await highLevelContact(ADA.email)).city, 'Tempe');
	});

	test('log what they did, and none of their executions failed', async () => {
		for (const folder of [TO_HIGHLEVEL, TO_WISE_AGENT]) {
			const executions = await executionsOf(folder);
			assert.ok(executions.length > 0);
			for (const execution of executions) {
				assert.equal(execution.error, undefined);
				assert.deepEqual(execution.items('Log').length, execution.items('Settings').length);
			}
		}
	});

	test('show what a contact is found by and what was last synced, on the canvas and in the panel', async () => {
		const browser = await Browser.open();
		try {
			const editor = new Editor(browser.page, n8n.url);
			await editor.signIn();
			for (const [folder, node] of [
				[TO_WISE_AGENT, 'Create or update in Wise Agent'],
				[TO_HIGHLEVEL, 'Create or update in HighLevel'],
			]) {
				await editor.openWorkflow(ids[folder]);
				await editor.zoomToFit();
				await browser.picture(`flow-${folder}`);
				await editor.openNode(node);
				for (const text of ['Match By', 'External ID', 'Last Synced Values', 'Conflict']) {
					await browser.page.getByText(text, { exact: true }).first().waitFor({ state: 'attached' });
				}
				await editor.settle();
				if (folder === TO_HIGHLEVEL) await browser.picture(`sync-${folder}`);
			}
		} finally {
			await browser.close();
		}
	});
});
