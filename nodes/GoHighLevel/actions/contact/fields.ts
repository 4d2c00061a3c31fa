import type { INodeProperties } from 'n8n-workflow';

import { syncOptions } from '../../../core/editor/syncOptions';
import { listMode } from '../../../core/editor/writeOptions';
import { customFieldMapper } from '../../pickers/customFieldMapper';
import { userLocator } from '../../pickers/locators';
import { DND_STATUSES, dndChannels } from './dndFields';

/** What HighLevel finds and names a person by; shown first wherever a contact is written. */
export const identityFields: INodeProperties[] = [
	text('Email', 'email', 'Email address; HighLevel ignores upper and lower case', 'e.g. name@email.com'),
	text(
		'Phone',
		'phone',
		'Best with its country code (+1 202 555 0123); without one, HighLevel takes the country of the location. An extension is left out.',
		'e.g. +12025550123',
	),
	text('First Name', 'firstName', 'First name of the contact'),
	text('Last Name', 'lastName', 'Last name of the contact'),
];

/** Every other field that HighLevel takes when a contact is updated. */
export const updatableFields: INodeProperties[] = [
	text('Address', 'address1', 'Street and number'),
	userLocator('Assigned To', 'assignedTo', 'The user who takes care of the contact'),
	text('City', 'city', 'Town or city'),
	text('Country', 'country', 'Name or code of the country, which is sent as two letters', 'e.g. US'),
	{
		displayName: 'Date of Birth',
		name: 'dateOfBirth',
		type: 'dateTime',
		default: '',
		description: 'Day of birth; a time of day is left out',
	},
	{
		displayName: 'Do Not Disturb',
		name: 'dnd',
		type: 'boolean',
		default: false,
		description: 'Whether nothing may be sent to the contact on any channel',
	},
	dndChannels(
		'Do Not Disturb by Channel',
		'What may be sent to the contact, channel by channel',
		DND_STATUSES,
	),
	{
		displayName: 'Do Not Disturb, Inbound',
		name: 'inboundDndSettings',
		type: 'fixedCollection',
		placeholder: 'Add Setting',
		default: {},
		description:
			'Whether messages from the contact are let in. HighLevel does not show it on reads, so it is written at every run.',
		options: [
			{
				displayName: 'All Channels',
				name: 'all',
				values: [
					text('Message', 'message', 'Reason to store with the setting'),
					{
						displayName: 'Status',
						name: 'status',
						type: 'options',
						options: DND_STATUSES.slice(0, 2),
						default: 'active',
					},
				],
			},
		],
	},
	text('Full Name', 'name', 'The whole name, for sources that do not split it into first and last name'),
	text('Postal Code', 'postalCode', 'ZIP or postal code'),
	text('Source', 'source', 'Where the contact came from', 'e.g. Open house'),
	text('State', 'state', 'State, province or county'),
	text('Time Zone', 'timezone', 'Name of the time zone (IANA)', 'e.g. America/New_York'),
	text('Website', 'website', 'Web address of the contact', 'e.g. https://example.com'),
];

/** What HighLevel takes only when a contact is created or upserted. */
export const creatableFields: INodeProperties[] = [
	...updatableFields,
	text('Company Name', 'companyName', 'Company that the contact works for'),
	text(
		'Gender',
		'gender',
		'Gender of the contact. HighLevel does not show it on reads, so it is written at every run.',
		'e.g. female',
	),
];

export const tags: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	default: '',
	placeholder: 'e.g. new lead, open house',
	description:
		'Tags separated by commas, or a list from an expression. They are added to those that the contact has, unless the option Tags says otherwise.',
};

export const tagsMode = listMode('Tags', 'tagsMode');

export const customFields = customFieldMapper('contactCustomFields', 'contacts');

/** The options of a write that keeps a contact in sync; custom fields are chosen all together. */
export function syncFields(fields: INodeProperties[]): INodeProperties[] {
	return syncOptions([...fields, customFields]);
}

/** For which fields an empty value clears what is there; otherwise empty values are not sent. */
export function clearWhenEmpty(fields: INodeProperties[]): INodeProperties {
	const clearable = fields.filter(({ type }) => type !== 'boolean' && type !== 'fixedCollection');
	const options = clearable.map(({ displayName, name }) => ({ name: displayName, value: name }));
	return {
		displayName: 'Clear When Empty',
		name: 'clearWhenEmpty',
		type: 'multiOptions',
		options: [...options, { name: 'Custom Fields', value: 'customFields' }].sort((a, b) =>
			a.name.localeCompare(b.name, 'en'),
		),
		default: [],
		description:
			'Fields whose value in HighLevel is cleared when none is given here. For all others, an empty value changes nothing.',
	};
}

function text(displayName: string, name: string, description: string, placeholder?: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		description,
		...(placeholder ? { placeholder } : {}),
	};
}
