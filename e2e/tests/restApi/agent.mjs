/** The node as a tool of n8n's AI agent: a model that knows nothing but its tools' texts finds a contact and makes a task. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { manifest } from '../../lib/n8n/packaging.mjs';
import { ScriptedModel } from '../../lib/scriptedModel.mjs';
import { sharedStage } from './stage.mjs';

const EMAIL = 'ada@example.com';
const toolType = `${manifest.name}.goHighLevelTool`;

describe("a task made by n8n's AI agent", { timeout: 300_000 }, () => {
	let stage, model, execution, contactId;

	before(async () => {
		stage = await sharedStage();
		contactId = await stage.sandbox.createContact({ email: EMAIL, firstName: 'Ada' });
		model = await ScriptedModel.start([
			() => ({ call: 'Find_Contact', with: { Email: EMAIL } }),
			({ messages }) => ({
				call: 'Create_Task',
				// As a model would: it reads the id in what the first tool answered.
				with: { Contact: idIn(messages), Title: 'Call Ada', Due_Date: '2027-03-01T10:00:00Z' },
			}),
			() => ({ say: 'The task is there.' }),
		]);
		const { client } = stage.n8n;
		const workflowId = await client.saveWorkflow(await workflow());
		execution = await client.runWorkflow(workflowId, { trigger: 'Start' });
	});

	after(() => model?.stop());

	/** A tool whose parameters are left to the model, in the way of the editor's button for it. */
	async function tool(name, position, { resource, operation, left }) {
		const constants = await stage.sandbox.constants();
		const credential = await stage.n8n.client.saveCredential({
			name: 'HighLevel sandbox',
			type: 'goHighLevelPrivateIntegrationApi',
			data: { token: constants.token, locationId: constants.locationId, baseUrl: stage.sandbox.url },
		});
		const { properties } = await stage.n8n.client.nodeType(toolType);
		const chosen = left.map((parameter) => {
			const { displayName, description, type } = properties.find(
				(property) =>
					property.name === parameter &&
					property.displayOptions?.show?.resource?.includes(resource) &&
					property.displayOptions.show.operation.includes(operation),
			);
			const key = displayName.replace(/\W/g, '_');
			const value = `={{ $fromAI('${key}', \`${description}\`, 'string') }}`;
			return [parameter, type === 'resourceLocator' ? { __rl: true, mode: 'id', value } : value];
		});
		return {
			id: name,
			name,
			type: toolType,
			typeVersion: 1,
			position,
			parameters: { resource, operation, ...Object.fromEntries(chosen) },
			credentials: { goHighLevelPrivateIntegrationApi: credential },
		};
	}

	async function workflow() {
		const openAiApi = await stage.n8n.client.saveCredential({
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const nodes = [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				name: 'Agent',
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: 3.1,
				parameters: {
					promptType: 'define',
					text: `Remind me to call ${EMAIL} on the first of March.`,
					options: { enableStreaming: false },
				},
			},
			{
				name: 'Model',
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: 1.3,
				parameters: {
					model: { __rl: true, mode: 'id', value: 'scripted' },
					responsesApiEnabled: false,
					options: {},
				},
				credentials: { openAiApi },
			},
			await tool('Find Contact', [500, 200], {
				resource: 'contact',
				operation: 'findDuplicate',
				left: ['email'],
			}),
			await tool('Create Task', [700, 200], {
				resource: 'task',
				operation: 'create',
				left: ['contactId', 'title', 'dueDate'],
			}),
		];
		const to = (type) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
		return {
			name: 'AI agent',
			nodes: nodes.map((node, place) => ({ id: node.name, position: [200 * place, 0], ...node })),
			connections: {
				Start: to('main'),
				Model: to('ai_languageModel'),
				'Find Contact': to('ai_tool'),
				'Create Task': to('ai_tool'),
			},
			// As the editor sets it; in the older order, n8n asks the model again before a tool has answered.
			settings: { executionOrder: 'v1' },
		};
	}

	test('ends well', () => {
		assert.equal(execution.status, 'success', execution.error);
		assert.match(JSON.stringify(execution.items('Agent')), /The task is there/);
	});

	test('is stored for the contact that the model found', async () => {
		const { tasks } = await stage.sandbox.call('GET', `/contacts/${contactId}/tasks`);
		assert.deepEqual(
			tasks.map(({ title, dueDate, completed }) => ({ title, dueDate, completed })),
			[{ title: 'Call Ada', dueDate: '2027-03-01T10:00:00.000Z', completed: false }],
		);
	});

	test('shows the model what each tool does, in words that say it', () => {
		const [{ tools }] = model.asked;
		const texts = Object.fromEntries(tools.map(({ name, description }) => [name, description]));
		assert.match(texts.Find_Contact, /find a contact by email or phone/i);
		assert.match(texts.Create_Task, /create a task/i);
	});

	test('shows the model what to fill in, field by field', () => {
		const [{ tools }] = model.asked;
		const { properties } = tools.find(({ name }) => name === 'Create_Task').parameters;
		assert.deepEqual(Object.keys(properties).sort(), ['Contact', 'Due_Date', 'Title']);
		for (const { description } of Object.values(properties)) assert.ok(description.length > 20, description);
	});
});

function idIn(messages) {
	const { content } = messages.filter(({ role }) => role === 'tool').at(-1);
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	return /"id\\?":\s*\\?"([^"\\]+)/.exec(text)?.[1];
}
