import type { INodeProperties } from 'n8n-workflow';

import { webhookEvents } from './events';

/** The panel of the trigger. */
export const properties: INodeProperties[] = [
	{
		displayName:
			'When the workflow is activated, its webhook URL is registered with Wise Agent, and removed when it is deactivated. Listening for a test event registers the Test URL, and removes it again. The credential needs the scope <b>profile</b>.',
		name: 'registrationNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: webhookEvents.map(({ name, type, meaning }) => ({ name, value: type, description: meaning })),
		default: [],
		description: 'What starts the workflow, with one item for each record',
	},
	{
		displayName: 'Read Records',
		name: 'readRecords',
		type: 'boolean',
		default: true,
		description:
			'Whether to read the contact, note, task or property from Wise Agent, which tells only its ID. It comes as "record" and costs a request for each; the credential needs the scope contacts for contacts and notes, team for tasks, properties for properties.',
	},
];
