import type { INodeProperties } from 'n8n-workflow';

import { API_VERSIONS } from '../../api/versions';

export const method: INodeProperties = {
	displayName: 'Method',
	name: 'method',
	type: 'options',
	options: [
		{ name: 'DELETE', value: 'DELETE' },
		{ name: 'GET', value: 'GET' },
		{ name: 'PATCH', value: 'PATCH' },
		{ name: 'POST', value: 'POST' },
		{ name: 'PUT', value: 'PUT' },
	],
	default: 'GET',
	description: 'HTTP method of the call',
};

export const pathField: INodeProperties = {
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. /locations/{locationId}/tags',
	description:
		'Path of the endpoint as in the documentation of HighLevel, without the host. {locationId} stands for the location that the node works in.',
};

export const queryParameters: INodeProperties = {
	displayName: 'Query Parameters',
	name: 'queryParameters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Parameter',
	default: {},
	description: 'What follows the question mark. {locationId} stands for the location, here too.',
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: 'Name of the parameter',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description: 'Value of the parameter; with an empty one, the parameter is left out',
				},
			],
		},
	],
};

export const bodyJson: INodeProperties = {
	displayName: 'Body (JSON)',
	name: 'bodyJson',
	type: 'json',
	displayOptions: { show: { method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
	default: '',
	description: 'What is sent, as JSON; leave it empty for a call without a body',
};

export const pagination: INodeProperties = {
	displayName: 'Pagination',
	name: 'pagination',
	type: 'options',
	options: [
		{
			name: 'Cursor in the Answer (startAfter)',
			value: 'startAfter',
			description: 'The answer has startAfter and startAfterId under meta, which the next call takes',
		},
		{
			name: 'Cursor in the Last Record (searchAfter)',
			value: 'searchAfter',
			description: 'The last record of a page has searchAfter, which the next call takes',
		},
		{ name: 'None', value: 'none', description: 'One call' },
		{ name: 'Page Number (Page)', value: 'page', description: 'The call takes page, from 1' },
		{
			name: 'Records Before (Skip)',
			value: 'skip',
			description: 'The call takes skip, the number of records that come before',
		},
	],
	default: 'none',
	description:
		'How further pages are asked for. What it needs is put into the query, or into the body of a POST.',
};

export const recordsKey: INodeProperties = {
	displayName: 'Records Key',
	name: 'recordsKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. contacts',
	description:
		'Where in the answer the list of records is; each becomes an item. Without it, the whole answer is one item, or with pagination the only list in it is taken.',
};

export const pageSize: INodeProperties = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 100,
	description: 'How many records to ask for at once. HighLevel takes 100 for most lists.',
};

export const pageSizeName: INodeProperties = {
	displayName: 'Page Size Name',
	name: 'pageSizeName',
	type: 'string',
	default: 'limit',
	description:
		'What the call names the page size; for most lists it is limit, for the search of contacts pageLimit',
};

export const repeatPost: INodeProperties = {
	displayName: 'Repeat POST',
	name: 'repeatPost',
	type: 'boolean',
	default: false,
	description:
		'Whether a POST may be sent again when its answer is lost. Turn it on for searches and for what does no harm when it is done twice.',
};

export const version: INodeProperties = {
	displayName: 'Version',
	name: 'version',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'automatic',
			description: 'The one that this node knows to be right for the path',
		},
		...API_VERSIONS.map((value) => ({ name: value, value })),
	],
	default: 'automatic',
	description: 'Value of the Version header, as the documentation of the endpoint gives it',
};
