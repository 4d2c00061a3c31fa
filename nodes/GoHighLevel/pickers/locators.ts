import type { INodeProperties } from 'n8n-workflow';

/** One contact: from a list that searches HighLevel, by id, or by the address of its page in HighLevel. */
export const contactLocator: INodeProperties = {
	displayName: 'Contact',
	name: 'contactId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The contact, by name or email from the list, by its ID, or by the address of its page',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a contact…',
			typeOptions: { searchListMethod: 'searchContacts', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. ocQHyuzHvysMo5N5VsXc',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://app.gohighlevel.com/v2/location/…/contacts/detail/…',
			extractValue: { type: 'regex', regex: 'https?://[^/]+/.*contacts/detail/([A-Za-z0-9]+)' },
			validation: [
				{
					type: 'regex',
					properties: {
						regex: 'https?://[^/]+/.*contacts/detail/[A-Za-z0-9]+.*',
						errorMessage: 'This is not the address of a contact in HighLevel',
					},
				},
			],
		},
	],
};

/** One user of the location: from a list, or by id. */
export function userLocator(displayName: string, name: string, description: string): INodeProperties {
	return listOrId(displayName, name, description, 'searchUsers', 'y0BeYjuRIlDwsDcOHOJo');
}

export const workflowLocator: INodeProperties = {
	...listOrId(
		'Workflow',
		'workflowId',
		'The automation in HighLevel; workflows are made there, not here',
		'searchWorkflows',
		'78559bb3-b920-461e-b010-7b2a2816d2a9',
	),
	required: true,
};

export const campaignLocator: INodeProperties = {
	...listOrId(
		'Campaign',
		'campaignId',
		'The campaign in HighLevel',
		'searchCampaigns',
		'ocQHyuzHvysMo5N5VsXc',
	),
	required: true,
};

export const businessLocator: INodeProperties = {
	...listOrId(
		'Business',
		'businessId',
		'The business (company) in HighLevel',
		'searchBusinesses',
		'63771dcac1116f0e21de8e12',
	),
	required: true,
};

/** The location that the node works in; empty for the one that was connected. */
export const locationLocator: INodeProperties = {
	displayName: 'Location',
	name: 'locationId',
	type: 'resourceLocator',
	displayOptions: { show: { authentication: ['oAuth2'] } },
	default: { mode: 'list', value: '' },
	description:
		'The sub-account to work in, needed when an agency is connected. Leave it empty for a connection to one location.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'The connected location',
			typeOptions: { searchListMethod: 'searchLocations', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. ve9EPM428h8vShlRW1KT' },
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://app.gohighlevel.com/v2/location/…',
			extractValue: { type: 'regex', regex: 'https?://[^/]+/.*location/([A-Za-z0-9]+)' },
			validation: [
				{
					type: 'regex',
					properties: {
						regex: 'https?://[^/]+/.*location/[A-Za-z0-9]+.*',
						errorMessage: 'This is not the address of a page of a location in HighLevel',
					},
				},
			],
		},
	],
};

function listOrId(
	displayName: string,
	name: string,
	description: string,
	searchListMethod: string,
	exampleId: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select a ${displayName === 'Assigned To' ? 'user' : displayName.toLowerCase()}…`,
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${exampleId}` },
		],
	};
}
