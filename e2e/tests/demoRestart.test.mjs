/** What a person has built in the demo works in the next one, however the first one ended; and nothing is left running. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { DemoFolder } from '../demo/demoFolder.mjs';
import { DemoProcess } from '../lib/demoProcess.mjs';
import { N8nClient, OWNER } from '../lib/n8n/n8nClient.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';
import { storedExecutions } from '../lib/n8n/storedExecutions.mjs';
import { freePort, lastingPort } from '../lib/ports.mjs';
import { OTHER_PORTS } from '../lib/sandbox.mjs';
import { SandboxSystem } from '../lib/sandboxSystem.mjs';
import { TriggerFlow } from '../lib/triggerFlow.mjs';

const OLIVIA = '14155550132';

describe('a second demo', { timeout: 600_000 }, () => {
	const path = freshUserFolder('demo-restart');
	let client, highLevel, wiseAgent, whatsAble, flows, built, first, second;

	before(async () => {
		await choosePorts();
		first = new DemoProcess(path);
		await withoutLimit(first);
		await first.open();
		await client.signIn();
		flows = await publishFlows();
		await highLevel.control('settings', {
			method: 'PATCH',
			body: { webhooks: { url: flows.highLevel.url } },
		});
		await createContact('Ada');
		await flows.highLevel.ended(1);
		built = await whatThereIs();

		// The hardest end: it can tidy up nothing itself.
		first.signal('SIGKILL');
		await first.gone();
		second = await new DemoProcess(path).open();
		await client.signIn();
	});

	after(async () => {
		for (const demo of [first, second]) demo?.signal('SIGKILL');
		await (second ?? first)?.gone();
	});

	/** Ports that no other test takes, as those of an earlier start. */
	async function choosePorts() {
		const sandbox = await freePort(lastingPort(), Object.values(OTHER_PORTS));
		const n8n = await freePort(lastingPort());
		mkdirSync(path, { recursive: true });
		new DemoFolder(path).keepPorts({ n8n, sandbox });
		client = new N8nClient(`http://127.0.0.1:${n8n}`);
		[highLevel, wiseAgent, whatsAble] = [0, ...Object.values(OTHER_PORTS)].map(
			(distance) => new SandboxSystem(`http://127.0.0.1:${sandbox + distance}`),
		);
	}

	/** The import has to wait for HighLevel's limit; nothing is learned from that here. */
	async function withoutLimit(demo) {
		const body = { rateLimit: { max: 100_000 } };
		while (!demo.output.includes('npm error')) {
			const isSet = await highLevel.control('settings', { method: 'PATCH', body }).catch(() => undefined);
			if (isSet) return;
			await setTimeout(100);
		}
	}

	/** A published workflow for each of the three triggers. */
	async function publishFlows() {
		const n8n = { client, executions: (workflowId) => storedExecutions(path, workflowId) };
		const { publicKey } = await highLevel.control('webhooks');
		const credential = async (type, name) => ({ [type]: await client.credential({ type, name }) });
		return {
			highLevel: await TriggerFlow.activate(n8n, {
				name: 'From HighLevel',
				type: 'goHighLevelTrigger',
				parameters: { source: 'marketplaceApp', events: ['ContactCreate'], options: { publicKey } },
			}),
			wiseAgent: await TriggerFlow.activate(n8n, {
				name: 'From Wise Agent',
				type: 'wiseAgentTrigger',
				parameters: { events: ['taskCreate'], readRecords: true },
				credentials: await credential('wiseAgentOAuth2Api', 'Wise Agent sandbox'),
			}),
			whatsAble: await TriggerFlow.activate(n8n, {
				name: 'From WhatsAble',
				type: 'whatsAbleTrigger',
				parameters: { messages: 'incoming', registration: 'automatic' },
				credentials: await credential('whatsAbleSyncApi', 'WhatsAble sandbox'),
			}),
		};
	}

	async function createContact(firstName) {
		const { token, locationId } = await highLevel.constants();
		const answer = await fetch(`${highLevel.url}/contacts/`, {
			method: 'POST',
			headers: {
				...{ authorization: `Bearer ${token}`, version: '2021-07-28' },
				'content-type': 'application/json',
			},
			body: JSON.stringify({ locationId, firstName, email: `${firstName.toLowerCase()}@example.com` }),
		});
		assert.equal(answer.status, 201);
	}

	/** What must not change from one demo to the next. */
	async function whatThereIs() {
		const ids = (list) => Object.fromEntries(list.map(({ name, id }) => [name, id]));
		const [highLevelState, wiseAgentState, whatsAbleState] = await Promise.all(
			[highLevel, wiseAgent, whatsAble].map((system) => system.control('state')),
		);
		return {
			credentials: ids(await client.credentials()),
			workflows: ids(await client.workflows()),
			settings: highLevelState.settings,
			registrations: [await wiseAgent.registrations(), await whatsAble.registrations()],
			records: [highLevelState, wiseAgentState, whatsAbleState].map(({ records }) => records),
		};
	}

	test('has the same credentials, workflows, settings, registrations and records', async () => {
		assert.equal(Object.keys(built.credentials).length, 3);
		assert.equal(Object.keys(built.workflows).length, 6);
		assert.deepEqual(
			built.registrations.map(({ length }) => length),
			[1, 1],
		);
		assert.deepEqual(await whatThereIs(), built);
		assert.doesNotMatch(second.output, /Importing|was changed|Set aside|Warning|gulp/);
	});

	test('starts the published workflows by the webhooks that were set and registered in the first', async () => {
		await createContact('Grace');
		await wiseAgent.control('manual/tasks', {
			method: 'POST',
			body: { ContactID: '0', Description: 'Call back' },
		});
		await whatsAble.control('messages/incoming', { method: 'POST', body: { phone: OLIVIA, text: 'Hello' } });

		const [ada, grace] = await startedWith(flows.highLevel, 2);
		assert.deepEqual([ada.firstName, grace.firstName], ['Ada', 'Grace']);
		const [task] = await startedWith(flows.wiseAgent, 1);
		// It is read with the token of the first demo.
		assert.equal(task.record.Description, 'Call back');
		const [message] = await startedWith(flows.whatsAble, 1);
		assert.equal(message.text, 'Hello');
	});

	async function startedWith(flow, count) {
		await flow.ended(count);
		return (await flow.started()).map(([item]) => item);
	}

	test('runs a workflow with an OAuth2 credential that was connected in the first, also after its token expired', async () => {
		await wiseAgent.expireAccessTokens();
		const workflowId = built.workflows['Wise Agent: leads without duplicates'];
		const execution = await client.runWorkflow(workflowId, { trigger: 'Start' });
		assert.equal(execution.status, 'success', execution.error);
		const outcomes = execution.items('The same people once more').map(({ outcome }) => outcome);
		assert.deepEqual(outcomes, ['unchanged', 'unchanged', 'unchanged']);
	});

	test('has said what to click first, and every value that a person needs', async () => {
		const systems = [highLevel, wiseAgent, whatsAble];
		const [ofHighLevel, ofWiseAgent, ofWhatsAble] = await Promise.all(
			systems.map((system) => system.constants()),
		);
		const { publicKey } = await highLevel.control('webhooks');
		const values = [
			...[client.url, ...systems.map(({ url }) => url)],
			...Object.values(OWNER).slice(0, 2),
			...[ofHighLevel.token, ofHighLevel.locationId, publicKey.split('\n')[1]],
			...[ofHighLevel.app.clientId, ofHighLevel.app.clientSecret],
			...[ofWiseAgent.app.clientId, ofWiseAgent.app.clientSecret],
			...[ofWhatsAble.keys.notifyer, ofWhatsAble.keys.whatsable, ofWhatsAble.keys.notifier],
			...['npm run demo -- --fresh', `/workflow/${built.workflows['HighLevel: import lead files']}`],
		];
		const words = second.output.slice(second.output.indexOf('Click this first'));
		assert.deepEqual(
			values.filter((value) => !words.includes(value)),
			[],
		);
	});

	test('is refused while one is running, and deletes nothing then', async () => {
		const third = new DemoProcess(path, ['--fresh']);
		await third.ended;
		assert.match(third.output, /already running/);
		assert.deepEqual(Object.keys((await whatThereIs()).workflows), Object.keys(built.workflows));
		assert.ok(existsSync(new DemoFolder(path).stateFile));
	});

	test('leaves nothing running when Ctrl-C is pressed twice', async () => {
		assert.ok(second.leftovers().length >= 4);
		second.signal('SIGINT');
		await setTimeout(300);
		second.signal('SIGINT');
		await second.ended;
		await second.gone({ withinMs: 2000 });
		assert.match(second.output, /Stopping, which takes a few seconds/);
	});
});
