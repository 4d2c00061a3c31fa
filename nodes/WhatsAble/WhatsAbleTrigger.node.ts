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
import { isRegistered, register } from './events/webhook/registration';
import { testSignature } from './events/webhook/credentialTest';

export class WhatsAbleTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsAble Trigger',
		name: 'whatsAbleTrigger',
		icon: { light: 'file:whatsAble.svg', dark: 'file:whatsAble.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle:
			'={{ $parameter["messages"] === "incoming" ? "incoming messages" : "incoming and outgoing messages" }}',
		description:
			'Starts the workflow when a WhatsApp message is received or sent with WhatsAble or Notifyer, each message once',
		defaults: { name: 'WhatsAble Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		// The editor hides every parameter on which a credential is shown, so these say when they are hidden.
		credentials: [
			{
				name: 'whatsAbleSyncApi',
				required: true,
				displayOptions: { hide: { registration: ['manual'] } },
			},
			{
				name: 'whatsAbleSyncWebhookApi',
				required: true,
				testedBy: 'testSignature',
				displayOptions: { hide: { checkSignature: [false] } },
			},
		],
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

	methods = { credentialTest: { testSignature } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this);
			},
			// WhatsAble gives an API key no way to take a registration back; the notice in the node says so.
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
