import type { HighLevel } from '@gohighlevel/api-client';

import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { prepared } from '../prepared';
import { nothingToUpdate, notADate, wrongTimeout } from '../wrongValues';

const { locationId, users, pipelines, pipelineStages, lostReasons } = DEMO;

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({ locationId, firstName: 'Ada' }).id,
	}),
};

const withOpportunity = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId } = withContact.prepare(sandbox);
		const { id: opportunityId } = sandbox.state.add('opportunities', {
			locationId,
			contactId,
			name: '12 Pier Road',
			pipelineId: pipelines.buyers,
			pipelineStageId: pipelineStages.inquiry,
			status: 'open',
			monetaryValue: 450_000,
			assignedTo: users.ben,
			source: 'open house',
			followers: [users.ben],
			customFields: [{ id: DEMO.customFields.dealType, value: 'Purchase' }],
			createdAt: '2026-03-02T10:00:00.000Z',
			updatedAt: '2026-03-02T10:00:00.000Z',
			lastStageChangeAt: '2026-03-02T10:00:00.000Z',
			lastStatusChangeAt: '2026-03-02T10:00:00.000Z',
		});
		return { contactId, opportunityId };
	},
};

const ofTheOpportunity = { opportunityId: prepared('opportunityId'), options: {} };

/** As chosen in the editor, so that it is known to a token which may not read the definitions. */
const customFields = {
	mappingMode: 'defineBelow',
	value: { [DEMO.customFields.dealType]: 'Sale' },
	schema: [{ id: DEMO.customFields.dealType }],
};

const sentCustomFields = [{ id: DEMO.customFields.dealType, field_value: 'Sale' }];

const further = { assignedTo: byId(users.amelia), monetaryValue: 475_000 };

const place = { pipelineId: pipelines.buyers, pipelineStageId: pipelineStages.viewing };

const chosenPlace = { pipelineId: byId(place.pipelineId), pipelineStageId: byId(place.pipelineStageId) };

const written = { ...place, status: 'won', monetaryValue: 475_000, assignedTo: users.amelia };

const followers = [users.amelia, users.chloe];

type Sdk = HighLevel['opportunities'];
type UpsertInput = Parameters<Sdk['upsertOpportunity']>[0];

export const cases = highLevelCases({
	create: {
		example: {
			...withContact,
			parameters: {
				contactId: prepared('contactId'),
				...chosenPlace,
				name: '14 Pier Road',
				status: 'won',
				additionalFields: further,
				customFields,
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.opportunities.createOpportunity({
				...written,
				locationId,
				contactId,
				name: '14 Pier Road',
				customFields: sentCustomFields,
			}),
		wrong: {
			parameters: { additionalFields: { monetaryValue: 'a lot' } },
			message: '"Value" is not a number: a lot',
			field: 'Value',
		},
	},
	upsert: {
		example: {
			...withContact,
			parameters: {
				contactId: prepared('contactId'),
				pipelineId: byId(pipelines.buyers),
				name: '14 Pier Road',
				additionalFields: {
					...further,
					followers,
					lostReasonId: byId(lostReasons.price),
					pipelineStageId: byId(place.pipelineStageId),
					status: 'lost',
				},
				customFields,
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) => {
			const fields = {
				...written,
				locationId,
				contactId,
				name: '14 Pier Road',
				status: 'lost',
				lostReasonId: lostReasons.price,
				followers,
				isRemoveAllFollowers: false,
				followersActionType: 'add',
			};
			// Its type has a number for an object, as the specification has.
			return await sdk.opportunities.upsertOpportunity(fields as unknown as UpsertInput);
		},
		wrong: {
			parameters: { additionalFields: { status: 'maybe' } },
			message: '"Status" has no option "maybe"',
			field: 'Status',
		},
	},
	get: {
		example: { ...withOpportunity, parameters: { ...ofTheOpportunity, simplify: false } },
		sdk: async (sdk, { opportunityId }) => await sdk.opportunities.getOpportunity({ id: opportunityId }),
		wrong: {
			parameters: { opportunityId: byId(UNKNOWN) },
			message: `Opportunity with id ${UNKNOWN} not found`,
		},
	},
	getAll: {
		example: {
			...withOpportunity,
			parameters: {
				returnAll: true,
				limit: 50,
				simplify: false,
				filters: {
					assignedTo: byId(users.ben),
					contactId: prepared('contactId'),
					createdAfter: '2026-03-02T00:00:00Z',
					createdBefore: '2026-03-02',
					maximumValue: 450_000,
					minimumValue: 1,
					unchangedDays: 1,
					pipelineId: byId(pipelines.buyers),
					query: 'Pier Road',
					pipelineStageId: byId(pipelineStages.inquiry),
					status: 'open',
				},
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.opportunities.searchOpportunity({
				locationId,
				order: 'added_desc',
				q: 'Pier Road',
				pipelineId: pipelines.buyers,
				pipelineStageId: pipelineStages.inquiry,
				contactId,
				assignedTo: users.ben,
				status: 'open',
				date: '02-28-2026',
				endDate: '03-04-2026',
				limit: 100,
			}),
		wrong: {
			parameters: { filters: { createdAfter: 'soon' } },
			message: notADate('Created After'),
			field: 'Created After',
		},
	},
	update: {
		example: {
			...withOpportunity,
			parameters: {
				...ofTheOpportunity,
				updateFields: { ...further, ...chosenPlace, name: '14 Pier Road', status: 'won' },
				customFields,
			},
		},
		sdk: async (sdk, { opportunityId }) =>
			await sdk.opportunities.updateOpportunity(
				{ id: opportunityId },
				{ ...written, name: '14 Pier Road', customFields: sentCustomFields },
			),
		wrong: { ...nothingToUpdate, parameters: { ...nothingToUpdate.parameters, customFields: {} } },
	},
	moveToStage: {
		example: { ...withOpportunity, parameters: { ...ofTheOpportunity, ...chosenPlace } },
		sdk: async (sdk, { opportunityId }) =>
			await sdk.opportunities.updateOpportunity({ id: opportunityId }, place),
		wrong: {
			parameters: { pipelineStageId: byId(DEMO.sellerStages.listed) },
			message: `"Stage" does not belong to the pipeline "Buyers": ${DEMO.sellerStages.listed}`,
			field: 'Stage',
		},
	},
	setStatus: {
		example: {
			...withOpportunity,
			parameters: { ...ofTheOpportunity, status: 'lost', lostReasonId: byId(lostReasons.price) },
		},
		sdk: async (sdk, { opportunityId }) =>
			await sdk.opportunities.updateOpportunityStatus(
				{ id: opportunityId },
				{ status: 'lost', lostReasonId: lostReasons.price },
			),
		wrong: {
			parameters: { lostReasonId: byId(UNKNOWN) },
			message: `"Lost Reason" does not belong to this location: ${UNKNOWN}`,
			field: 'Lost Reason',
		},
	},
	delete: {
		example: { ...withOpportunity, parameters: ofTheOpportunity },
		sdk: async (sdk, { opportunityId }) => await sdk.opportunities.deleteOpportunity({ id: opportunityId }),
		wrong: {
			parameters: { opportunityId: byId('a/../b?x') },
			message: 'Opportunity with id a/../b?x not found',
		},
	},
	addFollowers: {
		example: { ...withOpportunity, parameters: { ...ofTheOpportunity, followers } },
		sdk: async (sdk, { opportunityId }) =>
			await sdk.opportunities.addFollowersOpportunity({ id: opportunityId }, { followers }),
		wrong: {
			parameters: { followers: '={{ $json.nothing }}' },
			message: '"Follower Names or IDs" is empty',
			field: 'followers',
		},
	},
	removeFollowers: {
		example: { ...withOpportunity, parameters: { ...ofTheOpportunity, followers: [users.ben] } },
		sdk: async (sdk, { opportunityId }) =>
			await sdk.opportunities.removeFollowersOpportunity({ id: opportunityId }, { followers: [users.ben] }),
		wrong: wrongTimeout(0),
	},
});

export const differences: Difference[] = [
	{
		pattern: /: only the node sends GET \/opportunities\/pipelines$/,
		reason: 'A stage has to belong to its pipeline, and the names of both are in the output; read once',
	},
	{
		pattern: /: only the node sends GET \/locations\/\{locationId\}\/customFields$/,
		reason:
			'Values of custom fields are checked by their definitions, and are in the output by name; read once',
	},
	{
		pattern: /^(setStatus|upsert): only the node sends GET \/opportunities\/lost-reason$/,
		reason: 'A lost reason has to be one of the location; read once',
	},
	{
		pattern: /^setStatus: only the node sends GET \/opportunities\/\{opportunityId\}$/,
		reason: 'HighLevel answers that it was done, and the output is the opportunity',
	},
	{
		pattern: /^upsert: only the node sends PUT \/opportunities\/\w+$/,
		reason: "HighLevel's upsert takes no custom fields",
	},
];
