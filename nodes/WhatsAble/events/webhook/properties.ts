import type { INodeProperties } from 'n8n-workflow';

import { collection } from '../../../core/editor/fields';
import { commandProperties } from './commands';

function notice(name: string, text: string, registration?: 'automatic' | 'manual'): INodeProperties {
	return {
		displayName: text,
		name,
		type: 'notice',
		default: '',
		...(registration ? { displayOptions: { show: { registration: [registration] } } } : {}),
	};
}

const messages: INodeProperties = {
	displayName: 'Messages',
	name: 'messages',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Incoming', value: 'incoming', description: 'What contacts write' },
		{
			name: 'Incoming and Outgoing',
			value: 'incomingAndOutgoing',
			description: 'What the business writes as well, also from the phone; with Notifyer only',
		},
	],
	default: 'incoming',
	description: 'Which messages are delivered',
};

const registration: INodeProperties = {
	displayName: 'Registration',
	name: 'registration',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Automatic',
			value: 'automatic',
			description: 'When the workflow is activated, with the API key',
		},
		{
			name: 'By Hand',
			value: 'manual',
			description: 'You enter the Production URL in the Notifyer console, where you can remove it again',
		},
	],
	default: 'automatic',
	description: 'How WhatsAble learns the webhook URL',
};

const checkSignature: INodeProperties = {
	displayName: 'Check Signature',
	name: 'checkSignature',
	type: 'boolean',
	default: false,
	description:
		'Whether deliveries without the expected header X-Webhook-Signature are refused. Only URLs that are entered by hand can be signed; how WhatsAble makes the value is not documented.',
};

const filters = collection(
	'Filters',
	'filters',
	[
		{
			displayName: 'Direction',
			name: 'direction',
			type: 'options',
			options: [
				{ name: 'Any', value: 'any' },
				{ name: 'Incoming', value: 'incoming' },
				{ name: 'Outgoing', value: 'outgoing' },
			],
			default: 'any',
			description: 'Only messages from contacts, or only messages of the business',
		},
		{
			displayName: 'First Message Only',
			name: 'firstMessageOnly',
			type: 'boolean',
			default: false,
			description: 'Whether only the first message that a contact writes starts the workflow',
		},
		{
			displayName: 'Labels',
			name: 'labels',
			type: 'string',
			default: '',
			placeholder: 'e.g. Hot Lead, Buyer',
			description: 'Only messages of contacts that have one of these labels; several are separated by commas',
		},
		{
			displayName: 'Message Types',
			name: 'messageTypes',
			type: 'multiOptions',
			options: [
				{ name: 'Audio', value: 'audio' },
				{ name: 'Document', value: 'document' },
				{ name: 'Image', value: 'image' },
				{ name: 'Location', value: 'location' },
				{ name: 'Text', value: 'text' },
				{ name: 'Video', value: 'video' },
			],
			default: [],
			description: 'Only messages of these types; all when none is chosen',
		},
		{
			displayName: 'Sent By',
			name: 'sentBy',
			type: 'options',
			options: [
				{ name: 'Anyone', value: 'anyone' },
				{ name: 'Automation', value: 'automation' },
				{ name: 'Human', value: 'human' },
			],
			default: 'anyone',
			description:
				'Of outgoing messages, only those that a person or an automation has sent. With Human, what this workflow sends does not start it again.',
		},
	],
	'Add Filter',
);

export const properties: INodeProperties[] = [
	messages,
	registration,
	notice(
		'automaticNotice',
		'On activation, the Production URL with a secret token is registered with WhatsAble. WhatsAble offers no way to unregister it with an API key: after deactivating, remove it in the console (Developer > Incoming Webhooks) or ask its support. A second registration may replace the first, so use one WhatsAble Trigger for each account.',
		'automatic',
	),
	notice(
		'manualNotice',
		'Enter the Production URL above in the Notifyer console (Developer > Incoming Webhooks), and switch on what you chose under Messages.',
		'manual',
	),
	notice(
		'testNotice',
		'A test run registers nothing. To test, enter the Test URL above in the console (Developer > Incoming Webhooks), listen for a test event, send a message, and remove the Test URL again.',
	),
	checkSignature,
	filters,
	...commandProperties,
];
