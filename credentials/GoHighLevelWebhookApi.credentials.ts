import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** What a HighLevel workflow sends along, so that nobody else can start the n8n workflow. */
export class GoHighLevelWebhookApi implements ICredentialType {
	name = 'goHighLevelWebhookApi';

	displayName = 'GoHighLevel Webhook API';

	icon = { light: 'file:goHighLevel.svg', dark: 'file:goHighLevel.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-gohighlevel-sync/n8n-nodes-gohighlevel-sync/blob/main/docs/highlevel/webhooks-workflow.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'X-Webhook-Secret',
			required: true,
			placeholder: 'e.g. X-Webhook-Secret',
			description: 'Name of the header in the webhook action of the HighLevel workflow',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Value of that header, at least 16 characters. Make up a long random one, and paste the same into HighLevel.',
		},
	];
}
