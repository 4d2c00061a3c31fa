import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { properties } from './events/webhook/properties';
import { receive } from './events/webhook/receive';
import { isRegistered, register, unregister } from './events/webhook/registration';

export class WiseAgentTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wise Agent Trigger',
		name: 'wiseAgentTrigger',
		icon: { light: 'file:wiseAgent.svg', dark: 'file:wiseAgent.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle:
			'={{ $parameter["events"].length > 2 ? $parameter["events"].length + " events" : $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when contacts, notes, tasks or properties are created, changed or deleted in Wise Agent',
		defaults: { name: 'Wise Agent Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wiseAgentOAuth2Api', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unregister(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
