import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/editor/labels';
import { listPage, matching } from '../../../core/editor/lists';
import { locator, required } from '../../../core/editor/locator';
import { isObject } from '../../../core/values/objects';
import { plainText } from '../../../core/values/texts';
import type { Opportunity } from '../../api/opportunities/opportunity';
import { searchPage } from '../../api/opportunities/search';
import { HIGHLEVEL } from '../../api/pages';
import { lostReasons } from '../../api/records/lostReasons';
import { pipelines, stagesOf } from '../../api/records/pipelines';
import { openForEditor } from '../openForEditor';
import { fromWholeList } from './wholeList';

/** HighLevel's pages of opportunities have no address with the ID in it that is known. */
export const opportunityLocator = required(
	locator({
		displayName: 'Opportunity',
		name: 'opportunityId',
		description: 'The opportunity, by its name or contact from the list, or by its ID',
		record: 'opportunity',
		searchListMethod: 'searchOpportunities',
		exampleId: 'yWQobCRIhRguQtD2llvk',
	}),
);

export const {
	required: pipelineLocator,
	optional: anyPipelineLocator,
	search: searchPipelines,
} = fromWholeList(pipelines.list, {
	displayName: 'Pipeline',
	name: 'pipelineId',
	description: 'The pipeline, by name from the list or by its ID',
	record: 'pipeline',
	searchListMethod: 'searchPipelines',
	exampleId: 'VDm7RPYC2GLUvdpKmBfC',
});

export const { optional: lostReasonLocator, search: searchLostReasons } = fromWholeList(lostReasons.list, {
	displayName: 'Lost Reason',
	name: 'lostReasonId',
	description: 'Why the opportunity was lost, by name from the list or by its ID',
	record: 'lost reason',
	searchListMethod: 'searchLostReasons',
	exampleId: 'CLu7BaljjqrEjBGKTNNe',
});

/** The list has the stages of the pipeline that is chosen; of all pipelines, where none is. */
export const anyStageLocator = locator({
	displayName: 'Stage',
	name: 'pipelineStageId',
	description: 'The stage of the pipeline, by name from the list or by its ID',
	record: 'stage',
	searchListMethod: 'searchStages',
	exampleId: '7915dedc-8f18-44d5-8bc3-77c04e994a10',
});

export const stageLocator = required(anyStageLocator);

const PAGE_SIZE = 50;

/** Opportunities for a resource locator, a page at a time, searched on HighLevel's side. */
export async function searchOpportunities(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [searchPage], async (api) => {
		const readPage = async (page: number) =>
			await searchPage(api, { query: filter }, { limit: PAGE_SIZE, page: page + 1 });
		return await listPage({ ...HIGHLEVEL, pageSize: PAGE_SIZE, readPage, optionOf }, paginationToken);
	});
}

/** The name and, in brackets, the contact's. */
function optionOf({ id, name, contact }: Opportunity): { name: string; value: string } {
	return { name: label(name, isObject(contact) ? contact.name : undefined, id), value: id };
}

/** The stages of the chosen pipeline; of all pipelines with their names, where none is chosen. */
export async function searchStages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [pipelines.list], async (api) => {
		const all = await pipelines.list(api, {});
		const chosen = all.find(({ id }) => id === chosenPipeline(this));
		const options = (chosen ? [chosen] : all).flatMap((pipeline) =>
			stagesOf(pipeline).map(({ id, name }) => ({
				name: chosen ? name : label(name, pipeline.name, id),
				value: id,
			})),
		);
		return { results: matching(options, filter) };
	});
}

/** Where the form has the pipeline: beside the stage, in a collection with it, or at the top. */
const PLACES = ['&pipelineId', 'pipelineId'];

function chosenPipeline(context: ILoadOptionsFunctions): string | undefined {
	const values = PLACES.map((place) => context.getCurrentNodeParameter(place) as unknown);
	const ids = values.map((value) => plainText(isObject(value) ? value.value : value));
	return ids.find((id) => id !== '');
}
