import { LoadOptionsContext } from 'n8n-core';
import type { IDisplayOptions, ILoadOptionsFunctions, INode, INodeType } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { GoHighLevel } from '../../nodes/GoHighLevel/GoHighLevel.node.ts';
import { WhatsAble } from '../../nodes/WhatsAble/WhatsAble.node.ts';
import { WiseAgent } from '../../nodes/WiseAgent/WiseAgent.node.ts';
import { byId } from '../support/highLevel';
import { additionalData, TestNodeTypes } from '../support/running/runWorkflow';

const NODES: INodeType[] = [new GoHighLevel(), new WhatsAble(), new WiseAgent()];

const mappers = NODES.flatMap(({ description: { name, properties }, methods }) =>
	Object.entries(methods?.resourceMapping ?? {}).map(([method, read]) => {
		const mapper = properties.find(
			({ typeOptions }) => typeOptions?.resourceMapper?.resourceMapperMethod === method,
		);
		return { name, method, read, shownFor: mapper?.displayOptions?.show ?? {} };
	}),
);

/** n8n asks for the fields before it sets the credential of a new node. */
function contextOfNewNode(name: string, shownFor: IDisplayOptions['show'] = {}): ILoadOptionsFunctions {
	const chosen = Object.entries(shownFor).map(([parameter, values]) => [parameter, values?.[0]]);
	const node: INode = {
		id: 'node',
		name,
		type: `n8n-nodes-gohighlevel-sync.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			authentication: 'privateIntegration',
			templateId: byId('any'),
			...Object.fromEntries(chosen),
		} as INode['parameters'],
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		nodeTypes: new TestNodeTypes(),
		active: false,
	});
	const additional = additionalData(workflow, { parameters: {}, credentials: {} });
	additional.currentNodeParameters = node.parameters;
	return new LoadOptionsContext(workflow, node, additional, 'parameters.mapper');
}

test.each(mappers)(
	'$name: a new node says in place of $method what to do, instead of showing nothing',
	async ({ name, read, shownFor }) => {
		const { fields, emptyFieldsNotice } = await read.call(contextOfNewNode(name, shownFor));
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(/^Choose a credential above, then close this node and open it again:/);
	},
);
