import type { IDataObject } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { simplified } from '../../../core/operation/simplify';
import type { HighLevelClient } from '../../api/client';
import { withNamesOfWritten } from '../../api/customFields/values';
import type { Opportunity } from '../../api/opportunities/opportunity';
import { namedOpportunities, OPPORTUNITY_SUMMARY } from '../../api/opportunities/shown';
import { withPipelineNamesOfWritten } from '../../api/records/pipelines';

/** Opportunities as the operations that read them return them: with the names of places and custom fields. */
export async function shownOpportunities(
	api: HighLevelClient,
	params: Params,
	found: Opportunity[],
): Promise<IDataObject[]> {
	const named = await namedOpportunities(api, found);
	return named.map((one) => simplified(params, one, OPPORTUNITY_SUMMARY));
}

/** An opportunity after a write, with the same names; without, where they cannot be read. */
export async function shownWritten(api: HighLevelClient, written: Opportunity): Promise<IDataObject> {
	return await withNamesOfWritten(api, 'opportunity', await withPipelineNamesOfWritten(api, written));
}
