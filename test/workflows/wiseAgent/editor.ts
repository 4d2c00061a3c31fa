import { LoadOptionsContext } from 'n8n-core';
import type { IDataObject, ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { additionalData, TestNodeTypes } from '../../support/running/runWorkflow';
import type { WiseAgentConnection } from '../../support/wiseAgent';

/**
 * Opens a list as n8n's editor does: a workflow of this one node, and n8n-core's context for option lists.
 *
 * @param chosen what is chosen in the form
 */
export function editorContext(
	{ id, credentials }: WiseAgentConnection,
	chosen: IDataObject = {},
): ILoadOptionsFunctions {
	const parameters = { resource: 'contact', operation: 'get', ...chosen } as INode['parameters'];
	const node: INode = {
		id: 'node',
		name: 'Wise Agent',
		type: 'n8n-nodes-gohighlevel-sync.wiseAgent',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { wiseAgentOAuth2Api: { id, name: 'Wise Agent' } },
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		nodeTypes: new TestNodeTypes(),
		active: false,
	});
	const additional = additionalData(workflow, { node: 'wiseAgent', parameters: chosen, credentials });
	additional.currentNodeParameters = parameters;
	return new LoadOptionsContext(workflow, node, additional, 'parameters.contactId');
}
