/** The poll trigger in a real n8n that is killed at bad moments, with and without n8n's durable poll cursors. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { stopAll } from '../lib/children.mjs';
import { ContactChanges } from '../lib/contactChanges.mjs';
import { N8n } from '../lib/n8n/n8n.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { DURABLE_POLL_CURSORS } from '../lib/n8n/n8nSettings.mjs';
import { packPackage, unpackInto } from '../lib/n8n/packaging.mjs';
import { freePort, lastingPort } from '../lib/ports.mjs';
import { Sandbox } from '../lib/sandbox.mjs';
import { TriggerFlow } from '../lib/triggerFlow.mjs';

/** n8n takes no poll time that comes more than once a minute, but several poll times. */
const EVERY_TEN_SECONDS = [0, 10, 20, 30, 40, 50].map((second) => ({
	mode: 'custom',
	cronExpression: `${second} * * * * *`,
}));
const SEARCH_DELAY_MS = 2000;
const PATIENCE_MS = 240_000;

describe('polling while n8n is killed', { timeout: 900_000, concurrency: 2 }, () => {
	let sandbox, changes;
	const instances = {};
	let stillKilling = 2;

	before(async () => {
		const tarball = await packPackage();
		sandbox = await new Sandbox({
			port: await freePort(lastingPort()),
			logName: 'test-poll-sandbox',
		}).ready();
		const rateLimit = { max: 1_000_000, daily: 1_000_000 };
		await sandbox.control('settings', {
			method: 'PATCH',
			body: { searchDelayMs: SEARCH_DELAY_MS, rateLimit },
		});
		for (const [name, settings] of [
			['plain', {}],
			['durable', DURABLE_POLL_CURSORS],
		]) {
			const userFolder = freshUserFolder(`poll-${name}`);
			unpackInto(tarball, userFolder);
			const logName = `test-poll-${name}-n8n`;
			instances[name] = await N8n.start({ userFolder, port: lastingPort(), settings, logName });
			await instances[name].ready();
		}
		changes = new ContactChanges(sandbox);
		changes.start();
	});

	after(async () => {
		await changes?.stop();
		await stopAll();
	});

	test('misses nothing, and marks what comes again', async (context) => {
		const { repeats, items } = await killedTwice(context, instances.plain);
		const unmarked = repeats.filter(({ possibleRepeat }) => possibleRepeat !== true);
		assert.deepEqual(unmarked, []);
		assert.ok(items.some(({ possibleRepeat }) => possibleRepeat === undefined));
	});

	test("misses nothing and brings nothing twice with n8n's durable poll cursors", async (context) => {
		const { repeats } = await killedTwice(context, instances.durable);
		assert.deepEqual(repeats, []);
	});

	/** @returns all items that were put out, and those among them that were so before */
	async function killedTwice(context, n8n) {
		const { token } = await sandbox.control('tokens', { method: 'POST', body: {} });
		const flow = await watchContacts(n8n, token);
		const since = changes.count;
		const known = new Set(changes.latest.keys());
		await until('something is put out', () => n8n.executionCount(flow.workflowId) > 0);

		try {
			await untilEmitting(n8n, flow);
			await n8n.kill();
			await n8n.startAgain();
			await untilSearched(token);
			await n8n.kill();
			await n8n.startAgain();
		} finally {
			stillKilling -= 1;
		}
		await changesEnd();
		const wanted = [...changes.latest].filter(([id]) => !known.has(id));
		let items;
		await until('everything is put out', async () => {
			items = (await flow.started()).flat();
			return missingIn(items, wanted).length === 0;
		}).catch(() => undefined);
		assert.deepEqual(missingIn(items, wanted), []);

		const repeats = repeatsIn(items);
		context.diagnostic(
			`${changes.count - since} changes of ${changes.latest.size} contacts: ${items.length} items, ` +
				`${repeats.length} of them again, 0 missing`,
		);
		return { items, repeats };
	}

	async function watchContacts(n8n, token) {
		const { locationId } = await sandbox.constants();
		const type = 'goHighLevelPrivateIntegrationApi';
		const credential = await n8n.client.saveCredential({
			...{ name: 'HighLevel sandbox', type, data: { token, locationId, baseUrl: sandbox.url } },
		});
		return await TriggerFlow.activate(n8n, {
			name: 'Contacts that change',
			type: 'goHighLevelPollTrigger',
			parameters: {
				authentication: 'privateIntegration',
				events: ['contactCreated', 'contactUpdated'],
				// Read by its ID, a contact may show a state that the search shows only in the next poll.
				completeRecord: false,
				pollTimes: { item: EVERY_TEN_SECONDS },
			},
			credentials: { [type]: credential },
		});
	}

	/** The moment when n8n has just begun an execution. */
	async function untilEmitting(n8n, { workflowId }) {
		const count = n8n.executionCount(workflowId);
		await until('an execution begins', () => n8n.executionCount(workflowId) > count);
	}

	/** The moment when HighLevel has just answered a poll, of which the token tells whose it is. */
	async function untilSearched(token) {
		const since = Date.now();
		await until('a poll is answered', async () => {
			const { requests } = await sandbox.control(`requests?since=${since}`);
			return requests.some(({ path, token: by }) => path === '/contacts/search' && token.endsWith(by?.last4));
		});
	}

	async function until(what, isSo) {
		const deadline = Date.now() + PATIENCE_MS;
		while (!(await isSo())) {
			if (changes.error) throw changes.error;
			if (Date.now() > deadline) throw new Error(`It did not happen within ${PATIENCE_MS / 1000} s: ${what}`);
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	}

	/** The changes go on until both have been killed twice, or have failed. */
	async function changesEnd() {
		await until('the other one has been killed as well', () => stillKilling === 0);
		await changes.stop();
	}
});

/** Contacts of which the latest state, or the creation, was not put out. */
function missingIn(items, wanted) {
	const shown = new Map(items.map((item) => [item.id, item.nameLowerCase]));
	const created = new Set(items.filter(({ event }) => event === 'contactCreated').map(({ id }) => id));
	return wanted.filter(([id, lastName]) => shown.get(id) !== lastName || !created.has(id));
}

/** Items that show a state of a contact that was put out before. */
function repeatsIn(items) {
	const seen = new Set();
	return items.filter(({ id, dateUpdated }) => {
		const state = `${id} ${dateUpdated}`;
		const isRepeat = seen.has(state);
		seen.add(state);
		return isRepeat;
	});
}
