import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeParameters,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import { TestNodeTypes } from '../support/running/runWorkflow';

/**
 * What n8n makes of a stored credential (`applyDefaultsAndOverwrites` of its credentials helper): fields that the
 * form hides are left out, the rest gets its defaults, and expressions are resolved with the whole as `$self`.
 */
export async function resolveCredential(
	type: ICredentialType,
	stored: IDataObject,
): Promise<ICredentialDataDecryptedObject> {
	const withDefaults = NodeHelpers.getNodeParameters(
		type.properties,
		stored as INodeParameters,
		true,
		false,
		null,
		null,
	) as INodeParameters;
	const node: INode = {
		id: 'mock',
		name: '',
		typeVersion: 1,
		type: 'mock',
		position: [0, 0],
		parameters: {},
	};
	const { expression } = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: new TestNodeTypes({ mock: { description: { properties: [] } } as never }),
	});
	return await expression.withIsolate(
		async () =>
			expression.getComplexParameterValue(
				node,
				withDefaults,
				'internal',
				{},
				undefined,
				undefined,
				withDefaults,
			) as ICredentialDataDecryptedObject,
	);
}
