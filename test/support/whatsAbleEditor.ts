import { LoadOptionsContext } from 'n8n-core';
import type { IDataObject, ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import type { WhatsAbleSandbox } from '../../sandbox/whatsAble';
import { additionalData, TestNodeTypes } from './running/runWorkflow';
import { DEMO } from './whatsAble';

/** Opens a list of the WhatsAble node as n8n's editor does: n8n-core's context, and what is chosen in the form. */
export function editorContext(
	sandbox: WhatsAbleSandbox,
	{ parameters = {}, apiKey = DEMO.keys.notifyer }: { parameters?: IDataObject; apiKey?: string } = {},
): ILoadOptionsFunctions {
	const node: INode = {
		id: 'node',
		name: 'WhatsAble',
		type: 'n8n-nodes-gohighlevel-sync.whatsAble',
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			resource: 'message',
			operation: 'sendTemplate',
			...parameters,
		} as INode['parameters'],
		credentials: { whatsAbleSyncApi: { id: '1', name: 'WhatsAble' } },
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		nodeTypes: new TestNodeTypes(),
		active: false,
	});
	const credentials = { whatsAbleSyncApi: { apiKey, baseUrl: sandbox.url } };
	const additional = additionalData(workflow, { parameters: node.parameters as IDataObject, credentials });
	additional.currentNodeParameters = node.parameters;
	return new LoadOptionsContext(workflow, node, additional, 'parameters.templateId');
}
