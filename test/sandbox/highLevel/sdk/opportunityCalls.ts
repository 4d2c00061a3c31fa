import { DEMO, locationId } from '../support';
import { nobody } from './call';
import type { LocationCall } from './locationCalls';

const { opportunities: ids, lostReasons, pipelines, pipelineStages, users } = DEMO;
const id = ids.harborLoft;

const unknown = { statusCode: 400, message: 'Opportunity with id nobody not found' };

const search = { locationId, query: 'loft', limit: 20, page: 0, searchAfter: [] };
const additionalDetails = { notes: true, tasks: true, calendarEvents: true, unReadConversations: true };
const follow = { followers: [users.ben], isRemoveAllFollowers: false, followersActionType: 'add' };

/** Of the demo's opportunities. */
export const opportunityCalls: LocationCall[] = [
	{
		name: 'opportunities.searchOpportunity',
		succeed: ({ opportunities }, options) =>
			opportunities.searchOpportunity({ locationId, pipelineId: pipelines.sellers, status: 'won' }, options),
		gives: { opportunities: [{ id: ids.westEndVilla }], meta: { total: 1 } },
		fail: ({ opportunities }, options) =>
			opportunities.searchOpportunity({ locationId, limit: 101 }, options),
		refusal: { statusCode: 422, message: 'limit must not be greater than 100' },
	},
	{
		name: 'opportunities.searchOpportunitiesAdvanced',
		succeed: ({ opportunities }, options) =>
			opportunities.searchOpportunitiesAdvanced({ ...search, additionalDetails }, options),
		gives: { opportunities: [{ id, name: 'Harbor loft' }], total: 1 },
		fail: ({ opportunities }, options) =>
			opportunities.searchOpportunitiesAdvanced({ ...search, limit: 0, additionalDetails }, options),
		refusal: { statusCode: 422, message: 'limit must not be less than 1' },
	},
	{
		name: 'opportunities.createOpportunity',
		succeed: async ({ contacts, opportunities }, options) => {
			const { contact } = await contacts.createContact({ locationId, firstName: 'Ada' }, options);
			const deal = { pipelineId: pipelines.buyers, locationId, name: 'Loft', status: 'open' };
			const contactId = contact?.id ?? '';
			return await opportunities.createOpportunity({ ...deal, contactId, monetaryValue: 5 }, options);
		},
		gives: { opportunity: { name: 'Loft', monetaryValue: 5, pipelineStageId: pipelineStages.inquiry } },
		fail: ({ opportunities }, options) =>
			opportunities.createOpportunity(
				{ pipelineId: pipelines.buyers, locationId, name: 'Loft', status: 'open', contactId: nobody },
				options,
			),
		refusal: { statusCode: 400, message: 'Contact with id nobody not found' },
	},
	{
		name: 'opportunities.getOpportunity',
		succeed: ({ opportunities }, options) => opportunities.getOpportunity({ id }, options),
		gives: { opportunity: { id, name: 'Harbor loft', status: 'open' } },
		fail: ({ opportunities }, options) => opportunities.getOpportunity({ id: nobody }, options),
		refusal: unknown,
	},
	{
		name: 'opportunities.updateOpportunity',
		succeed: ({ opportunities }, options) =>
			opportunities.updateOpportunity({ id }, { pipelineStageId: pipelineStages.offer }, options),
		gives: { opportunity: { id, pipelineStageId: pipelineStages.offer } },
		fail: ({ opportunities }, options) => opportunities.updateOpportunity({ id: nobody }, {}, options),
		refusal: unknown,
	},
	{
		name: 'opportunities.updateOpportunityStatus',
		succeed: ({ opportunities }, options) =>
			opportunities.updateOpportunityStatus(
				{ id },
				{ status: 'lost', lostReasonId: lostReasons.price },
				options,
			),
		gives: { succeded: true },
		fail: ({ opportunities }, options) =>
			opportunities.updateOpportunityStatus({ id }, { status: 'lost', lostReasonId: nobody }, options),
		refusal: { statusCode: 400, message: 'Lost reason with id nobody not found' },
	},
	{
		name: 'opportunities.upsertOpportunity',
		succeed: ({ opportunities }, options) =>
			opportunities.upsertOpportunity({ id, pipelineId: pipelines.buyers, locationId, ...follow }, options),
		gives: { new: false, opportunity: { id, followers: [users.ben] } },
		fail: ({ opportunities }, options) =>
			opportunities.upsertOpportunity({ id, pipelineId: nobody, locationId, ...follow }, options),
		refusal: { statusCode: 400, message: 'Pipeline with id nobody not found' },
	},
	{
		name: 'opportunities.addFollowersOpportunity',
		succeed: ({ opportunities }, options) =>
			opportunities.addFollowersOpportunity({ id }, { followers: [users.ben] }, options),
		gives: { followers: [users.ben], followersAdded: [users.ben] },
		fail: ({ opportunities }, options) =>
			opportunities.addFollowersOpportunity({ id: nobody }, { followers: [] }, options),
		refusal: unknown,
	},
	{
		name: 'opportunities.removeFollowersOpportunity',
		succeed: ({ opportunities }, options) =>
			opportunities.removeFollowersOpportunity(
				{ id: ids.seaviewCondo, isRemoveAllFollowers: true },
				{ followers: [] },
				options,
			),
		gives: { followers: [], followersRemoved: [users.amelia] },
		fail: ({ opportunities }, options) =>
			opportunities.removeFollowersOpportunity({ id: nobody }, { followers: [] }, options),
		refusal: unknown,
	},
	{
		name: 'opportunities.getLostReason',
		succeed: ({ opportunities }, options) =>
			opportunities.getLostReason({ locationId, query: 'agent', getCount: true }, options),
		gives: { lostReasons: [{ id: lostReasons.otherAgent }], total: 1 },
		fail: ({ opportunities }, options) =>
			opportunities.getLostReason({ locationId: DEMO.otherLocationId }, options),
		refusal: { statusCode: 403, message: 'The token does not have access to this location.' },
	},
	{
		name: 'opportunities.deleteOpportunity',
		succeed: ({ opportunities }, options) => opportunities.deleteOpportunity({ id }, options),
		gives: { succeded: true },
		fail: ({ opportunities }, options) => opportunities.deleteOpportunity({ id: nobody }, options),
		refusal: unknown,
	},
];
