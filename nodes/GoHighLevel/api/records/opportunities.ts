import type { IDataObject } from 'n8n-workflow';

import { making, optional } from '../../../core/operation/request';
import { afterDone } from '../../../core/sending/done';
import type { Reading } from '../answers';
import { done, followersIn, record } from '../answers';
import type { HighLevelClient } from '../client';
import { changedCustomFields, isPart } from '../customFields/changes';
import { uploaded, uploadFile } from '../customFields/files';
import type { CustomFieldValue } from '../customFields/value';
import { customFieldsOf, writtenValues } from '../customFields/value';
import type { Opportunity, OpportunityFields } from '../opportunities/opportunity';
import { searchOpportunities } from '../opportunities/search';
import { request } from '../request';
import { kindOf } from './kit';

const opportunity = kindOf<Opportunity, 'opportunityId'>({
	path: '/opportunities/',
	id: 'opportunityId',
	one: 'opportunity',
	read: 'opportunities.readonly',
	write: 'opportunities.write',
});

/** The fields as a request has them. */
type Body = Omit<OpportunityFields, 'customFields'> & { customFields?: IDataObject[] };

interface NewOpportunity {
	contactId: string;
	pipelineId: string;
	name: string;
	status: string;
}

const get = opportunity.get();

/** The search learns of a new opportunity after seconds, for which a lost one is looked for several times. */
const post = opportunity.create<Body & NewOpportunity>({
	list: searchOpportunities,
	listed: ({ contactId, pipelineId }) => ({ contactId, pipelineId }),
	among: ({ contactId, pipelineId }) => `${contactId} ${pipelineId}`,
	isSame: ({ name }, sent) => name === sent.name,
	isOther: ({ contactId, pipelineId }, sent) =>
		contactId !== sent.contactId || pipelineId !== sent.pipelineId,
	addedAt: ({ createdAt }) => createdAt,
});

const create = making(
	post,
	[optional(uploadFile)],
	async (api: HighLevelClient, fields: OpportunityFields & NewOpportunity): Promise<Opportunity> =>
		await post(api, await bodyOf(api, fields)),
);

const put = opportunity.change<Body>(get);

/**
 * Writes the given fields and leaves all others as they are. Files and texts of boxes go beside those that are there,
 * for which the opportunity is read before.
 */
const change = making(
	put,
	[optional(get), optional(uploadFile)],
	async (
		api: HighLevelClient,
		{ opportunityId, ...fields }: OpportunityFields & { opportunityId: string },
	): Promise<Opportunity> =>
		await api.alone(opportunityId, async () => {
			const customFields = await wholeValues(api, opportunityId, fields.customFields ?? []);
			const body = await bodyOf(api, { ...fields, customFields });
			// Everything is there already.
			if (Object.keys(body).length === 0) return await get(api.needing(get), { opportunityId });
			return await put(api, { ...body, opportunityId });
		}),
);

async function wholeValues(
	api: HighLevelClient,
	opportunityId: string,
	values: CustomFieldValue[],
): Promise<CustomFieldValue[]> {
	const parts = values.filter(({ value }) => isPart(value));
	if (parts.length === 0) return values;
	const current = customFieldsOf(await get(api.needing(get), { opportunityId }));
	return [...values.filter(({ value }) => !isPart(value)), ...changedCustomFields(current, parts)];
}

/** Uploads files, and gives the fields as v2 wants them. */
async function bodyOf<T extends OpportunityFields>(
	api: HighLevelClient,
	fields: T,
): Promise<Omit<T, 'customFields'> & Body> {
	const { customFields = [], ...others } = await uploaded(api, fields);
	return { ...others, ...(customFields.length > 0 ? { customFields: writtenValues(customFields) } : {}) };
}

/** What an upsert is told; HighLevel wants to be told about followers each time. */
export interface Upserted extends Omit<OpportunityFields, 'customFields'> {
	contactId: string;
	pipelineId: string;
	lostReasonId?: string;
	/** Ids of users who follow it from now on, beside those who do. */
	followers: string[];
}

const upsertAnswer: Reading<{ opportunity: Opportunity; new?: unknown }> = (answer) =>
	record<Opportunity>('opportunity')(answer) ? (answer as { opportunity: Opportunity }) : undefined;

/**
 * The specification has no `contactId`. Public clients send it: with it, HighLevel finds the contact's opportunity in the
 * pipeline, and without it, nothing could be created.
 */
const postUpsert = request(
	{ endpoint: 'POST /opportunities/upsert', scopes: ['opportunities.write'] },
	(path) => async (api: HighLevelClient, fields: Upserted) =>
		await api.postRepeatable(path(), upsertAnswer, {
			locationId: api.locationId,
			isRemoveAllFollowers: false,
			followersActionType: 'add',
			...(fields as unknown as IDataObject),
		}),
);

/** An opportunity that was created or updated. */
export type UpsertedOpportunity = Opportunity & { outcome: 'created' | 'updated' };

/** HighLevel's own upsert, which takes no custom fields: these are written after. */
const upsert = making(
	postUpsert,
	[change],
	async (
		api: HighLevelClient,
		fields: Upserted,
		customFields: CustomFieldValue[],
	): Promise<UpsertedOpportunity> => {
		const { contactId, pipelineId } = fields;
		return await api.alone(`opportunity of ${contactId} in ${pipelineId}`, async () => {
			const answer = await postUpsert(api, fields);
			const outcome = answer.new === true ? 'created' : 'updated';
			const { id: opportunityId } = answer.opportunity;
			if (customFields.length === 0) return { outcome, ...answer.opportunity };
			const whatIsDone = {
				what: `Opportunity ${opportunityId} was ${outcome}`,
				missing: 'but without its custom fields',
				advice: 'Running this item again does no harm.',
				details: { opportunityId, [outcome]: true },
			};
			const write = async () => await change(api, { opportunityId, customFields });
			return { outcome, ...(await afterDone(whatIsDone, write)) };
		});
	},
);

/** Opportunities of a location. */
export const opportunities = {
	search: searchOpportunities,
	get,
	create,
	change,
	upsert,
	setStatus: request(
		{ endpoint: 'PUT /opportunities/{opportunityId}/status', scopes: ['opportunities.write'] },
		(path) =>
			async (
				api: HighLevelClient,
				{ opportunityId, ...status }: { opportunityId: string; status: string; lostReasonId?: string },
			): Promise<true> =>
				await api.put(path({ opportunityId }), done, status),
	),
	delete: opportunity.delete(get),
	addFollowers: request(
		{ endpoint: 'POST /opportunities/{opportunityId}/followers', scopes: ['opportunities.write'] },
		(path) =>
			async (api: HighLevelClient, opportunityId: string, followers: string[]): Promise<IDataObject> =>
				await api.postRepeatable(path({ opportunityId }), followersIn, { followers }),
	),
	/** Nothing is told where the opportunity is gone. */
	removeFollowers: request(
		{ endpoint: 'DELETE /opportunities/{opportunityId}/followers', scopes: ['opportunities.write'] },
		(path) =>
			async (api: HighLevelClient, opportunityId: string, followers: string[]): Promise<IDataObject> =>
				await api.deletePart(path({ opportunityId }), followersIn, {}, { followers }),
	),
};
