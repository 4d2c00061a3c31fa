import type { INodeProperties } from 'n8n-workflow';

import { collection } from '../../../core/fields';
import type { WebhookEvent } from './catalogue';
import { ALL_EVENTS, webhookEvents } from './catalogue';

const ofApp = { show: { source: ['marketplaceApp'] } };

function descriptionOf({ meaning, scope }: WebhookEvent): string {
	return scope ? `${meaning}. The app needs the scope ${scope}.` : meaning;
}

export const properties: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'HighLevel Workflow',
				value: 'workflow',
				description:
					'An automation in HighLevel with a webhook action; also for forms and surveys, which apps are not told of',
			},
			{
				name: 'Marketplace App',
				value: 'marketplaceApp',
				description: 'An app of your own in the HighLevel Marketplace, which need not be public',
			},
		],
		default: 'marketplaceApp',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		displayOptions: ofApp,
		required: true,
		options: [
			{ name: 'All Events', value: ALL_EVENTS, description: 'Whatever the app is told of' },
			...webhookEvents.map((event) => ({
				name: event.name,
				value: event.type,
				description: descriptionOf(event),
			})),
		],
		default: [],
		description: 'What starts the workflow. The same events must be switched on in the app.',
	},
	collection(
		'Filters',
		'filters',
		[
			{
				displayName: 'Location IDs',
				name: 'locationIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. ve9EPM428h8vShlRW1KT',
				description: 'Only events of these locations; several are separated by commas',
			},
		],
		'Add Filter',
	),
	{
		...collection(
			'Options',
			'options',
			[
				{
					displayName: 'Other Events',
					name: 'otherEvents',
					type: 'string',
					default: '',
					placeholder: 'e.g. ContactMerge',
					description:
						'Events that are not in the list yet, by the name that HighLevel prints as type; several are separated by commas',
				},
				{
					displayName: 'Maximum Age (Minutes)',
					name: 'maxAgeMinutes',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 60,
					description:
						'Events that happened longer ago start nothing. HighLevel repeats what failed for hours, so a short time loses events.',
				},
				{
					displayName: 'Public Key',
					name: 'publicKey',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					placeholder: 'e.g. -----BEGIN PUBLIC KEY-----…',
					description: "Key (Ed25519) that signatures are checked with in place of HighLevel's",
				},
				{
					displayName: 'Accept Legacy Signature',
					name: 'acceptLegacySignature',
					type: 'boolean',
					default: false,
					description:
						'Whether a delivery without X-GHL-Signature may carry the former X-WH-Signature, which HighLevel gave up in 2026',
				},
				{
					displayName: 'Legacy Public Key',
					name: 'legacyPublicKey',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					placeholder: 'e.g. -----BEGIN PUBLIC KEY-----…',
					description: "Key (RSA) that legacy signatures are checked with in place of HighLevel's",
				},
			],
			'Add Option',
		),
		displayOptions: ofApp,
	},
];
