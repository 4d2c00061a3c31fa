/**
 * How many deliveries a second a workflow of one trigger takes, in the real n8n with its own settings: the GoHighLevel
 * Trigger, which checks signatures and knows repeats, beside n8n's Webhook node with one expression in it. (Without
 * one, n8n spares its own node the sandbox for expressions, which every other trigger gets.) The two take turns with
 * the same deliveries; the ratio is that of the medians. `--deliveries N` and `--rounds N` change the run.
 */
import { randomUUID } from 'node:crypto';

import { setStage } from '../e2e/demo/stage.mjs';
import { stopAll } from '../e2e/lib/children.mjs';
import { HttpClient } from '../e2e/lib/httpClient.mjs';
import { Interceptor } from '../e2e/lib/interceptor.mjs';
import { freshUserFolder } from '../e2e/lib/n8n/n8nFolder.mjs';
import { TriggerFlow } from '../e2e/lib/triggerFlow.mjs';
import { runMain } from '../scripts/lib/say.mjs';

const CONNECTIONS = 10;

const deliveriesARound = argument('--deliveries', 150);
const rounds = argument('--rounds', 5);

await runMain(async () => {
	try {
		await measure();
	} finally {
		await stopAll();
	}
	return 0;
});

async function measure() {
	const stage = await setStage({ userFolder: freshUserFolder('bench-webhooks'), logName: 'bench-webhooks' });
	const deliveries = await signedDeliveries(stage.sandbox, deliveriesARound * (rounds + 1));
	const contenders = [
		{ name: 'this package', url: await ourUrl(stage), rates: [] },
		{ name: "n8n's Webhook node", url: await webhookUrl(stage), rates: [] },
	];
	console.log(`${rounds} rounds of ${deliveriesARound} deliveries over ${CONNECTIONS} connections\n`);
	for (let round = 0; round <= rounds; round++) {
		const part = deliveries.slice(round * deliveriesARound, (round + 1) * deliveriesARound);
		// Who comes second finds n8n busy with saving what the first has started.
		const order = round % 2 ? contenders : contenders.toReversed();
		for (const contender of order) {
			const rate = await deliver(contender, part);
			// The first round warms both up.
			if (round > 0) contender.rates.push(rate);
			await new Promise((resolve) => setTimeout(resolve, 3_000));
		}
	}
	for (const { name, rates } of contenders) {
		console.log(`${name.padEnd(22)}${median(rates).toFixed(1).padStart(6)} deliveries a second`);
	}
	const [ours, theirs] = contenders.map(({ rates }) => median(rates));
	console.log(`${'ratio'.padEnd(22)}${(ours / theirs).toFixed(2).padStart(6)}`);
}

/** Deliveries as the sandbox signs and sends them, each of another event. */
async function signedDeliveries(sandbox, count) {
	const line = await Interceptor.start();
	await sandbox.configureWebhooks({ url: line.url });
	const events = Array.from({ length: count }, () => ({
		...{ type: 'NoteCreate', locationId: 've9EPM428h8vShlRW1KT', contactId: 'CWBf1PR9LvvBkcYqiXlc' },
		...{ id: randomUUID(), body: 'Wants to see the house on Friday', dateAdded: '2026-11-26T12:41:02.193Z' },
	}));
	await sandbox.sendEvents(events);
	await sandbox.webhooksDelivered();
	await sandbox.configureWebhooks({ url: null });
	await line.stop();
	return line.taken;
}

async function ourUrl({ n8n, sandbox }) {
	const { publicKey } = await sandbox.control('webhooks');
	const parameters = { source: 'marketplaceApp', events: ['*'], options: { publicKey } };
	const flow = await TriggerFlow.activate(n8n, { name: 'Ours', type: 'goHighLevelTrigger', parameters });
	return flow.url;
}

async function webhookUrl({ n8n }) {
	const path = 'bench';
	const webhook = {
		...{ id: path, name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0] },
		webhookId: path,
		parameters: {
			...{ httpMethod: 'POST', path, responseMode: 'onReceived' },
			options: { responseData: "={{ 'ok' }}" },
		},
	};
	const settings = { executionOrder: 'v1' };
	const workflow = { name: "n8n's Webhook node", nodes: [webhook], connections: {}, settings };
	await n8n.client.activate(await n8n.client.saveWorkflow(workflow));
	return n8n.client.webhookUrl(path);
}

/** @returns {Promise<number>} deliveries a second */
async function deliver({ name, url }, deliveries) {
	const client = new HttpClient(url, { connections: CONNECTIONS });
	const startedAt = performance.now();
	const answers = await client.sendAll(deliveries);
	const seconds = (performance.now() - startedAt) / 1000;
	client.close();
	const refused = answers.filter(({ status }) => status !== 200);
	if (refused.length)
		throw new Error(`${name} answered ${refused.length} deliveries with ${refused[0].status}`);
	return deliveries.length / seconds;
}

function median(values) {
	const sorted = values.toSorted((a, b) => a - b);
	return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function argument(name, fallback) {
	const place = process.argv.indexOf(name);
	return place < 0 ? fallback : Number(process.argv[place + 1]);
}
