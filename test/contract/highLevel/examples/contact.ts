import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

/** The contact that `prepare` made. */
const PREPARED = prepared('contactId');

const withContact = {
	prepare: (sandbox: HighLevelSandbox) => ({
		contactId: sandbox.state.addContact({
			locationId: DEMO.locationId,
			email: 'ada@example.com',
			phone: '+12125550142',
			additionalEmails: ['countess@example.com'],
			additionalPhones: ['+12125550143'],
			firstName: 'Ada',
			lastName: 'King',
			companyName: 'Old Company',
			address1: '1 Pier Street',
			city: 'Boston',
			state: 'MA',
			country: 'US',
			postalCode: '02108',
			website: 'https://example.org',
			timezone: 'America/Chicago',
			source: 'Fair',
			dateOfBirth: '1990-01-01',
			assignedTo: DEMO.users.ben,
			followers: [DEMO.users.ben],
			businessId: DEMO.businesses.northPier,
			campaigns: [DEMO.campaigns.spring],
			workflows: [DEMO.workflows.openHouse],
			dndSettings: { sms: { status: 'inactive', message: 'welcome', code: 'B2' } },
			customFields: [{ id: DEMO.customFields.leadSourceDetail, value: 'Fair' }],
			tags: ['old'],
		}).id,
	}),
};

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

export const contact: ResourceExamples = {
	create: { parameters: { ...identity, additionalFields: creatable, customFields, options: {} } },
	upsert: {
		...withContact,
		parameters: { ...identity, additionalFields: creatable, customFields, options: { timeout: 5000 } },
	},
	update: {
		...withContact,
		parameters: {
			contactId: PREPARED,
			updateFields: { ...identity, ...updatable },
			customFields,
			options: { tagsMode: 'replace', clearWhenEmpty: ['website'] },
		},
	},
	get: { ...withContact, parameters: { contactId: PREPARED, simplify: true, options: {} } },
	delete: { ...withContact, parameters: { contactId: PREPARED, options: {} } },
	addFollowers: {
		...withContact,
		parameters: { contactId: PREPARED, followers: [DEMO.users.amelia, DEMO.users.chloe], options: {} },
	},
	removeFollowers: {
		...withContact,
		parameters: { contactId: PREPARED, followers: [DEMO.users.ben], options: {} },
	},
	addTags: { ...withContact, parameters: { contactId: PREPARED, tags: 'hot, new', options: {} } },
	removeTags: { ...withContact, parameters: { contactId: PREPARED, tags: 'old', options: {} } },
	addToWorkflow: {
		...withContact,
		parameters: {
			contactId: PREPARED,
			workflowId: byId(DEMO.workflows.newLead),
			options: { eventStartTime: '2027-03-01T10:00:00' },
		},
	},
	removeFromWorkflow: {
		...withContact,
		parameters: { contactId: PREPARED, workflowId: byId(DEMO.workflows.openHouse), options: {} },
	},
	addToCampaign: {
		...withContact,
		parameters: { contactId: PREPARED, campaignId: byId(DEMO.campaigns.spring), options: {} },
	},
	removeFromCampaign: {
		...withContact,
		parameters: { contactId: PREPARED, campaignId: byId(DEMO.campaigns.spring), options: {} },
	},
	removeFromAllCampaigns: {
		...withContact,
		parameters: { contactId: PREPARED, options: {} },
	},
	getAppointments: {
		prepare: (sandbox) => {
			const { contactId } = withContact.prepare(sandbox);
			sandbox.state.addAppointment({
				contactId,
				startTime: '2027-03-01T10:00:00Z',
				assignedUserId: DEMO.users.ben,
				title: 'Viewing',
				notes: 'bring the keys',
				address: '3 Pier Street',
				users: [DEMO.users.ben],
			});
			return { contactId };
		},
		parameters: { contactId: PREPARED, simplify: true, options: {} },
	},
	findDuplicate: {
		...withContact,
		parameters: { email: 'ada@example.com', phone: '+12125550142', simplify: true, options: {} },
	},
	getByBusiness: {
		...withContact,
		parameters: {
			businessId: byId(DEMO.businesses.northPier),
			returnAll: true,
			limit: 50,
			simplify: true,
			options: { query: 'ada' },
		},
	},
	bulkUpdateTags: {
		...withContact,
		parameters: { contactId: PREPARED, type: 'add', tags: 'hot, new', options: {} },
	},
	bulkUpdateBusiness: {
		...withContact,
		parameters: {
			contactId: PREPARED,
			change: 'assign',
			businessId: byId(DEMO.businesses.northPier),
			options: {},
		},
	},
	search: {
		...withContact,
		parameters: {
			filterType: 'conditions',
			groupsMustMatch: 'AND',
			groups: {
				group: [
					{
						mustMatch: 'OR',
						conditions: {
							condition: [
								{ field: 'email', operator: 'eq', value: 'ada@example.com' },
								{ field: 'dateAdded', operator: 'range', from: '2020-01-01', to: '' },
							],
						},
					},
				],
			},
			filtersJson: '[]',
			returnAll: true,
			limit: 50,
			simplify: true,
			options: { sort: { order: [{ field: 'dateAdded', direction: 'asc' }] } },
		},
	},
	getAll: {
		...withContact,
		parameters: {
			returnAll: true,
			limit: 50,
			simplify: true,
			filters: { query: 'ada', tags: 'old', addedAfter: '2020-01-01', email: 'ada@example.com' },
			options: { sortBy: 'dateUpdated', sortDirection: 'desc' },
		},
	},
};
