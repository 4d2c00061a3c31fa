import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The value by which the WhatsAble Trigger recognises deliveries. It is only compared with a header, never sent.
 * WhatsAble does not document how the header is made.
 */
export class WhatsAbleSyncWebhookApi implements ICredentialType {
	name = 'whatsAbleSyncWebhookApi';

	displayName = 'WhatsAble Sync Webhook API';

	icon = { light: 'file:whatsAble.svg', dark: 'file:whatsAble.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-gohighlevel-sync/n8n-nodes-gohighlevel-sync/blob/main/docs/whatsable/connect.md#signed-webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'Expected X-Webhook-Signature',
			name: 'signatureSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'What each delivery must have in its header X-Webhook-Signature, character by character. WhatsAble does not document how the value is made: if two deliveries have different ones, leave this credential out.',
		},
	];
}
