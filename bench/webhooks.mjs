/**
 * How many events a second the webhook trigger takes, each verified and compared with those that came before, beside
 * n8n's own Webhook node with one expression in it. Without an expression, n8n spares its own node the making of a
 * sandbox for expressions, which every other trigger pays for.
 *
 * One n8n with its default settings; the two take turns, so that what else the machine does hits both.
 * `--rounds N` and `--events N` (a round) change the run.
 */
import { setStage } from '../e2e/demo/stage.mjs';
import { stopAll } from '../e2e/lib/children.mjs';
import { HttpClient } from '../e2e/lib/httpClient.mjs';
import { Interceptor } from '../e2e/lib/interceptor.mjs';
import { freshUserFolder } from '../e2e/lib/n8nFolder.mjs';
import { TriggerFlow } from '../e2e/lib/triggerFlow.mjs';

const ROUNDS = argument('--rounds', 6);
const EVENTS = argument('--events', 60);
const CONNECTIONS = 10;

const { n8n, sandbox } = await setStage({ userFolder: freshUserFolder('bench'), logName: 'bench' });
try {
	await main();
} finally {
	await stopAll();
}

async function main() {
	const contenders = [await ourTrigger(), await ownWebhook()];
	// One round more, for warming up.
	const deliveries = await signedDeliveries((ROUNDS + 1) * EVENTS);
	for (const contender of contenders) await round(contender, deliveries.slice(0, EVENTS));
	for (let number = 1; number <= ROUNDS; number++) {
		const events = deliveries.slice(number * EVENTS, (number + 1) * EVENTS);
		// Who comes first changes as well.
		const order = number % 2 ? contenders : [...contenders].reverse();
		for (const contender of order) contender.seconds.push(await round(contender, events));
	}
	console.log(`\n${ROUNDS} rounds of ${EVENTS} events over ${CONNECTIONS} connections, in turns\n`);
	for (const { name, seconds } of contenders) {
		const perSecond = EVENTS / median(seconds);
		console.log(`${name.padEnd(44)}${perSecond.toFixed(1).padStart(8)} events a second`);
	}
	const [ours, own] = contenders;
	const ratios = ours.seconds.map((seconds, index) => own.seconds[index] / seconds);
	console.log(`\nratio, median of the rounds: ${median(ratios).toFixed(2)} (wanted: at least 0.9)`);
}

async function ourTrigger() {
	const { publicKey } = await sandbox.control('webhooks');
	const flow = await TriggerFlow.activate(n8n, {
		name: 'Bench trigger',
		type: 'goHighLevelTrigger',
		parameters: { source: 'marketplaceApp', events: ['*'], options: { publicKey } },
	});
	return { name: 'this trigger, verified, each event once', flow, url: flow.url, seconds: [] };
}

async function ownWebhook() {
	const path = 'bench-own';
	const node = {
		...{ id: path, name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0] },
		parameters: {
			...{ httpMethod: 'POST', path, responseMode: 'onReceived' },
			options: { responseData: "={{ 'received' }}" },
		},
	};
	const workflow = { name: path, nodes: [node], connections: {}, settings: { executionOrder: 'v1' } };
	const flow = await (await TriggerFlow.save(n8n, workflow, node)).publish();
	const url = n8n.client.webhookUrl(path);
	return { name: "n8n's Webhook node with one expression", flow, url, seconds: [] };
}

/** Different events, signed by the sandbox. */
async function signedDeliveries(count) {
	const line = await Interceptor.start();
	await sandbox.configureWebhooks({ url: line.url });
	await sandbox.sendEvents(
		Array.from({ length: count }, (_, number) => ({
			...{ type: 'NoteCreate', locationId: 've9EPM428h8vShlRW1KT', id: `note${number}` },
			...{ body: 'Called back', contactId: 'nmFmQEsNgz6AVpgLVUJ0' },
		})),
	);
	await sandbox.webhooksDelivered();
	await line.stop();
	return line.taken;
}

/** @returns {Promise<number>} seconds until all were answered; then it waits until their executions have ended */
async function round({ name, flow, url }, deliveries) {
	const client = new HttpClient(url, { connections: CONNECTIONS });
	const startedAt = performance.now();
	const answers = await client.sendAll(deliveries);
	const seconds = (performance.now() - startedAt) / 1000;
	client.close();
	const refused = answers.filter(({ status }) => status !== 200);
	if (refused.length > 0) throw new Error(`${name}: ${refused.length} events were not taken`);
	await flow.executions();
	return seconds;
}

function median(numbers) {
	const sorted = [...numbers].sort((one, other) => one - other);
	return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

function argument(name, fallback) {
	const place = process.argv.indexOf(name);
	return place < 0 ? fallback : Number(process.argv[place + 1]);
}
