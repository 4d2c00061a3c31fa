import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { propertiesOf } from '../core/catalogue';
import { runCatalogue } from '../core/run';
import { catalogue } from './actions';
import { connector } from './api/connector';
import { authentication } from './pickers/authentication';
import { contactCustomFields } from './pickers/customFields';
import * as listSearch from './pickers/listSearch';
import * as loadOptions from './pickers/loadOptions';
import { locationLocator } from './pickers/locators';

export class GoHighLevel implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GoHighLevel',
		name: 'goHighLevel',
		icon: { light: 'file:goHighLevel.svg', dark: 'file:goHighLevel.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Contacts, tasks, notes, tags, appointments and businesses in HighLevel (GoHighLevel, LeadConnector), none lost and none doubled',
		defaults: { name: 'GoHighLevel' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'goHighLevelOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'goHighLevelPrivateIntegrationApi',
				required: true,
				displayOptions: { show: { authentication: ['privateIntegration'] } },
			},
		],
		properties: [authentication, locationLocator, ...propertiesOf(catalogue, 'contact')],
	};

	methods = {
		listSearch,
		loadOptions,
		resourceMapping: { contactCustomFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runCatalogue(this, catalogue, connector(this));
	}
}
