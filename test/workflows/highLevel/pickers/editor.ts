import { LoadOptionsContext } from 'n8n-core';
import type { IDataObject, ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../../../support/highLevel';
import type { StoredConnection } from '../../../support/oAuth2';
import type { RunOptions } from '../../../support/running/runWorkflow';
import { additionalData, TestNodeTypes } from '../../../support/running/runWorkflow';

const OPERATION = { resource: 'contact', operation: 'get' };

/** Opens a list as n8n's editor does: a workflow of this one node, and n8n-core's context for option lists. */
export function editorContext(
	sandbox: HighLevelSandbox,
	credential: { token?: string; locationId?: string; baseUrl?: string } = {},
	/** What is chosen in the form beside resource and operation. */
	chosen: IDataObject = {},
	/** Of the field whose list is opened. */
	field = 'contactId',
): ILoadOptionsFunctions {
	const stored = { token: DEMO.token, locationId: DEMO.locationId, baseUrl: sandbox.url, ...credential };
	return contextOf(
		{ authentication: 'privateIntegration', ...OPERATION, ...chosen } as INode['parameters'],
		{ goHighLevelPrivateIntegrationApi: stored },
		'1',
		field,
	);
}

/** A node that was just added: the editor has not set its credential yet. */
export function editorContextOfNewNode(chosen: IDataObject = {}): ILoadOptionsFunctions {
	const parameters = { authentication: 'privateIntegration', ...OPERATION, ...chosen };
	return contextOf(parameters as INode['parameters'], {}, '1');
}

/** The same with a connection by OAuth2, and the location that is chosen in the node. */
export function editorContextOAuth(
	{ credentials, id }: StoredConnection,
	locationId: IDataObject = { __rl: true, mode: 'list', value: '' },
): ILoadOptionsFunctions {
	return contextOf(
		{ authentication: 'oAuth2', ...OPERATION, locationId } as INode['parameters'],
		credentials,
		id,
	);
}

function contextOf(
	parameters: INode['parameters'],
	credentials: RunOptions['credentials'],
	id: string,
	field = 'contactId',
): ILoadOptionsFunctions {
	const node: INode = {
		id: 'node',
		name: 'GoHighLevel',
		type: 'n8n-nodes-gohighlevel-sync.goHighLevel',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		// n8n leaves it out where none is chosen.
		...(Object.keys(credentials).length > 0 && {
			credentials: Object.fromEntries(
				Object.keys(credentials).map((type) => [type, { id, name: 'HighLevel' }]),
			),
		}),
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		nodeTypes: new TestNodeTypes(),
		active: false,
	});
	const additional = additionalData(workflow, { parameters: parameters as IDataObject, credentials });
	additional.currentNodeParameters = parameters;
	return new LoadOptionsContext(workflow, node, additional, `parameters.${field}`);
}

/** The error that a list in the editor ends with. */
export async function errorOf(
	work: Promise<unknown>,
): Promise<{ message: string; description?: string | null }> {
	return await work.then(
		() => {
			throw new Error('The list was loaded, which this test forbids');
		},
		(error: { message: string; description?: string | null }) => error,
	);
}
