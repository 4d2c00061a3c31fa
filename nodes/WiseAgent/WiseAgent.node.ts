import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { propertiesOf } from '../core/operation/properties';
import { runCatalogue } from '../core/operation/run';
import { catalogue } from './actions';
import { connector } from './api/connector';
import * as listSearch from './pickers/listSearch';
import * as loadOptions from './pickers/loadOptions';

export class WiseAgent implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wise Agent',
		name: 'wiseAgent',
		icon: { light: 'file:wiseAgent.svg', dark: 'file:wiseAgent.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Contacts, notes, tasks, calls, calendar and properties in Wise Agent, the CRM of estate agents, as clean records',
		defaults: { name: 'Wise Agent' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wiseAgentOAuth2Api', required: true }],
		properties: propertiesOf(catalogue, 'contact'),
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runCatalogue(this, catalogue, connector(this));
	}
}
