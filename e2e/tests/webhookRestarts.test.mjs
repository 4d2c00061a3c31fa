/** What is left of events that come twice, in disorder, and while n8n is down. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { rootFolder } from '../../scripts/lib/paths.mjs';
import { setStage } from '../demo/stage.mjs';
import { stopAll } from '../lib/children.mjs';
import { FrontDoor } from '../lib/frontDoor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { QUICK_EXPRESSIONS } from '../lib/n8n/n8nSettings.mjs';
import { lastingPort } from '../lib/ports.mjs';
import { TriggerFlow } from '../lib/triggerFlow.mjs';

const EVENTS = 2000;
const WITHOUT_RESTART = 300;
const CLAIMED = 100;
/** Events that come together change places; each batch is reversed, and several are on their way at once. */
const BATCH = 50;

describe('events that come while n8n is restarted', { timeout: 900_000 }, () => {
	let stage, n8n, sandbox, door, publicKey;

	before(async () => {
		stage = await setStage({
			userFolder: freshUserFolder('webhook-restarts'),
			n8nPort: lastingPort(),
			n8nSettings: QUICK_EXPRESSIONS,
			logName: 'test-webhook-restarts',
		});
		({ n8n, sandbox } = stage);
		({ publicKey } = await sandbox.control('webhooks'));
		door = await FrontDoor.start(n8n);
	});

	after(async () => {
		await door?.stop();
		await stopAll();
	});

	/** Everything that goes wrong between HighLevel and n8n without anybody's fault. */
	async function deliverBadlyTo(flow) {
		await sandbox.configureWebhooks({
			...{ url: door.urlOf(flow.url), duplicates: true, outOfOrder: true, baseDelayMs: 100 },
		});
	}

	async function anyEvent(name) {
		return await TriggerFlow.activate(n8n, {
			name,
			type: 'goHighLevelTrigger',
			parameters: { source: 'marketplaceApp', events: ['*'], options: { publicKey } },
		});
	}

	/** @returns {Promise<string[]>} their webhookIds */
	async function send(count) {
		const webhookIds = [];
		for (let sent = 0; sent < count; sent += BATCH) {
			webhookIds.push(...(await sandbox.sendEvents(notes(BATCH, sent))));
			await new Promise((resolve) => setTimeout(resolve, 300));
		}
		return webhookIds;
	}

	async function delivered(count) {
		while ((await sandbox.webhookCounts()).delivered < count) {
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	test(`starts exactly one execution for each of ${WITHOUT_RESTART} events without a restart`, async (context) => {
		const flow = await anyEvent('Without a restart');
		await deliverBadlyTo(flow);
		door.loseEvery = 4;
		const webhookIds = await send(WITHOUT_RESTART);
		const { tries } = await sandbox.webhooksDelivered();
		door.loseEvery = 0;
		context.diagnostic(`${tries} deliveries of ${WITHOUT_RESTART} events, ${door.lost} answers lost`);
		assert.ok(door.lost > WITHOUT_RESTART / 4);
		const starts = await flow.startsByEvent();
		assert.deepEqual([...starts.keys()].sort(), [...webhookIds].sort());
		assert.deepEqual([...new Set(starts.values())], [1]);
	});

	describe('in two restarts', () => {
		let example, claimed;

		before(async () => {
			example = await eventsEachOnce();
			await deliverBadlyTo(example);
			await send(CLAIMED);
			await sandbox.webhooksDelivered();
			claimed = (await sandbox.webhookDeliveries()).slice(-CLAIMED).map(({ body }) => JSON.parse(body));
		});

		test(`starts an execution for each of ${EVENTS} events, killed once and stopped once`, async (context) => {
			const flow = await anyEvent('Two restarts');
			await deliverBadlyTo(flow);
			const { delivered: before } = await sandbox.webhookCounts();
			const webhookIds = await send(EVENTS);
			await delivered(before + EVENTS * 0.3);
			await n8n.kill();
			await n8n.startAgain();
			await delivered(before + EVENTS * 0.6);
			await n8n.stop();
			await n8n.startAgain();
			const { failed, tries } = await sandbox.webhooksDelivered();

			const starts = await flow.startsByEvent();
			const executions = await flow.executions();
			const repeats = executions.length - EVENTS;
			const crashed = executions.filter(({ status }) => status === 'crashed').length;
			context.diagnostic(
				`${tries} deliveries of ${EVENTS} events: ${executions.length} executions, ` +
					`${repeats} of them repeats after a restart; ${crashed} were running when n8n was killed`,
			);
			assert.equal(failed, 0);
			assert.deepEqual(
				webhookIds.filter((id) => !starts.has(id)),
				[],
			);
			assert.equal(starts.size, EVENTS);
		});

		test('lets each event through once in the example workflow, though the trigger has forgotten it', async (context) => {
			await sandbox.configureWebhooks({ url: door.urlOf(example.url) });
			await sandbox.sendEvents(claimed);
			await sandbox.webhooksDelivered();
			const executions = await example.executions();
			const started = (await example.started()).filter((items) => items.length > 0).length;
			context.diagnostic(`${started} executions of ${CLAIMED} events`);
			assert.ok(started >= 2 * CLAIMED);
			assert.deepEqual([...new Set(executions.map(({ status, error }) => error ?? status))], ['success']);
			const through = executions.flatMap((execution) => execution.items('The event'));
			const byId = (one, other) => one.webhookId.localeCompare(other.webhookId);
			assert.deepEqual(through.map(asSent).sort(byId), [...claimed].sort(byId));
		});
	});

	/** The example workflow, set up as its note says. */
	async function eventsEachOnce() {
		const file = join(rootFolder, 'workflows', 'highlevel-events-each-once.json');
		const workflow = JSON.parse(readFileSync(file, 'utf8'));
		const trigger = workflow.nodes.find(({ name }) => name === 'GoHighLevel Trigger');
		trigger.parameters.options.publicKey = publicKey;
		const flow = await TriggerFlow.save(n8n, workflow, trigger);
		const setUp = await n8n.client.runWorkflow(flow.workflowId, { trigger: 'Set up once' });
		assert.equal(setUp.status, 'success', setUp.error);
		return await flow.publish();
	}
});

/** What HighLevel sent, without what the trigger adds to every item. */
function asSent(item) {
	const { system, event, eventKey, recordId, at, reference, ...sent } = item;
	return sent;
}

function notes(count, from) {
	return Array.from({ length: count }, (_, number) => ({
		...{ type: 'NoteCreate', locationId: 've9EPM428h8vShlRW1KT', id: `note${from + number}` },
		...{ body: 'Called back', contactId: 'nmFmQEsNgz6AVpgLVUJ0' },
	}));
}
