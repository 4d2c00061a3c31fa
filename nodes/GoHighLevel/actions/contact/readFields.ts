import type { INodeProperties } from 'n8n-workflow';

export const searchText: INodeProperties = {
	displayName: 'Search Text',
	name: 'query',
	type: 'string',
	default: '',
	description: 'Free text that HighLevel looks for in names, emails, phones and companies',
};

/** What contacts can be narrowed by, but for the time of their change. */
export const selectionFilters: INodeProperties[] = [
	{
		displayName: 'Added After',
		name: 'addedAfter',
		type: 'dateTime',
		default: '',
		description: 'Only contacts that were added at this time or later',
	},
	{
		displayName: 'Added Before',
		name: 'addedBefore',
		type: 'dateTime',
		default: '',
		description: 'Only contacts that were added at this time or earlier',
	},
	{
		displayName: 'Assigned To',
		name: 'assignedTo',
		type: 'string',
		default: '',
		description: 'Only contacts that are assigned to the user with this ID',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. name@email.com',
		default: '',
		description: 'Only the contacts with exactly this email',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		placeholder: 'e.g. +12025550123',
		default: '',
		description:
			'Only the contacts with exactly this phone; without a country code, it is read as of the country of the location',
	},
	searchText,
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: '',
		description: 'Only contacts that came from this source',
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '',
		description:
			'Only contacts that have all of these tags, separated by commas; upper and lower case are the same',
	},
];

/** The filters of Get Many; each becomes one condition of HighLevel's contact search. */
export const searchFilters: INodeProperties[] = [
	...selectionFilters,
	{
		displayName: 'Updated After',
		name: 'updatedAfter',
		type: 'dateTime',
		default: '',
		description: 'Only contacts that changed at this time or later',
	},
	{
		displayName: 'Updated Before',
		name: 'updatedBefore',
		type: 'dateTime',
		default: '',
		description: 'Only contacts that changed at this time or earlier',
	},
];

export const completeRecord: INodeProperties = {
	displayName: 'Complete Record',
	name: 'completeRecord',
	type: 'boolean',
	default: false,
	description:
		"Whether to read each contact by its ID, since HighLevel's search has names in lower case only and leaves out fields. Costs one request more for each contact. Without it, the name comes as nameLowerCase: do not write it to another system.",
};

export const endpoint: INodeProperties = {
	displayName: 'Endpoint',
	name: 'endpoint',
	type: 'options',
	options: [
		{
			name: 'List (Deprecated)',
			value: 'list',
			description: 'The older way, which HighLevel is about to remove; knows no filter but the search text',
		},
		{
			name: 'Search',
			value: 'search',
			description: 'The way that HighLevel recommends. A change takes some seconds until it is found.',
		},
	],
	default: 'search',
	description: 'Which way of HighLevel to read contacts by',
};

export const sortBy: INodeProperties = {
	displayName: 'Sort By',
	name: 'sortBy',
	type: 'options',
	options: [
		{ name: 'Business Name', value: 'businessName' },
		{ name: 'Date Added', value: 'dateAdded' },
		{ name: 'Date Updated', value: 'dateUpdated' },
		{ name: 'Email', value: 'email' },
		{ name: 'First Name', value: 'firstNameLowerCase' },
		{ name: 'Last Name', value: 'lastNameLowerCase' },
		{ name: 'Source', value: 'source' },
	],
	default: 'dateAdded',
	description:
		'Order of the contacts. By date added, nothing is missed even when contacts change during the read.',
};

export const sortDirection: INodeProperties = {
	displayName: 'Sort Direction',
	name: 'sortDirection',
	type: 'options',
	options: [
		{ name: 'Ascending', value: 'asc' },
		{ name: 'Descending', value: 'desc' },
	],
	default: 'desc',
	description: 'Whether the oldest or first comes first, or the newest or last',
};
