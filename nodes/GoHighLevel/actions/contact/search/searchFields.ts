import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** The operators of HighLevel's contact search. Source: its page on the search, which the specification links to. */
export type SearchOperator =
	'eq' | 'not_eq' | 'contains' | 'not_contains' | 'exists' | 'not_exists' | 'range';

/** As the editor shows them. */
export const OPERATOR_NAMES: Record<SearchOperator, string> = {
	contains: 'Contains',
	not_contains: 'Does Not Contain',
	not_exists: 'Does Not Exist',
	exists: 'Exists',
	eq: 'Is',
	range: 'Is Between',
	not_eq: 'Is Not',
};

const PRESENCE: SearchOperator[] = ['exists', 'not_exists'];
const EXACT: SearchOperator[] = ['eq', 'not_eq', ...PRESENCE];
const TEXT: SearchOperator[] = [...EXACT, 'contains', 'not_contains'];
const TIME: SearchOperator[] = ['range', ...PRESENCE];

export interface SearchField {
	name: string;
	operators: SearchOperator[];
	/** How a value is sent; of an `unknown` one, numbers as numbers and dates as days. */
	type: 'text' | 'phone' | 'country' | 'boolean' | 'number' | 'date' | 'day' | 'dndStatus' | 'unknown';
}

const text = (name: string, operators = TEXT): SearchField => ({ name, operators, type: 'text' });
const date = (name: string): SearchField => ({ name, operators: TIME, type: 'date' });

const dndStatus = (channel: string): SearchField => ({
	name: `Do Not Disturb: ${channel}`,
	operators: EXACT,
	type: 'dndStatus',
});

/** What can be searched for, and how. A field of opportunities is sent inside a `nested` condition. */
export const SEARCH_FIELDS: Record<string, SearchField> = {
	id: text('Contact ID', ['eq', 'not_eq']),
	address: text('Address'),
	businessName: text('Business Name'),
	city: text('City'),
	companyName: text('Company Name'),
	firstNameLowerCase: text('First Name'),
	lastNameLowerCase: text('Last Name'),
	phone: { name: 'Phone', operators: TEXT, type: 'phone' },
	postalCode: text('Postal Code'),
	source: text('Source'),
	state: text('State'),
	tags: text('Tags'),
	assignedTo: text('Assigned To', EXACT),
	country: { name: 'Country', operators: EXACT, type: 'country' },
	dnd: { name: 'Do Not Disturb', operators: EXACT, type: 'boolean' },
	// Source: HighLevel's answer to issue 279 of its API documentation; it knows no other channels.
	'dndSettings.Call.status': dndStatus('Call'),
	'dndSettings.Email.status': dndStatus('Email'),
	'dndSettings.SMS.status': dndStatus('SMS'),
	'inboundDndSettings.all.status': dndStatus('Inbound'),
	followers: text('Followers', EXACT),
	isValidWhatsapp: { name: 'Has Valid WhatsApp', operators: EXACT, type: 'boolean' },
	timezone: text('Time Zone', EXACT),
	type: text('Type', EXACT),
	validEmail: { name: 'Has Valid Email', operators: EXACT, type: 'boolean' },
	activeWorkflows: text('Active Workflows', EXACT),
	finishedWorkflows: text('Finished Workflows', EXACT),
	email: text('Email', EXACT),
	website: text('Website', EXACT),
	dateAdded: date('Date Added'),
	dateUpdated: date('Date Updated'),
	lastEmailClickedDate: date('Last Email Clicked'),
	lastEmailOpenedDate: date('Last Email Opened'),
	lastAppointment: date('Last Appointment'),
	'opportunities.pipelineId': text('Opportunity: Pipeline', EXACT),
	'opportunities.pipelineStageId': text('Opportunity: Stage', EXACT),
	'opportunities.status': text('Opportunity: Status', EXACT),
};

/** Custom fields by their data type (as HighLevel spells them); what is not listed cannot be told beforehand. */
export const CUSTOM_FIELD_TYPES: Record<string, Omit<SearchField, 'name'>> = {
	TEXT: { operators: TEXT, type: 'text' },
	LARGE_TEXT: { operators: TEXT, type: 'text' },
	SINGLE_OPTIONS: { operators: TEXT, type: 'text' },
	RADIO: { operators: TEXT, type: 'text' },
	PHONE: { operators: TEXT, type: 'phone' },
	TEXTBOX_LIST: { operators: TEXT, type: 'text' },
	CHECKBOX: { operators: EXACT, type: 'text' },
	MULTIPLE_OPTIONS: { operators: EXACT, type: 'text' },
	NUMERICAL: { operators: ['range', ...EXACT], type: 'number' },
	MONETORY: { operators: ['range', ...EXACT], type: 'number' },
	DATE: { operators: TIME, type: 'day' },
	FILE_UPLOAD: { operators: [], type: 'text' },
	SIGNATURE: { operators: [], type: 'text' },
};

/** For a custom field of which nothing is known. */
export const ANY_CUSTOM_FIELD: SearchField = {
	name: 'Custom Field',
	operators: ['range', ...TEXT],
	type: 'unknown',
};

/** Stands for a custom field, whose id or key is given beside it. */
export const CUSTOM_FIELD = 'customField';

const fieldOptions: INodePropertyOptions[] = [
	...Object.entries(SEARCH_FIELDS).map(([value, { name }]) => ({ name, value })),
	{ name: 'Custom Field', value: CUSTOM_FIELD },
].sort((a, b) => a.name.localeCompare(b.name, 'en'));

const condition: INodeProperties[] = [
	{
		displayName: 'Field',
		name: 'field',
		type: 'options',
		options: fieldOptions,
		default: 'email',
		description: 'What the condition is about',
	},
	{
		displayName: 'Custom Field Name or ID',
		name: 'customField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getContactCustomFields' },
		displayOptions: { show: { field: [CUSTOM_FIELD] } },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Condition',
		name: 'operator',
		type: 'options',
		options: Object.entries(OPERATOR_NAMES).map(([value, name]) => ({ name, value })),
		default: 'eq',
		description: 'Not every field knows every condition; a wrong pair is named before anything is sent',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		displayOptions: { show: { operator: ['contains', 'eq', 'not_contains', 'not_eq'] } },
		default: '',
		description:
			'Upper and lower case are the same for names and tags. For Do Not Disturb by channel: active, inactive or permanent. A phone is best written with its country code; without one, it is read as of the country of the location.',
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		displayOptions: { show: { operator: ['range'] } },
		default: '',
		placeholder: 'e.g. 2026-01-31',
		description: 'Date or number, itself included; empty for no lower end',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		displayOptions: { show: { operator: ['range'] } },
		default: '',
		placeholder: 'e.g. 2026-12-31',
		description:
			'Date or number, itself included (a date without time: the whole day); empty for no upper end',
	},
];

const combinator = (name: string, displayName: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: [
		{ name: 'All (AND)', value: 'AND' },
		{ name: 'Any (OR)', value: 'OR' },
	],
	default: 'AND',
	description,
});

/** Groups of conditions; each group, and the groups among themselves, joined by AND or OR. */
export const filterBuilder: INodeProperties[] = [
	{
		displayName: 'Filter By',
		name: 'filterType',
		type: 'options',
		options: [
			{ name: 'Conditions', value: 'conditions' },
			{
				name: 'JSON',
				value: 'json',
				description: "The filters in HighLevel's own grammar, nested as deep as you like",
			},
		],
		default: 'conditions',
		description: 'How to say which contacts to find',
	},
	{
		...combinator(
			'groupsMustMatch',
			'Groups That Must Match',
			'Whether a contact must match every group or one of them',
		),
		displayOptions: { show: { filterType: ['conditions'] } },
	},
	{
		displayName: 'Groups',
		name: 'groups',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: { show: { filterType: ['conditions'] } },
		placeholder: 'Add Group',
		default: {},
		description: 'Conditions that belong together; without any, all contacts are found',
		options: [
			{
				displayName: 'Group',
				name: 'group',
				values: [
					combinator(
						'mustMatch',
						'Conditions That Must Match',
						'Whether all conditions of this group must hold or one of them',
					),
					{
						displayName: 'Conditions',
						name: 'conditions',
						type: 'fixedCollection',
						typeOptions: { multipleValues: true },
						placeholder: 'Add Condition',
						default: {},
						options: [{ displayName: 'Condition', name: 'condition', values: condition }],
					},
				],
			},
		],
	},
	{
		displayName: 'Filters (JSON)',
		name: 'filtersJson',
		type: 'json',
		displayOptions: { show: { filterType: ['json'] } },
		default: '[]',
		description:
			'List of conditions {field, operator, value} and groups {group: "AND" or "OR", filters: [...]}; all of the list must apply',
	},
];

const SORT_FIELDS: INodePropertyOptions[] = [
	{ name: 'Business Name', value: 'businessName' },
	{ name: 'Date Added', value: 'dateAdded' },
	{ name: 'Date Updated', value: 'dateUpdated' },
	{ name: 'Do Not Disturb', value: 'dnd' },
	{ name: 'Email', value: 'email' },
	{ name: 'First Name', value: 'firstNameLowerCase' },
	{ name: 'Last Name', value: 'lastNameLowerCase' },
	{ name: 'Source', value: 'source' },
];

/** Up to two orders, as HighLevel takes them. */
export const sort: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, maxAllowedFields: 2 },
	placeholder: 'Add Order',
	default: {},
	description: 'Order of the contacts, by one or two fields; the newest first when left out',
	options: [
		{
			displayName: 'Order',
			name: 'order',
			values: [
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					options: [
						{ name: 'Ascending', value: 'asc' },
						{ name: 'Descending', value: 'desc' },
					],
					default: 'asc',
				},
				{ displayName: 'Field', name: 'field', type: 'options', options: SORT_FIELDS, default: 'dateAdded' },
			],
		},
	],
};
