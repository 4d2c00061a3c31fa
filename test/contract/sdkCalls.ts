import type { HighLevel } from '@gohighlevel/api-client';
import type { IDataObject } from 'n8n-workflow';

import { DEMO } from '../../sandbox/highlevel';

/** What an example does, done with the official SDK by its guide. `contactId` is the contact that the example made. */
export type SdkCall = (sdk: HighLevel, contactId: string) => Promise<unknown>;

const { locationId, users, workflows, campaigns, businesses, customFields } = DEMO;

const updatable = {
	email: 'ada@example.com',
	phone: '+1 212-555-0142',
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
		{ id: customFields.interests, field_value: ['Garden', 'Garage'] },
	],
};

const creatable = { ...updatable, locationId, companyName: 'Analytical Engines', gender: 'female' };

/** `resource.operation` -> the SDK's call, with arguments equivalent to those of the example. */
export const sdkCalls: Record<string, SdkCall> = {
	'contact.create': async (sdk) => await sdk.contacts.createContact(creatable),
	'contact.upsert': async (sdk) => await sdk.contacts.upsertContact(creatable),
	'contact.update': async (sdk, contactId) => await sdk.contacts.updateContact({ contactId }, updatable),
	'contact.get': async (sdk, contactId) => await sdk.contacts.getContact({ contactId }),
	'contact.delete': async (sdk, contactId) => await sdk.contacts.deleteContact({ contactId }),
	'contact.addFollowers': async (sdk, contactId) =>
		await sdk.contacts.addFollowersContact({ contactId }, { followers: [users.amelia, users.chloe] }),
	'contact.removeFollowers': async (sdk, contactId) =>
		await sdk.contacts.removeFollowersContact({ contactId }, { followers: [users.ben] }),
	'contact.addTags': async (sdk, contactId) =>
		await sdk.contacts.addTags({ contactId }, { tags: ['hot', 'new'] }),
	'contact.removeTags': async (sdk, contactId) =>
		await sdk.contacts.removeTags({ contactId }, { tags: ['old'] }),
	'contact.addToWorkflow': async (sdk, contactId) =>
		await sdk.contacts.addContactToWorkflow(
			{ contactId, workflowId: workflows.newLead },
			{ eventStartTime: '2027-03-01T10:00:00+00:00' },
		),
	'contact.removeFromWorkflow': async (sdk, contactId) =>
		await sdk.contacts.deleteContactFromWorkflow({ contactId, workflowId: workflows.openHouse }, {}),
	'contact.addToCampaign': async (sdk, contactId) =>
		await sdk.contacts.addContactToCampaign({ contactId, campaignId: campaigns.spring }, {}),
	'contact.removeFromCampaign': async (sdk, contactId) =>
		await sdk.contacts.removeContactFromCampaign({ contactId, campaignId: campaigns.spring }),
	'contact.removeFromAllCampaigns': async (sdk, contactId) =>
		await sdk.contacts.removeContactFromEveryCampaign({ contactId }),
	'contact.getAppointments': async (sdk, contactId) =>
		await sdk.contacts.getAppointmentsForContact({ contactId }),
	'contact.findDuplicate': async (sdk) =>
		await sdk.contacts.getDuplicateContact({
			locationId,
			email: 'ada@example.com',
			number: '+12125550142',
		}),
	'contact.getByBusiness': async (sdk) =>
		await sdk.contacts.getContactsByBusinessId({
			businessId: businesses.northPier,
			locationId,
			limit: '100',
			skip: '0',
			query: 'ada',
		}),
	'contact.bulkUpdateTags': async (sdk, contactId) =>
		await sdk.contacts.createAssociation(
			{ type: 'add' },
			{ contacts: [contactId], tags: ['hot', 'new'], locationId },
		),
	'contact.bulkUpdateBusiness': async (sdk, contactId) =>
		await sdk.contacts.addRemoveContactFromBusiness({
			locationId,
			ids: [contactId],
			businessId: businesses.northPier,
		}),
	'contact.search': async (sdk) =>
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
	'contact.getAll': async (sdk) =>
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

/** Other ways to use an operation: what differs from its example, and the SDK's call for that. */
export const sdkVariants: Array<{ id: string; parameters: IDataObject; call: SdkCall }> = [
	{
		id: 'contact.getAll',
		parameters: { filters: { query: 'ada' }, options: { endpoint: 'list' } },
		call: async (sdk) => await sdk.contacts.getContacts({ locationId, limit: 100, query: 'ada' }),
	},
	{
		id: 'contact.findDuplicate',
		parameters: { email: '' },
		call: async (sdk) => await sdk.contacts.getDuplicateContact({ locationId, number: '+12125550142' }),
	},
	{
		id: 'contact.addToWorkflow',
		parameters: { options: {} },
		call: async (sdk, contactId) =>
			await sdk.contacts.addContactToWorkflow({ contactId, workflowId: workflows.newLead }, {}),
	},
	{
		id: 'contact.bulkUpdateTags',
		parameters: { type: 'remove' },
		call: async (sdk, contactId) =>
			await sdk.contacts.createAssociation(
				{ type: 'remove' },
				{ contacts: [contactId], tags: ['hot', 'new'], locationId },
			),
	},
	{
		id: 'contact.bulkUpdateTags',
		parameters: { type: 'removeAll' },
		call: async (sdk, contactId) =>
			await sdk.contacts.createAssociation(
				{ type: 'remove' },
				{ contacts: [contactId], tags: [], locationId, removeAllTags: true },
			),
	},
	{
		id: 'contact.bulkUpdateBusiness',
		parameters: { change: 'remove' },
		call: async (sdk, contactId) =>
			await sdk.contacts.addRemoveContactFromBusiness({
				locationId,
				ids: [contactId],
				// The SDK's own page says that null takes out of the business; its types do not.
				businessId: null as unknown as string,
			}),
	},
];

/** `resource.operation` -> why the SDK has nothing like it. */
export const WITHOUT_COUNTERPART: Record<string, string> = {};
