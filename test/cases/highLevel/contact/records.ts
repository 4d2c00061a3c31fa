import type { IDataObject } from 'n8n-workflow';

import { byId, DEMO } from '../../../support/highLevel';
import { highLevelCases } from '../../case';
import { wrongTimeout } from '../../wrongValues';
import { CONTACT, withContact } from './withContact';

const identity = { email: 'ada@example.com', phone: '+1 212-555-0142', firstName: 'Ada', lastName: 'Byron' };

const updatable = {
	address1: '3 Pier Street',
	assignedTo: byId(DEMO.users.amelia),
	city: 'New York',
	country: 'us',
	dateOfBirth: '1990-09-25',
	dnd: true,
	dndSettings: {
		channels: [{ channel: 'SMS', status: 'active', message: 'asked on the phone', code: 'A1' }],
	},
	inboundDndSettings: { all: [{ status: 'inactive', message: 'fine' }][0] as IDataObject },
	name: 'Ada Byron',
	postalCode: '10004',
	source: 'Open house',
	state: 'NY',
	timezone: 'America/New_York',
	website: 'https://example.com',
	tags: 'new lead, open house',
};

const creatable = { ...updatable, companyName: 'Analytical Engines', gender: 'female' };

const customFieldValues = {
	[DEMO.customFields.leadSourceDetail]: 'Spring fair',
	[DEMO.customFields.budget]: '$450,000',
	[DEMO.customFields.moveInDate]: '2027-03-01',
	[DEMO.customFields.interests]: 'Buying, Investing',
	[`${DEMO.customFields.socialProfiles}.${DEMO.textBoxes.linkedIn}`]: 'in/ada',
};

/** As chosen in the editor, so that they are known to a token which may not read the definitions. */
const customFields = {
	mappingMode: 'defineBelow',
	value: customFieldValues,
	schema: Object.keys(customFieldValues).map((id) => ({ id })),
};

const sentUpdate = {
	email: 'ada@example.com',
	phone: '+12125550142',
	firstName: 'Ada',
	lastName: 'Byron',
	address1: '3 Pier Street',
	assignedTo: DEMO.users.amelia,
	city: 'New York',
	country: 'US',
	dateOfBirth: '1990-09-25',
	dnd: true,
	dndSettings: { SMS: { status: 'active', message: 'asked on the phone', code: 'A1' } },
	inboundDndSettings: { all: { status: 'inactive', message: 'fine' } },
	name: 'Ada Byron',
	postalCode: '10004',
	source: 'Open house',
	state: 'NY',
	timezone: 'America/New_York',
	website: 'https://example.com',
	tags: ['new lead', 'open house'],
	customFields: [
		{ id: DEMO.customFields.leadSourceDetail, field_value: 'Spring fair' },
		{ id: DEMO.customFields.budget, field_value: 450_000 },
		{ id: DEMO.customFields.moveInDate, field_value: '2027-03-01' },
		{ id: DEMO.customFields.interests, field_value: ['Buying', 'Investing'] },
		{ id: DEMO.customFields.socialProfiles, field_value: { [DEMO.textBoxes.linkedIn]: 'in/ada' } },
	],
};

const sentCreation = {
	...sentUpdate,
	locationId: DEMO.locationId,
	companyName: 'Analytical Engines',
	gender: 'female',
};

/** The external ID takes the place of what is mapped to its field. */
const sentLinked = {
	...sentCreation,
	customFields: sentUpdate.customFields.map((field) =>
		field.id === DEMO.customFields.leadSourceDetail ? { ...field, field_value: 'Fair' } : field,
	),
};

const email = '"Email" is not an email address: nobody';

export const records = highLevelCases({
	create: {
		example: { parameters: { ...identity, additionalFields: creatable, customFields, options: {} } },
		sdk: async (sdk) => await sdk.contacts.createContact(sentCreation),
		wrong: { parameters: { email: 'nobody' }, message: email, field: 'Email' },
	},
	upsert: {
		example: {
			...withContact,
			parameters: {
				matchBy: 'emailPhone',
				externalIdField: { __rl: true, mode: 'name', value: 'Lead Source Detail' },
				externalId: 'Fair',
				...identity,
				additionalFields: creatable,
				customFields,
				options: { timeout: 5000 },
			},
		},
		sdk: async (sdk) => await sdk.contacts.upsertContact(sentCreation),
		variants: [
			{
				parameters: { matchBy: 'externalIdEmailPhone' },
				sdk: async (sdk) => await sdk.contacts.upsertContact(sentLinked),
			},
		],
		wrong: { parameters: { email: 'nobody' }, message: email, field: 'Email' },
	},
	update: {
		example: {
			...withContact,
			parameters: {
				contactId: CONTACT,
				updateFields: { ...identity, ...updatable },
				customFields,
				options: { tagsMode: 'replace', clearWhenEmpty: ['website'] },
			},
		},
		sdk: async (sdk, { contactId }) => await sdk.contacts.updateContact({ contactId }, sentUpdate),
		wrong: { parameters: { updateFields: { email: 'nobody' } }, message: email, field: 'Email' },
	},
	setDoNotDisturb: {
		example: {
			...withContact,
			parameters: {
				contactId: CONTACT,
				dndSettings: {
					channels: [
						{ channel: 'WhatsApp', status: 'active', message: 'wrote STOP', code: 'A1' },
						{ channel: 'SMS', status: 'inactive', message: 'welcome', code: 'B2' },
					],
				},
				options: { ifPermanent: 'error' },
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.updateContact(
				{ contactId },
				{
					dndSettings: {
						WhatsApp: { status: 'active', message: 'wrote STOP', code: 'A1' },
						SMS: { status: 'inactive', message: 'welcome', code: 'B2' },
					},
				},
			),
		wrong: {
			parameters: { dndSettings: {} },
			message: '"Channels" is empty',
			field: 'dndSettings',
		},
	},
	get: {
		example: { ...withContact, parameters: { contactId: CONTACT, simplify: true, options: {} } },
		sdk: async (sdk, { contactId }) => await sdk.contacts.getContact({ contactId }),
		wrong: wrongTimeout(0),
	},
	delete: {
		example: { ...withContact, parameters: { contactId: CONTACT, options: {} } },
		sdk: async (sdk, { contactId }) => await sdk.contacts.deleteContact({ contactId }),
		wrong: { parameters: { contactId: byId('a/../b?x') }, message: 'Contact with id a/../b?x not found' },
	},
});
