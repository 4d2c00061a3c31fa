import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { propertiesOf } from '../core/operation/properties';
import { runCatalogue } from '../core/operation/run';
import { catalogue } from './actions';
import { connector } from './api/connector';
import * as listSearch from './pickers/listSearch';
import * as loadOptions from './pickers/loadOptions';
import { templateVariables } from './pickers/templateVariables';

export class WhatsAble implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsAble',
		name: 'whatsAble',
		icon: { light: 'file:whatsAble.svg', dark: 'file:whatsAble.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'WhatsApp messages, templates, contacts and labels with WhatsAble and Notifyer, no message sent twice',
		defaults: { name: 'WhatsAble' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAbleSyncApi', required: true }],
		properties: propertiesOf(catalogue, 'message'),
	};

	methods = { listSearch, loadOptions, resourceMapping: { templateVariables } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runCatalogue(this, catalogue, connector(this));
	}
}
