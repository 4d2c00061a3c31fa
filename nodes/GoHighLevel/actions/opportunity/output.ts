import type { IDataObject } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { optional } from '../../../core/operation/request';
import { simplified } from '../../../core/operation/simplify';
import type { HighLevelClient } from '../../api/client';
import { readCustomFields } from '../../api/customFields/fields';
import { withNamedValues, withNamesOfWritten } from '../../api/customFields/values';
import type { Opportunity } from '../../api/opportunities/opportunity';
import { pipelines, withPipelineNames, withPipelineNamesOfWritten } from '../../api/records/pipelines';
import { OPPORTUNITY_SUMMARY } from './fields';

/** What is requested for the names in the output. */
export const MADE_TO_SHOW = [optional(pipelines.list), optional(readCustomFields)];

/** Opportunities as the operations that read them return them: with the names of places and custom fields. */
export async function shownOpportunities(
	api: HighLevelClient,
	params: Params,
	found: Opportunity[],
): Promise<IDataObject[]> {
	const named = await withNamedValues(api, 'opportunity', await withPipelineNames(api, found));
	return named.map((one) => simplified(params, one, OPPORTUNITY_SUMMARY));
}

/** An opportunity after a write, with the same names; without, where they cannot be read. */
export async function shownWritten(api: HighLevelClient, written: Opportunity): Promise<IDataObject> {
	return await withNamesOfWritten(api, 'opportunity', await withPipelineNamesOfWritten(api, written));
}
