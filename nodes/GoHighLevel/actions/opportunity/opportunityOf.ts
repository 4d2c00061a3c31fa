import { textIn } from '../../../core/operation/given';
import type { Params } from '../../../core/operation/params';
import { optional } from '../../../core/operation/request';
import { amountOf } from '../../../core/values/amounts';
import { isEmpty } from '../../../core/values/texts';
import type { HighLevelClient } from '../../api/client';
import { readCustomFields } from '../../api/customFields/fields';
import { customFieldValuesOf } from '../../api/customFields/input';
import type { CustomFieldValue } from '../../api/customFields/value';
import { locationSettings } from '../../api/locations';
import type { OpportunityFields } from '../../api/opportunities/opportunity';
import { pipelines, placeOf } from '../../api/records/pipelines';

/** What is requested to read the fields: definitions of custom fields, the country of phones, stages. */
export const MADE_FOR_FIELDS = [
	optional(pipelines.list),
	optional(readCustomFields),
	optional(locationSettings),
];

/**
 * The opportunity that the editor's parameters describe, without its custom fields; what is empty is left out. Throws a
 * `Failure` for a stage that the pipeline does not have.
 */
export async function opportunityFieldsOf(
	api: HighLevelClient,
	params: Params,
	given: Record<string, unknown>,
): Promise<OpportunityFields> {
	const text = (name: string) => textIn(params, given, name);
	const { monetaryValue } = given;
	const [pipelineId, pipelineStageId] = [text('pipelineId'), text('pipelineStageId')];
	const fields = {
		name: text('name'),
		...(await placeOf(api, { pipelineId, pipelineStageId }, params)),
		status: text('status'),
		monetaryValue: isEmpty(monetaryValue)
			? undefined
			: amountOf(monetaryValue, params.label('monetaryValue')),
		assignedTo: text('assignedTo'),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The values of custom fields that are given. */
export async function customFieldsGiven(api: HighLevelClient, params: Params): Promise<CustomFieldValue[]> {
	return await customFieldValuesOf(api, 'opportunity', params, false);
}
