import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import { authentication } from './authentication';
import { locationLocator } from './records/locations';

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
export const connectionFields: INodeProperties[] = [authentication, locationLocator];
