import type { INodeProperties } from 'n8n-workflow';

/** "Return All" and "Limit", as every Get Many shows them. */
export const returnAllOrLimit: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/** A collection of fields that are added only when needed. Its entries are sorted by name, as in all of n8n. */
export function collection(
	displayName: string,
	name: string,
	options: INodeProperties[],
	placeholder = 'Add Field',
): INodeProperties {
	return { displayName, name, type: 'collection', placeholder, default: {}, options: sorted(options) };
}

/** A field for a date and time. */
export function time(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'dateTime', default: '', description };
}

/** The collection of settings that change how an operation works; every operation also has the time-out. */
export function options(...own: INodeProperties[]): INodeProperties {
	return collection('Options', 'options', [...own, timeout], 'Add Option');
}

function sorted(fields: INodeProperties[]): INodeProperties[] {
	return [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

/** What becomes of an item by which nobody can be found; the same wherever a contact is created or updated. */
export const ifNoIdentifier: INodeProperties = {
	displayName: 'If Email and Phone Are Empty',
	name: 'ifNoIdentifier',
	type: 'options',
	options: [
		{ name: 'Refuse', value: 'error', description: 'Fail the item' },
		{
			name: 'Skip',
			value: 'skip',
			description: 'Send nothing, and return an item with the outcome "skipped" and the reason',
		},
	],
	default: 'error',
	description: 'What to do with an item that has neither an email nor a phone',
};

/** What an item returns that was skipped. */
export const SKIPPED = {
	outcome: 'skipped',
	changedFields: [],
	reason: 'There is neither an email nor a phone to find the contact by',
};

/** How long one request may take, in milliseconds, where the operator did not say. */
export const DEFAULT_TIMEOUT_MS = 30_000;

const timeout: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_TIMEOUT_MS,
	description: 'How many milliseconds to wait for each answer before the request is tried again',
};
