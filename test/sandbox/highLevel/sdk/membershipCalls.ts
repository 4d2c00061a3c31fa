import { DEMO } from '../support';
import type { SdkCall } from './call';
import { nobody, NO_CONTACT } from './call';

const { campaigns, users, workflows } = DEMO;

/** Tags, followers, campaigns, workflows and appointments of a contact. */
export const membershipCalls: SdkCall[] = [
	{
		name: 'addTags',
		succeed: (contacts, { contactId }, options) =>
			contacts.addTags({ contactId }, { tags: ['Two'] }, options),
		gives: { tags: ['one', 'two'] },
		fail: (contacts, _, options) => contacts.addTags({ contactId: nobody }, { tags: ['two'] }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'removeTags',
		succeed: (contacts, { contactId }, options) =>
			contacts.removeTags({ contactId }, { tags: ['one'] }, options),
		gives: { tags: [] },
		fail: (contacts, _, options) => contacts.removeTags({ contactId: nobody }, { tags: ['one'] }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'addFollowersContact',
		succeed: (contacts, { contactId }, options) =>
			contacts.addFollowersContact({ contactId }, { followers: [users.ben] }, options),
		gives: { followersAdded: [users.ben] },
		fail: (contacts, _, options) =>
			contacts.addFollowersContact({ contactId: nobody }, { followers: [] }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'removeFollowersContact',
		succeed: (contacts, { contactId }, options) =>
			contacts.removeFollowersContact({ contactId }, { followers: [users.amelia] }, options),
		gives: { followersRemoved: [users.amelia] },
		fail: (contacts, _, options) =>
			contacts.removeFollowersContact({ contactId: nobody }, { followers: [] }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'addContactToCampaign',
		succeed: (contacts, { contactId }, options) =>
			contacts.addContactToCampaign({ contactId, campaignId: campaigns.spring }, {}, options),
		gives: { succeded: true },
		fail: (contacts, { contactId }, options) =>
			contacts.addContactToCampaign({ contactId, campaignId: nobody }, {}, options),
		refusal: { statusCode: 400, message: 'Campaign with id nobody not found' },
	},
	{
		name: 'removeContactFromCampaign',
		succeed: (contacts, { contactId }, options) =>
			contacts.removeContactFromCampaign({ contactId, campaignId: campaigns.spring }, options),
		gives: { succeded: true },
		fail: (contacts, { contactId }, options) =>
			contacts.removeContactFromCampaign({ contactId, campaignId: nobody }, options),
		refusal: { statusCode: 400, message: 'Campaign with id nobody not found' },
	},
	{
		name: 'removeContactFromEveryCampaign',
		succeed: (contacts, { contactId }, options) =>
			contacts.removeContactFromEveryCampaign({ contactId }, options),
		gives: { succeded: true },
		fail: (contacts, _, options) => contacts.removeContactFromEveryCampaign({ contactId: nobody }, options),
		refusal: NO_CONTACT,
	},
	{
		name: 'addContactToWorkflow',
		succeed: (contacts, { contactId }, options) =>
			contacts.addContactToWorkflow({ contactId, workflowId: workflows.newLead }, {}, options),
		gives: { succeded: true },
		fail: (contacts, { contactId }, options) =>
			contacts.addContactToWorkflow(
				{ contactId, workflowId: workflows.newLead },
				{ eventStartTime: 'soon' },
				options,
			),
		refusal: { statusCode: 422, message: 'eventStartTime must be a valid ISO 8601 date string' },
	},
	{
		name: 'deleteContactFromWorkflow',
		succeed: (contacts, { contactId }, options) =>
			contacts.deleteContactFromWorkflow({ contactId, workflowId: workflows.newLead }, {}, options),
		gives: { succeded: true },
		fail: (contacts, { contactId }, options) =>
			contacts.deleteContactFromWorkflow({ contactId, workflowId: nobody }, {}, options),
		refusal: { statusCode: 400, message: 'Workflow with id nobody not found' },
	},
	{
		name: 'getAppointmentsForContact',
		succeed: (contacts, { contactId }, options) => contacts.getAppointmentsForContact({ contactId }, options),
		gives: { events: [{ title: 'Viewing', startTime: '2026-12-01 10:00:00' }] },
		fail: (contacts, _, options) => contacts.getAppointmentsForContact({ contactId: nobody }, options),
		refusal: NO_CONTACT,
	},
];
