/** The webhook trigger in a real n8n: what HighLevel documents, and what anybody else may send. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { rootFolder } from '../../scripts/lib/paths.mjs';
import { setStage } from '../demo/stage.mjs';
import { stopAll } from '../lib/children.mjs';
import { hostileDeliveries } from '../lib/hostile/deliveries.mjs';
import { HttpClient } from '../lib/httpClient.mjs';
import { Interceptor } from '../lib/interceptor.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { QUICK_EXPRESSIONS } from '../lib/n8n/n8nSettings.mjs';
import { TriggerFlow } from '../lib/triggerFlow.mjs';

/** The examples of the official webhook pages lie beside the project, not in it. */
const EXAMPLES = join(rootFolder, '..', 'shared', 'reference', 'highlevel-webhook-examples.json');
const HOSTILE = 10_000;

describe('the webhook trigger', { timeout: 900_000 }, () => {
	let stage, sandbox, publicKey;

	before(async () => {
		stage = await setStage({
			userFolder: freshUserFolder('webhook-trigger'),
			n8nSettings: QUICK_EXPRESSIONS,
			logName: 'test-webhook-trigger',
		});
		({ sandbox } = stage);
		({ publicKey } = await sandbox.control('webhooks'));
	});

	after(stopAll);

	/** A workflow that starts with any event of the sandbox's app. */
	async function anyEvent(name) {
		const flow = await TriggerFlow.activate(stage.n8n, {
			name,
			type: 'goHighLevelTrigger',
			parameters: { source: 'marketplaceApp', events: ['*'], options: { publicKey } },
		});
		await sandbox.configureWebhooks({ url: flow.url });
		return flow;
	}

	const skip = existsSync(EXAMPLES) ? false : 'the official examples are not beside this checkout';
	test('starts one execution for each documented example, with everything in it', { skip }, async () => {
		const examples = Object.values(JSON.parse(readFileSync(EXAMPLES, 'utf8'))).flat();
		const flow = await anyEvent('Documented examples');
		const webhookIds = await sandbox.sendEvents(examples);
		const { delivered, failed } = await sandbox.webhooksDelivered();
		assert.deepEqual({ delivered, failed }, { delivered: examples.length, failed: 0 });

		const started = new Map((await flow.started()).map((items) => [items[0].webhookId, items]));
		assert.equal((await flow.executions()).length, examples.length);
		for (const [index, example] of examples.entries()) {
			const [item, ...more] = started.get(webhookIds[index]);
			assert.deepEqual(more, []);
			const ofExample = Object.fromEntries(Object.keys(example).map((field) => [field, item[field]]));
			assert.deepEqual(ofExample, example);
		}
	});

	test(`starts nothing with ${HOSTILE} deliveries that are not HighLevel's, and lives on`, async (context) => {
		const flow = await anyEvent('Hostile deliveries');
		await sandbox.sendEvents(notes(40));
		await sandbox.webhooksDelivered();
		const deliveries = await sandbox.webhookDeliveries();
		const arrived = deliveries.filter(({ url }) => url === flow.url).map(({ body }) => JSON.parse(body));
		assert.equal((await flow.executions()).length, arrived.length);

		const hostile = hostileDeliveries({
			count: HOSTILE,
			seed: 20_261_125,
			delivered: await listenTo(arrived),
			withheld: await listenTo(notes(40)),
		});
		const client = new HttpClient(flow.url, { connections: 20 });
		const answers = await client.sendAll(hostile);
		client.close();
		assert.equal(answers.length, HOSTILE);
		context.diagnostic(JSON.stringify(byKind(answers)));
		const unanswered = answers.filter(({ sent, status }) => status === undefined && !sent.hangUp);
		assert.deepEqual(unanswered, []);
		await assertRefusedByN8nItself(answers.filter(({ status }) => status >= 500));
		const accepted = answers.filter(({ status }) => status >= 200 && status < 300);
		assert.deepEqual([...new Set(accepted.map(({ sent }) => sent.kind))].sort(), [
			'replayed',
			'replayed, compressed',
		]);
		assert.equal((await flow.executions()).length, arrived.length);

		await sandbox.configureWebhooks({ url: flow.url });
		const [good] = await sandbox.sendEvents(notes(1));
		await sandbox.webhooksDelivered();
		const started = await flow.started();
		assert.equal(started.length, arrived.length + 1);
		assert.equal(started.at(-1)[0].webhookId, good);
	});

	/** What n8n cannot even read, its own Webhook node is not given either: it answers the same there. */
	async function assertRefusedByN8nItself(answers) {
		const path = 'n8n-own';
		const parameters = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
		const node = { id: path, name: 'Webhook', webhookId: path, typeVersion: 2, position: [0, 0], parameters };
		const { client } = stage.n8n;
		const workflowId = await client.saveWorkflow({
			name: "n8n's own webhook",
			nodes: [{ ...node, type: 'n8n-nodes-base.webhook' }],
			connections: {},
			settings: { executionOrder: 'v1' },
		});
		await client.activate(workflowId);
		const own = new HttpClient(client.webhookUrl(path));
		const samples = new Map(
			answers.map(({ sent, status }) => [`${sent.kind} ${status}`, { ...sent, expected: status }]),
		);
		for (const { sent, status } of await own.sendAll(samples.values())) {
			assert.equal(status, sent.expected, sent.kind);
		}
		own.close();
	}

	/** Events as they are signed and sent, byte for byte, by the old and the new header; they do not reach n8n. */
	async function listenTo(events) {
		const line = await Interceptor.start();
		await sandbox.configureWebhooks({ url: line.url, legacySignature: true });
		await sandbox.sendEvents(events);
		await sandbox.webhooksDelivered();
		await sandbox.configureWebhooks({ url: null, legacySignature: false });
		await line.stop();
		return line.taken;
	}

	describe('called by a workflow in HighLevel', () => {
		const SECRET = { headerName: 'X-Webhook-Secret', secret: 'a long secret, made up' };
		const body = Buffer.from(
			JSON.stringify({ contact_id: 'c1', full_name: 'Zoë Quillen', tags: 'vip,buyer' }),
		);
		let flow, client;

		before(async () => {
			const type = 'goHighLevelWebhookApi';
			const credential = await stage.n8n.client.saveCredential({ name: 'Shared secret', type, data: SECRET });
			flow = await TriggerFlow.activate(stage.n8n, {
				name: 'Called by a workflow',
				type: 'goHighLevelTrigger',
				parameters: { source: 'workflow' },
				credentials: { [type]: credential },
			});
			client = new HttpClient(flow.url);
		});

		after(() => client?.close());

		async function call(headers) {
			const [{ status }] = await client.sendAll([
				{ headers: { 'content-type': 'application/json', ...headers }, body },
			]);
			return status;
		}

		for (const [which, headers] of Object.entries({
			'a wrong secret': { 'x-webhook-secret': 'a long secret, made uq' },
			'an empty secret': { 'x-webhook-secret': '' },
			'the secret twice': { 'x-webhook-secret': [SECRET.secret, SECRET.secret] },
			'no secret': {},
			'the secret in another header': { authorization: SECRET.secret },
		})) {
			test(`refuses ${which}`, async () => {
				assert.equal(await call(headers), 401);
				assert.deepEqual(await flow.started(), []);
			});
		}

		test('starts with the secret, and hands on what the workflow sent', async () => {
			assert.equal(await call({ 'x-webhook-secret': SECRET.secret }), 200);
			const [[item]] = await flow.started();
			const sent = JSON.parse(body);
			assert.deepEqual({ ...item, ...sent }, item);
			assert.equal(item.event, 'workflowWebhook');
			assert.equal(item.contactId, sent.contact_id);
		});
	});

	for (const { what, parameters, says } of [
		{
			what: 'no event is chosen',
			parameters: { events: [] },
			says: [/No event is chosen/, /Choose at least one/],
		},
		{
			what: 'the public key is none',
			parameters: { events: ['*'], options: { publicKey: 'MCow' } },
			says: [/"Public Key" is not the public part/, /Paste the whole key/],
		},
	]) {
		test(`does not become active when ${what}, and says what to do`, async () => {
			const activation = TriggerFlow.activate(stage.n8n, {
				name: `Cannot work: ${what}`,
				type: 'goHighLevelTrigger',
				parameters: { source: 'marketplaceApp', ...parameters },
			});
			await assert.rejects(activation, ({ message }) => {
				for (const pattern of says) assert.match(message, pattern);
				return true;
			});
		});
	}
});

function notes(count) {
	return Array.from({ length: count }, (_, number) => ({
		...{ type: 'NoteCreate', locationId: 've9EPM428h8vShlRW1KT', id: `note${number}` },
		...{ body: `Zoë said: "call / after ${number}"`, contactId: 'nmFmQEsNgz6AVpgLVUJ0' },
	}));
}

/** How often each kind was answered with what. */
function byKind(answers) {
	const kinds = {};
	for (const { sent, status, error } of answers) {
		const outcomes = (kinds[sent.kind] ??= {});
		outcomes[status ?? error] = (outcomes[status ?? error] ?? 0) + 1;
	}
	return kinds;
}
