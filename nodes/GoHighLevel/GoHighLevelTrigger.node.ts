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
import { checkSettings } from './events/webhook/settingsCheck';
import { testSharedSecret } from './events/webhook/sharedSecret';

export class GoHighLevelTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GoHighLevel Trigger',
		name: 'goHighLevelTrigger',
		icon: { light: 'file:goHighLevel.svg', dark: 'file:goHighLevel.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle:
			'={{ $parameter["source"] === "workflow" ? "HighLevel workflow" : $parameter["events"].length > 2 ? $parameter["events"].length + " events" : $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when HighLevel (GoHighLevel, LeadConnector) delivers an event to an app, or a HighLevel workflow calls',
		defaults: { name: 'GoHighLevel Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'goHighLevelOAuth2Api',
				required: true,
				displayOptions: {
					show: { source: ['marketplaceApp'], completeRecord: [true], authentication: ['oAuth2'] },
				},
			},
			{
				name: 'goHighLevelPrivateIntegrationApi',
				required: true,
				displayOptions: {
					show: {
						source: ['marketplaceApp'],
						completeRecord: [true],
						authentication: ['privateIntegration'],
					},
				},
			},
			{
				name: 'goHighLevelWebhookApi',
				required: true,
				testedBy: 'testSharedSecret',
				displayOptions: { show: { source: ['workflow'] } },
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

	methods = { credentialTest: { testSharedSecret } };

	// HighLevel has no call to register a URL: a person pastes it there. So nothing is ever there already, and
	// activation is the moment to look whether the settings can work.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await checkSettings(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
