import type { INodeProperties } from 'n8n-workflow';

/** The choice of credential, the same in every node that sends requests. */
export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'A HighLevel app of your own, for one location or for a whole agency',
		},
		{
			name: 'Private Integration',
			value: 'privateIntegration',
			description: 'A token that is made in HighLevel under Settings > Private Integrations',
		},
	],
	default: 'privateIntegration',
};
