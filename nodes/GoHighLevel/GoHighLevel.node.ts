import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { propertiesOf } from '../core/operation/properties';
import { runCatalogue } from '../core/operation/run';
import { catalogue } from './actions';
import { connector } from './api/connector';
import { connectionFields, credentials } from './pickers/connection';
import { contactCustomFields, opportunityCustomFields } from './pickers/customFields';
import { listSearch } from './pickers/listSearch';
import * as loadOptions from './pickers/loadOptions';

export class GoHighLevel implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GoHighLevel',
		name: 'goHighLevel',
		icon: { light: 'file:goHighLevel.svg', dark: 'file:goHighLevel.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Contacts, tasks, notes, tags, appointments, businesses, opportunities and messages in HighLevel (GoHighLevel, LeadConnector), none lost and none doubled',
		defaults: { name: 'GoHighLevel' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: [...connectionFields, ...propertiesOf(catalogue, 'contact')],
	};

	methods = {
		listSearch,
		loadOptions,
		resourceMapping: { contactCustomFields, opportunityCustomFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runCatalogue(this, catalogue, connector(this));
	}
}
