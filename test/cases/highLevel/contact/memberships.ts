import { byId, DEMO, UNKNOWN } from '../../../support/highLevel';
import { highLevelCases } from '../../case';
import { CONTACT, withContact } from './withContact';

const { locationId } = DEMO;

const nothing = '={{ $json.nothing }}';

export const memberships = highLevelCases({
	addTags: {
		example: { ...withContact, parameters: { contactId: CONTACT, tags: 'hot, new', options: {} } },
		sdk: async (sdk, { contactId }) => await sdk.contacts.addTags({ contactId }, { tags: ['hot', 'new'] }),
		wrong: { parameters: { tags: nothing }, message: '"Tags" is empty', field: 'tags' },
	},
	removeTags: {
		example: { ...withContact, parameters: { contactId: CONTACT, tags: 'old', options: {} } },
		sdk: async (sdk, { contactId }) => await sdk.contacts.removeTags({ contactId }, { tags: ['old'] }),
		wrong: { parameters: { tags: nothing }, message: '"Tags" is empty', field: 'tags' },
	},
	addFollowers: {
		example: {
			...withContact,
			parameters: { contactId: CONTACT, followers: [DEMO.users.amelia, DEMO.users.chloe], options: {} },
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.addFollowersContact(
				{ contactId },
				{ followers: [DEMO.users.amelia, DEMO.users.chloe] },
			),
		wrong: {
			parameters: { followers: nothing },
			message: '"Follower Names or IDs" is empty',
			field: 'followers',
		},
	},
	removeFollowers: {
		example: {
			...withContact,
			parameters: { contactId: CONTACT, followers: [DEMO.users.ben], options: {} },
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.removeFollowersContact({ contactId }, { followers: [DEMO.users.ben] }),
		wrong: {
			parameters: { followers: nothing },
			message: '"Follower Names or IDs" is empty',
			field: 'followers',
		},
	},
	addToWorkflow: {
		example: {
			...withContact,
			parameters: {
				contactId: CONTACT,
				workflowId: byId(DEMO.workflows.newLead),
				options: { eventStartTime: '2027-03-01T10:00:00' },
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.addContactToWorkflow(
				{ contactId, workflowId: DEMO.workflows.newLead },
				{ eventStartTime: '2027-03-01T10:00:00+00:00' },
			),
		variants: [
			{
				parameters: { options: {} },
				sdk: async (sdk, { contactId }) =>
					await sdk.contacts.addContactToWorkflow({ contactId, workflowId: DEMO.workflows.newLead }, {}),
			},
		],
		wrong: { parameters: { workflowId: byId(UNKNOWN) }, message: `Workflow with id ${UNKNOWN} not found` },
	},
	removeFromWorkflow: {
		example: {
			...withContact,
			parameters: { contactId: CONTACT, workflowId: byId(DEMO.workflows.openHouse), options: {} },
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.deleteContactFromWorkflow({ contactId, workflowId: DEMO.workflows.openHouse }, {}),
		wrong: { parameters: { workflowId: byId(UNKNOWN) }, message: `Workflow with id ${UNKNOWN} not found` },
	},
	addToCampaign: {
		example: {
			...withContact,
			parameters: { contactId: CONTACT, campaignId: byId(DEMO.campaigns.spring), options: {} },
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.addContactToCampaign({ contactId, campaignId: DEMO.campaigns.spring }, {}),
		wrong: { parameters: { campaignId: byId(nothing) }, message: '"Campaign" is empty', field: 'campaignId' },
	},
	removeFromCampaign: {
		example: {
			...withContact,
			parameters: { contactId: CONTACT, campaignId: byId(DEMO.campaigns.spring), options: {} },
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.removeContactFromCampaign({ contactId, campaignId: DEMO.campaigns.spring }),
		wrong: { parameters: { campaignId: byId(UNKNOWN) }, message: `Campaign with id ${UNKNOWN} not found` },
	},
	removeFromAllCampaigns: {
		example: {
			...withContact,
			parameters: { contactId: CONTACT, options: {} },
		},
		sdk: async (sdk, { contactId }) => await sdk.contacts.removeContactFromEveryCampaign({ contactId }),
		wrong: { parameters: { contactId: byId('a b') }, message: 'Contact with id a b not found' },
	},
	bulkUpdateTags: {
		example: {
			...withContact,
			parameters: { contactId: CONTACT, type: 'add', tags: 'hot, new', options: {} },
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.createAssociation(
				{ type: 'add' },
				{ contacts: [contactId], tags: ['hot', 'new'], locationId },
			),
		variants: [
			{
				parameters: { type: 'remove' },
				sdk: async (sdk, { contactId }) =>
					await sdk.contacts.createAssociation(
						{ type: 'remove' },
						{ contacts: [contactId], tags: ['hot', 'new'], locationId },
					),
			},
			{
				parameters: { type: 'removeAll' },
				sdk: async (sdk, { contactId }) =>
					await sdk.contacts.createAssociation(
						{ type: 'remove' },
						{ contacts: [contactId], tags: [], locationId, removeAllTags: true },
					),
			},
		],
		wrong: { parameters: { tags: nothing }, message: '"Tags" is empty', field: 'tags' },
	},
	bulkUpdateBusiness: {
		example: {
			...withContact,
			parameters: {
				contactId: CONTACT,
				change: 'assign',
				businessId: byId(DEMO.businesses.northPier),
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.addRemoveContactFromBusiness({
				locationId,
				ids: [contactId],
				businessId: DEMO.businesses.northPier,
			}),
		variants: [
			{
				parameters: { change: 'remove' },
				sdk: async (sdk, { contactId }) =>
					await sdk.contacts.addRemoveContactFromBusiness({
						locationId,
						ids: [contactId],
						// The SDK's own page says that null takes out of the business; its types do not.
						businessId: null as unknown as string,
					}),
			},
		],
		wrong: { parameters: { businessId: byId(nothing) }, message: '"Business" is empty', field: 'businessId' },
	},
});
