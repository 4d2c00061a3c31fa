import type { INodeProperties } from 'n8n-workflow';

import { customFieldMapper } from '../../pickers/customFieldMapper';
import { userLocator } from '../../pickers/locators';

export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. 12 Pier Road',
	description: 'The name of the opportunity',
};

export const status: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Abandoned', value: 'abandoned' },
		{ name: 'Lost', value: 'lost' },
		{ name: 'Open', value: 'open' },
		{ name: 'Won', value: 'won' },
	],
	default: 'open',
	description: 'Whether the opportunity is open, won, lost or abandoned',
};

const monetaryValue: INodeProperties = {
	displayName: 'Value',
	name: 'monetaryValue',
	type: 'number',
	default: 0,
	placeholder: 'e.g. 450000',
	description: 'What the opportunity is worth, in the currency of the sub-account',
};

/** What every write can have beside name, place and status. */
export const furtherFields = [
	userLocator('Assigned To', 'assignedTo', 'The user who takes care of the opportunity'),
	monetaryValue,
];

export const customFields = customFieldMapper('opportunityCustomFields', 'opportunities');
