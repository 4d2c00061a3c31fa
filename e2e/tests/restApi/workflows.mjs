/** The workflows that come with the package, set up as their notes say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';

import { rootFolder } from '../../../scripts/lib/paths.mjs';
import { rowOfNodes } from '../../lib/pages/rowOfNodes.mjs';
import { TriggerFlow } from '../../lib/triggerFlow.mjs';
import { sharedStage } from './stage.mjs';

describe('the workflow "one app, several flows"', { timeout: 600_000 }, () => {
	let n8n, sandbox;

	before(async () => {
		({ n8n, sandbox } = await sharedStage());
	});

	/** A flow of its own, which begins with what another workflow hands to it. */
	async function flow(name) {
		const trigger = {
			...{ name: 'Handed over', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.1 },
			parameters: { inputSource: 'passthrough' },
		};
		const workflow = rowOfNodes(name, [trigger, { name: 'Work', type: 'n8n-nodes-base.noOp' }]);
		return await (await TriggerFlow.save(n8n, workflow, workflow.nodes[0])).publish();
	}

	test('starts each flow with its events, and none with the others', async () => {
		const [contacts, tasks] = [await flow('Contacts'), await flow('Tasks')];
		const { workflow, node } = committed('highlevel-one-app-several-flows.json');
		choose(node('Flow for contacts'), contacts);
		choose(node('Flow for tasks'), tasks);
		deleteOutputs(workflow, ['Flow for notes', 'Flow for appointments']);
		const trigger = node('GoHighLevel Trigger');
		trigger.parameters.options = { publicKey: (await sandbox.control('webhooks')).publicKey };
		const main = await (await TriggerFlow.save(n8n, workflow, trigger)).publish();

		await sandbox.configureWebhooks({ url: main.url });
		const contactId = await sandbox.createContact({ firstName: 'Zofia', email: 'zofia@example.com' });
		const of = `/contacts/${contactId}`;
		const due = { dueDate: '2027-03-01T10:00:00Z', completed: false };
		await sandbox.call('POST', `${of}/tasks`, { title: 'Call back', ...due });
		await sandbox.call('POST', `${of}/notes`, { body: 'Wants a garden' });
		await sandbox.webhooksDelivered();

		await main.ended(3);
		await contacts.ended(1);
		await tasks.ended(1);
		const events = async (one) => (await one.started()).flat().map(({ event }) => event);
		assert.deepEqual((await events(main)).sort(), ['contactCreated', 'noteCreated', 'taskCreated']);
		assert.deepEqual(await events(contacts), ['contactCreated']);
		assert.deepEqual(await events(tasks), ['taskCreated']);
		const [[contact]] = await contacts.started();
		assert.equal(contact.id, contactId);
		const ended = [main, contacts, tasks].flatMap(({ workflowId }) => n8n.executions(workflowId));
		for (const { status, error } of ended) assert.equal(status, 'success', error);
	});
});

/** A workflow of the folder workflows/, and its nodes by their names. */
function committed(file) {
	const workflow = JSON.parse(readFileSync(join(rootFolder, 'workflows', file), 'utf8'));
	return { workflow, node: (name) => workflow.nodes.find((node) => node.name === name) };
}

/** Chooses a flow in an Execute Sub-workflow node, as its list does. */
function choose({ parameters }, { workflowId }) {
	parameters.workflowId = { __rl: true, mode: 'list', value: workflowId };
}

/** Deletes the outputs of the Switch that lead to these nodes, and the nodes, as a person does in the editor. */
function deleteOutputs(workflow, names) {
	const switchNode = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.switch');
	const { rules } = switchNode.parameters;
	const outputs = workflow.connections[switchNode.name];
	const stays = outputs.main.map(([{ node }]) => !names.includes(node));
	rules.values = rules.values.filter((_, index) => stays[index]);
	outputs.main = outputs.main.filter((_, index) => stays[index]);
	workflow.nodes = workflow.nodes.filter(({ name }) => !names.includes(name));
}
