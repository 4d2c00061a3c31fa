import { collection } from '../../../../core/editor/fields';

/** In a collection, a parameter outside of it is named with a slash. */
const inCollectionOfApp = { show: { '/source': ['marketplaceApp'] } };

/** Which deliveries start the workflow. */
export const filters = collection(
	'Filters',
	'filters',
	[
		{
			displayName: 'Assigned Users',
			name: 'assignedTo',
			type: 'string',
			displayOptions: inCollectionOfApp,
			default: '',
			placeholder: 'e.g. y0BeYjuRIlDwsDcOHOJo',
			description:
				'Only what is assigned to one of these users: their IDs with commas between them, or an expression that gives a list. Where a record is not assigned itself, its contact counts.',
		},
		{
			displayName: 'Location IDs',
			name: 'locationIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. ve9EPM428h8vShlRW1KT',
			description:
				'Only events from one of these locations: their IDs with commas between them, or an expression that gives a list',
		},
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			displayOptions: inCollectionOfApp,
			default: '',
			placeholder: 'e.g. buyer, open house',
			description:
				'Only events of contacts that have one of these tags, with commas between them, or an expression that gives a list',
		},
	],
	'Add Filter',
);

/** Settings for a Marketplace app that few need. */
export const options = collection(
	'Options',
	'options',
	[
		{
			displayName: 'Accept Legacy Signature',
			name: 'acceptLegacySignature',
			type: 'boolean',
			default: false,
			description:
				'Whether the former header X-WH-Signature counts where X-GHL-Signature is missing. HighLevel gave it up in 2026.',
		},
		{
			displayName: 'Legacy Public Key',
			name: 'legacyPublicKey',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. -----BEGIN PUBLIC KEY-----…',
			description: "Key (RSA) by which legacy signatures are checked, in place of HighLevel's",
		},
		{
			displayName: 'Maximum Age (Minutes)',
			name: 'maxAgeMinutes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1440,
			description:
				'Events that happened longer ago start nothing. HighLevel repeats what failed, so a short time loses events.',
		},
		{
			displayName: 'Other Events',
			name: 'otherEvents',
			type: 'string',
			default: '',
			placeholder: 'e.g. SupportTicketCreate',
			description:
				'Events that are not in the list, by the name that HighLevel prints as type, with commas between them',
		},
		{
			displayName: 'Public Key',
			name: 'publicKey',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. -----BEGIN PUBLIC KEY-----…',
			description: "Key (Ed25519) by which signatures are checked, in place of HighLevel's",
		},
	],
	'Add Option',
);
