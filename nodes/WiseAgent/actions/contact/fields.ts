import type { INodeProperties } from 'n8n-workflow';

import { UPDATABLE_ONLY, WRITABLE } from '../../api/contacts/contactFields';
import { outsideTeamLocator, pipelineLocator, teamMemberLocator } from '../../pickers/locators';
import { text } from '../optionalFields';

export const email = text(
	'Email',
	'CEmail',
	'Email address; upper and lower case are the same',
	'e.g. name@email.com',
);

export const mobilePhone = text(
	'Mobile Phone',
	'MobilePhone',
	'Mobile phone number, in whatever way it is written. An extension is left out.',
	'e.g. (480) 836-0345',
);

/** What a person is found and named by; shown first wherever a contact is written. */
export const identityFields: INodeProperties[] = [
	email,
	mobilePhone,
	text('First Name', 'CFirst', 'First name of the contact; Wise Agent creates nobody without it'),
	text('Last Name', 'CLast', 'Last name of the contact; Wise Agent creates nobody without it'),
];

const RANKS = ['A', 'B', 'C', 'D', 'F', 'Unranked'];

/** Source: official API page. */
const STATUSES = [
	'New',
	'Attempted',
	'Contacted',
	'Active',
	'Future Opportunity',
	'Disqualified',
	'Bad Lead',
	'Closed',
	'No Status',
	'Inactive',
	'Under Contract',
	'Hot Lead',
	'Warm Lead',
	'Appointment Set',
	'Showing Homes',
	'Submitted Offers',
	'Nurture',
	'Rejected',
	'Met with Client',
	'Listing Agreement',
	'Active Listing',
];

export const categories: INodeProperties = {
	displayName: 'Category Names or IDs',
	name: 'Categories',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCategories' },
	default: [],
	description:
		'Categories of the contact, by name. They are added to those that it has, unless the option Categories says otherwise. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** Fields that can be written whenever a contact is written. */
const always: INodeProperties[] = [
	text(
		'Address',
		'wholeAddress',
		'Number and street of the home address in one text. The node splits it into Street Number and Street Name; without a number in front, all of it becomes the street name.',
		'e.g. 123 Main St',
	),
	text('City', 'City', 'Town or city of the home address'),
	text('Company', 'Company', 'Company that the contact works for'),
	text('Country', 'Country', 'Country of the home address', 'e.g. USA'),
	text('Home Phone', 'HomePhone', 'Phone number at home. An extension is left out.'),
	{
		displayName: 'Rank',
		name: 'Rank',
		type: 'options',
		options: RANKS.map((rank) => ({ name: rank, value: rank })),
		default: 'Unranked',
		description: 'How promising the contact is',
	},
	text('State', 'State', 'State of the home address', 'e.g. AZ'),
	{
		displayName: 'Status',
		name: 'ContactStatus',
		type: 'options',
		options: [...STATUSES].sort().map((status) => ({ name: status, value: status })),
		default: 'New',
		description: 'How far one has come with the contact',
	},
	text('Street Name', 'AddressStreet', 'Street of the home address, without the number'),
	text('Street Number', 'AddressNumber', 'Number of the house in the street'),
	text('Suite Number', 'SuiteNo', 'Suite or apartment of the home address'),
	text('Work Phone', 'WorkPhone', 'Phone number at work. An extension is left out.'),
	text('Zip', 'Zip', 'Postal code of the home address', 'e.g. 85259'),
];

const assignments: INodeProperties[] = [
	teamMemberLocator('Assigned To', 'The member of the inside team who takes care of the contact'),
	outsideTeamLocator,
];

const updatableOnly: INodeProperties[] = [
	text(
		'Building Floor',
		'BuildingFloor',
		'Floor of the home address. Wise Agent does not show it on reads, so it is written at every run.',
	),
	text('County', 'County', 'County of the home address'),
	text(
		'Subdivision',
		'Subdivision',
		'Subdivision of the home address. Wise Agent does not show it on reads, so it is written at every run.',
	),
];

/** Every field that Wise Agent takes of a contact that exists, but for those that identify it. */
export const updatableFields: INodeProperties[] = [...always, ...assignments, ...updatableOnly];

const searchProfile: INodeProperties = {
	displayName: 'Search Profile',
	name: 'searchProfile',
	type: 'collection',
	placeholder: 'Add Wish',
	default: {},
	description: 'What the person looks for; written only when the contact is created',
	options: [
		text('Area', 'propInfoArea', 'Size of the land', 'e.g. 10000'),
		text('Building Size (Sqft)', 'propInfoSqft', 'Size of the building in square feet', 'e.g. 1800'),
		text('City', 'propInfoCity', 'Town or city where the property should be'),
		text('Max Price', 'propInfoMaxPrice', 'The most that it may cost', 'e.g. 450000'),
		text('Min Baths', 'propInfoMinBaths', 'How many bathrooms it must have', 'e.g. 2'),
		text('Min Beds', 'propInfoMinBeds', 'How many bedrooms it must have', 'e.g. 3'),
		text('Min Price', 'propInfoMinPrice', 'The least that it may cost', 'e.g. 250000'),
		text('Moving Within (Months)', 'propInfoMoving', 'In how many months the person wants to move', 'e.g. 3'),
		text('Notes', 'propInfoNotes', 'Further wishes'),
		text('Property Type', 'propInfoPropType', 'Kind of property', 'e.g. residential'),
		text('Rent or Own', 'propInfoRentOwn', 'Whether it is to rent or to buy', 'e.g. own'),
		text('Zip', 'propInfoZip', 'Postal code where the property should be', 'e.g. 85212'),
	],
};

const propertyOfInterest: INodeProperties = {
	displayName: 'Property of Interest',
	name: 'property',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'The property that the person looked at; written only when the contact is created',
	options: [
		text('Address', 'paddress', 'Street and number of the property'),
		text('Building Floor', 'pBldgFloor', 'Floor of the property'),
		text('City', 'pcity', 'Town or city of the property'),
		text('Country', 'pCountry', 'Country of the property'),
		text('County', 'pCounty', 'County of the property'),
		text('MLS Number', 'pMLS', 'Number of the listing', 'e.g. 1334422'),
		text('PO Box', 'pPOBox', 'PO box of the property'),
		text('State', 'pstate', 'State of the property', 'e.g. AZ'),
		text('Suite Number', 'pSuiteNo', 'Suite or apartment of the property'),
		text('Zip', 'pzip', 'Postal code of the property'),
	],
};

/** What Wise Agent takes only when a contact is created. */
const creatableOnly: INodeProperties[] = [
	text('Assigned Agent', 'AssignedAgent', 'Name of the agent who gets a new contact'),
	{
		displayName: 'Call Type',
		name: 'calltype',
		type: 'options',
		options: [
			{ name: 'Email', value: '2' },
			{ name: 'Phone', value: '1' },
		],
		default: '1',
		description: 'How a new contact is to be reached, for the call list',
	},
	{
		displayName: 'Do Not Call',
		name: 'DNC',
		type: 'boolean',
		default: false,
		description: 'Whether a new contact must not be called',
	},
	{
		displayName: 'Extra Details',
		name: 'extraDetails',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Detail',
		default: {},
		description: 'Whatever has no field of its own; written to the extra details of a new contact',
		options: [
			{
				displayName: 'Detail',
				name: 'details',
				values: [
					text('Name', 'name', 'What the detail is about', 'e.g. bedrooms'),
					text('Value', 'value', 'Text of the detail', 'e.g. 3'),
				],
			},
		],
	},
	text('Fax', 'Fax', 'Fax number of a new contact'),
	pipelineLocator,
	text(
		'Price',
		'Price',
		'Price of the home that a new contact is interested in, for the rules that distribute leads',
		'e.g. 450000',
	),
	propertyOfInterest,
	searchProfile,
	text('Website', 'Website', 'Web address of a new contact', 'e.g. https://example.com'),
];

/** What Create and Create or Update take beside the fields that identify a person. */
export const creatableFields: INodeProperties[] = [...updatableFields, ...creatableOnly];

/** For which fields an empty value clears what is there; otherwise empty values are not sent. */
export function clearWhenEmpty(fields: INodeProperties[]): INodeProperties {
	const names: readonly string[] = [...WRITABLE, ...UPDATABLE_ONLY];
	const clearable = fields.filter(({ type, name }) => type === 'string' && names.includes(name));
	return {
		displayName: 'Clear When Empty',
		name: 'clearWhenEmpty',
		type: 'multiOptions',
		options: clearable
			.map(({ displayName, name }) => ({ name: displayName, value: name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en')),
		default: [],
		description:
			'Fields whose value in Wise Agent is cleared when none is given here. For all others, an empty value changes nothing. Whether Wise Agent really cleared it is looked at.',
	};
}
