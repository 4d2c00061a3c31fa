import { optional } from '../../../core/operation/request';
import type { HighLevelClient } from '../client';
import { readCustomFields } from '../customFields/fields';
import { withNamedValues } from '../customFields/values';
import { pipelines, withPipelineNames } from '../records/pipelines';
import type { Opportunity } from './opportunity';

/** What is requested for the names. */
export const MADE_TO_SHOW = [optional(pipelines.list), optional(readCustomFields)];

/** Opportunities with the names of their places and custom fields. */
export async function namedOpportunities(api: HighLevelClient, found: Opportunity[]): Promise<Opportunity[]> {
	return await withNamedValues(api, 'opportunity', await withPipelineNames(api, found));
}

/** What is most used of an opportunity, which has some twenty fields. */
export const OPPORTUNITY_SUMMARY = [
	'id',
	'name',
	'status',
	'monetaryValue',
	'pipelineId',
	'pipelineName',
	'pipelineStageId',
	'pipelineStageName',
	'contactId',
	'assignedTo',
	'source',
	'lostReasonId',
	'createdAt',
	'updatedAt',
	'lastStageChangeAt',
	'lastStatusChangeAt',
	'customFieldValues',
];
