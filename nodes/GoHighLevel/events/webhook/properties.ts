import type { INodeProperties } from 'n8n-workflow';

import { authentication } from '../../pickers/authentication';
import type { WebhookEvent } from './payloads/webhookEvent';
import { ALL_EVENTS, webhookEvents } from './payloads/events';
import { filters, options } from './payloads/collections';

const DOCS = 'https://github.com/n8n-nodes-gohighlevel-sync/n8n-nodes-gohighlevel-sync/blob/main/docs';

const ofApp = { show: { source: ['marketplaceApp'] } };
const ofWorkflow = { show: { source: ['workflow'] } };

const source: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'HighLevel Workflow',
			value: 'workflow',
			description:
				'A workflow in HighLevel with a webhook action; also for forms and surveys, of which apps are not told',
		},
		{
			name: 'Marketplace App',
			value: 'marketplaceApp',
			description: 'An app of your own in the HighLevel Marketplace; it may stay private',
		},
	],
	default: 'marketplaceApp',
	description: 'Who in HighLevel calls this trigger',
};

const notices: INodeProperties[] = [
	{
		displayName: `In the HighLevel developer portal, open the app, Advanced Settings > Webhooks, paste the <b>Production URL</b> from "Webhook URLs" above, and switch on the same events. For a test, paste the <b>Test URL</b> and click "Execute step". An app has one URL for all: <a href="${DOCS}/webhooks-app.md" target="_blank">how several workflows share it</a>.`,
		name: 'appNotice',
		type: 'notice',
		default: '',
		displayOptions: ofApp,
	},
	{
		displayName: `In HighLevel, add the action "Custom Webhook" (method POST) to a workflow, paste the <b>Production URL</b> from "Webhook URLs" above, and add a header with the name and the secret of the credential. For a test, paste the <b>Test URL</b> and click "Execute step". HighLevel charges US$0.01 for each execution: <a href="${DOCS}/webhooks-workflow.md" target="_blank">the steps</a>.`,
		name: 'workflowNotice',
		type: 'notice',
		default: '',
		displayOptions: ofWorkflow,
	},
];

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	displayOptions: ofApp,
	options: [
		{ name: 'All Events', value: ALL_EVENTS, description: 'Whatever HighLevel tells the app' },
		...webhookEvents.map((event) => ({
			name: event.name,
			value: event.type,
			description: descriptionOf(event),
		})),
	],
	default: [],
	description: 'What starts the workflow. The same events must be switched on in the app.',
};

function descriptionOf({ meaning, scope }: WebhookEvent): string {
	return scope ? `${meaning}. The app needs the scope ${scope}.` : meaning;
}

const completeRecord: INodeProperties = {
	displayName: 'Complete Record',
	name: 'completeRecord',
	type: 'boolean',
	displayOptions: ofApp,
	default: false,
	description:
		'Whether to read the contact, task, note or appointment from HighLevel, since its events leave out fields. It comes as "record" beside the event, and costs a request for each.',
};

/** The panel of the trigger. */
export const properties: INodeProperties[] = [
	source,
	...notices,
	events,
	completeRecord,
	{ ...authentication, displayOptions: { show: { source: ['marketplaceApp'], completeRecord: [true] } } },
	filters,
	{ ...options, displayOptions: ofApp },
];
