import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/editor/labels';
import { listPage, matching } from '../../../core/editor/lists';
import { isObject } from '../../../core/values/objects';
import { plainText } from '../../../core/values/texts';
import { HIGHLEVEL } from '../../api/pages';
import type { Opportunity } from '../../api/opportunities/opportunity';
import { searchPage } from '../../api/opportunities/search';
import { pipelines, stagesOf } from '../../api/records/pipelines';
import { openForEditor } from '../openForEditor';

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
