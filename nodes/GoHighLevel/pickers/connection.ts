import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import { locationLocator } from './locators';

/** The credentials of every node that calls HighLevel, by the choice under Authentication. */
export const credentials: INodeCredentialDescription[] = [
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
];

/** How to connect, and to which location. */
export const connectionFields: INodeProperties[] = [
	{
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
	},
	locationLocator,
];
