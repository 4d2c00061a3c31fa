/** The webhook trigger in a real n8n: what HighLevel documents, and what anybody else may send. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { rootFolder } from '../../scripts/lib/paths.mjs';
import { setStage } from '../demo/stage.mjs';
import { stopAll } from '../lib/children.mjs';
import { HostileDeliveries } from '../lib/hostileDeliveries.mjs';
import { HttpClient } from '../lib/httpClient.mjs';
import { Interceptor } from '../lib/interceptor.mjs';
import { freshUserFolder } from '../lib/n8nFolder.mjs';
import { QUICK_EXPRESSIONS } from '../lib/n8nSettings.mjs';
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
	it('starts one execution for each documented example, with everything in it', { skip }, async () => {
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

	it(`starts nothing with ${HOSTILE} deliveries that are not HighLevel's, and lives on`, async (test) => {
		const flow = await anyEvent('Hostile deliveries');
		await sandbox.sendEvents(notes(40));
		const { deliveries } = await sandbox.webhooksDelivered();
		const arrived = deliveries.filter(({ url }) => url === flow.url).map(({ body }) => JSON.parse(body));
		assert.equal((await flow.executions()).length, arrived.length);

		const hostile = new HostileDeliveries({
			seed: 20_261_125,
			delivered: await listenTo(arrived),
			withheld: await listenTo(notes(40)),
		});
		const client = new HttpClient(flow.url, { connections: 20 });
		const answers = await client.sendAll(hostile.take(HOSTILE));
		client.close();
		test.diagnostic(JSON.stringify(byKind(answers)));
		assert.equal((await flow.executions()).length, arrived.length);

		await sandbox.configureWebhooks({ url: flow.url });
		const [good] = await sandbox.sendEvents(notes(1));
		await sandbox.webhooksDelivered();
		const started = await flow.started();
		assert.equal(started.length, arrived.length + 1);
		assert.equal(started.at(-1)[0].webhookId, good);
	});

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
