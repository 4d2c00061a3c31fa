import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId, users, workflows, campaigns, businesses, customFields, textBoxes } = DEMO;

const updatable = {
	email: 'ada@example.com',
	phone: '+12125550142',
	firstName: 'Ada',
	lastName: 'Byron',
	address1: '3 Pier Street',
	assignedTo: users.amelia,
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
		{ id: customFields.leadSourceDetail, field_value: 'Spring fair' },
		{ id: customFields.budget, field_value: 450_000 },
		{ id: customFields.moveInDate, field_value: '2027-03-01' },
		{ id: customFields.interests, field_value: ['Buying', 'Investing'] },
		{ id: customFields.socialProfiles, field_value: { [textBoxes.linkedIn]: 'in/ada' } },
	],
};

const creatable = { ...updatable, locationId, companyName: 'Analytical Engines', gender: 'female' };

const calls: SdkComparison['calls'] = {
	create: async (sdk) => await sdk.contacts.createContact(creatable),
	upsert: async (sdk) => await sdk.contacts.upsertContact(creatable),
	update: async (sdk, { contactId }) => await sdk.contacts.updateContact({ contactId }, updatable),
	get: async (sdk, { contactId }) => await sdk.contacts.getContact({ contactId }),
	delete: async (sdk, { contactId }) => await sdk.contacts.deleteContact({ contactId }),
	addFollowers: async (sdk, { contactId }) =>
		await sdk.contacts.addFollowersContact({ contactId }, { followers: [users.amelia, users.chloe] }),
	removeFollowers: async (sdk, { contactId }) =>
		await sdk.contacts.removeFollowersContact({ contactId }, { followers: [users.ben] }),
	addTags: async (sdk, { contactId }) => await sdk.contacts.addTags({ contactId }, { tags: ['hot', 'new'] }),
	removeTags: async (sdk, { contactId }) => await sdk.contacts.removeTags({ contactId }, { tags: ['old'] }),
	addToWorkflow: async (sdk, { contactId }) =>
		await sdk.contacts.addContactToWorkflow(
			{ contactId, workflowId: workflows.newLead },
			{ eventStartTime: '2027-03-01T10:00:00+00:00' },
		),
	removeFromWorkflow: async (sdk, { contactId }) =>
		await sdk.contacts.deleteContactFromWorkflow({ contactId, workflowId: workflows.openHouse }, {}),
	addToCampaign: async (sdk, { contactId }) =>
		await sdk.contacts.addContactToCampaign({ contactId, campaignId: campaigns.spring }, {}),
	removeFromCampaign: async (sdk, { contactId }) =>
		await sdk.contacts.removeContactFromCampaign({ contactId, campaignId: campaigns.spring }),
	removeFromAllCampaigns: async (sdk, { contactId }) =>
		await sdk.contacts.removeContactFromEveryCampaign({ contactId }),
	getAppointments: async (sdk, { contactId }) => await sdk.contacts.getAppointmentsForContact({ contactId }),
	findDuplicate: async (sdk) =>
		await sdk.contacts.getDuplicateContact({
			locationId,
			email: 'ada@example.com',
			number: '+12125550142',
		}),
	getByBusiness: async (sdk) =>
		await sdk.contacts.getContactsByBusinessId({
			businessId: businesses.northPier,
			locationId,
			limit: '100',
			skip: '0',
			query: 'ada',
		}),
	bulkUpdateTags: async (sdk, { contactId }) =>
		await sdk.contacts.createAssociation(
			{ type: 'add' },
			{ contacts: [contactId], tags: ['hot', 'new'], locationId },
		),
	bulkUpdateBusiness: async (sdk, { contactId }) =>
		await sdk.contacts.addRemoveContactFromBusiness({
			locationId,
			ids: [contactId],
			businessId: businesses.northPier,
		}),
	search: async (sdk) =>
		await sdk.contacts.searchContactsAdvanced({
			locationId,
			page: 1,
			pageLimit: 100,
			filters: [
				{
					group: 'AND',
					filters: [
						{
							group: 'OR',
							filters: [
								{ field: 'email', operator: 'eq', value: 'ada@example.com' },
								{ field: 'dateAdded', operator: 'range', value: { gte: '2020-01-01T00:00:00.000Z' } },
							],
						},
					],
				},
			],
			sort: [{ field: 'dateAdded', direction: 'asc' }],
		}),
	getAll: async (sdk) =>
		await sdk.contacts.searchContactsAdvanced({
			locationId,
			page: 1,
			pageLimit: 100,
			query: 'ada',
			filters: [
				{ field: 'dateAdded', operator: 'range', value: { gte: '2020-01-01T00:00:00.000Z' } },
				{ field: 'tags', operator: 'eq', value: 'old' },
				{ field: 'email', operator: 'eq', value: 'ada@example.com' },
			],
			sort: [{ field: 'dateUpdated', direction: 'desc' }],
		}),
};

const variants: SdkComparison['variants'] = [
	{
		operation: 'getAll',
		parameters: { filters: { query: 'ada' }, options: { endpoint: 'list' } },
		call: async (sdk) => await sdk.contacts.getContacts({ locationId, limit: 100, query: 'ada' }),
	},
	{
		operation: 'findDuplicate',
		parameters: { email: '' },
		call: async (sdk) => await sdk.contacts.getDuplicateContact({ locationId, number: '+12125550142' }),
	},
	{
		operation: 'addToWorkflow',
		parameters: { options: {} },
		call: async (sdk, { contactId }) =>
			await sdk.contacts.addContactToWorkflow({ contactId, workflowId: workflows.newLead }, {}),
	},
	{
		operation: 'bulkUpdateTags',
		parameters: { type: 'remove' },
		call: async (sdk, { contactId }) =>
			await sdk.contacts.createAssociation(
				{ type: 'remove' },
				{ contacts: [contactId], tags: ['hot', 'new'], locationId },
			),
	},
	{
		operation: 'bulkUpdateTags',
		parameters: { type: 'removeAll' },
		call: async (sdk, { contactId }) =>
			await sdk.contacts.createAssociation(
				{ type: 'remove' },
				{ contacts: [contactId], tags: [], locationId, removeAllTags: true },
			),
	},
	{
		operation: 'bulkUpdateBusiness',
		parameters: { change: 'remove' },
		call: async (sdk, { contactId }) =>
			await sdk.contacts.addRemoveContactFromBusiness({
				locationId,
				ids: [contactId],
				// The SDK's own page says that null takes out of the business; its types do not.
				businessId: null as unknown as string,
			}),
	},
];

const differences: SdkComparison['differences'] = [
	{
		pattern:
			/^(findDuplicate|get|getAll|getByBusiness|search): only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason: 'Values of custom fields are put out by name, and HighLevel gives them by id alone',
	},
	{
		pattern: /^(create|update|upsert): only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason: 'Values of custom fields are written by their data type, and keys are looked up',
	},
	{
		pattern: /^update: only the node sends GET \/contacts\/\{contactId\}$/,
		reason: 'An update reads the contact first, to write only what differs',
	},
	{
		pattern: /^update: PUT \S+: body\.(email|phone|firstName|country) is left out, /,
		reason: 'An update leaves out what the contact has already, so that two synced systems come to rest',
	},
	{
		pattern: /^upsert: only the node sends GET \/locations\/\{locationId\}$/,
		reason: 'Whether the location allows duplicates decides how Create or Update finds the contact',
	},
	{
		pattern: /^upsert: only the node sends GET \/contacts\/(search\/duplicate|\{contactId\})$/,
		reason:
			"HighLevel's upsert writes to one contact in silence when e-mail and phone belong to two, so they are looked for",
	},
	{
		pattern: /^upsert: only the node sends (POST \/contacts\/|PUT \/contacts\/\{contactId\})$/,
		reason: 'Create or Update creates, or updates the contact that HighLevel names as the duplicate',
	},
	{
		pattern: /^upsert: only the node sends POST \/contacts\/\{contactId\}\/tags$/,
		reason: "HighLevel's upsert replaces all tags; the node adds to them",
	},
	{
		pattern:
			/^upsert: POST \/contacts\/upsert: body\.(?!companyName|gender|email|locationId)\w+ is left out, /,
		reason:
			'An existing contact is updated with PUT; only company name and gender, which PUT refuses, go through upsert',
	},
	{
		pattern: /^findDuplicate: GET \S+: query\.number is left out, /,
		reason:
			'E-mail and phone are looked for one at a time: with both, HighLevel would not tell which of them it found',
	},
	{
		pattern: /^getAll: POST \S+: body\.sort\./,
		reason:
			'All contacts by their last change are read oldest first and turned round, so that none is missed that changes',
	},
];

export const contact: SdkComparison = { calls, variants, differences };
