import { ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INode,
	INodeExecutionData,
	INodeType,
	ITaskDataConnections,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';

import { additionalData, TestNodeTypes } from '../support/running/runWorkflow';

export interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

/**
 * Tests a credential as n8n's server does (`credentials-tester.service`): its request is sent by n8n-core's
 * RoutingNode for a node that has nothing else, and its rules are put to the answer. What n8n does without rules
 * when the request itself fails is here as well: the status text, or the code of the network error.
 */
export async function testCredential(
	type: ICredentialType,
	data: ICredentialDataDecryptedObject,
): Promise<Verdict> {
	if (!type.test) throw new Error(`${type.name} has no test`);
	const { request, rules = [] } = type.test;
	const nodeType = {
		description: {
			displayName: 'Temp',
			name: 'test.temp',
			group: ['input'],
			version: 1,
			description: '',
			defaults: { name: 'Temp' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' }],
		},
	} as unknown as INodeType;
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'test.temp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type.name]: { id: '1', name: 'Test' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: new TestNodeTypes({ 'test.temp': nodeType }),
	});
	const inputData: ITaskDataConnections = { main: [[{ json: {} }]] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData(workflow, { parameters: {}, credentials: { [type.name]: data } }),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		inputData,
		{ node, data: {}, source: null },
		[],
	);
	const routing = new RoutingNode(context, nodeType, { id: '1', name: 'Test', type: type.name, data });
	let answer: INodeExecutionData[][] | null | undefined;
	try {
		answer = await workflow.expression.withIsolate(async () => await routing.runNode());
	} catch (error) {
		const { cause, message } = error as Error & {
			cause?: { code?: string; response?: { statusText?: string; status: number } };
		};
		if (cause?.response)
			return { status: 'Error', message: cause.response.statusText ?? String(cause.response.status) };
		return { status: 'Error', message: cause?.code ?? message };
	}
	// As in n8n, an answer without an item is an error of its own.
	const [[{ json }]] = answer as [[INodeExecutionData]];
	for (const { type: kind, properties } of rules) {
		if (kind !== 'responseSuccessBody') continue;
		if (valueAt(json, properties.key) === properties.value) {
			return { status: 'Error', message: properties.message };
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

/** What lodash's `get` finds at a path with points. */
function valueAt(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}
