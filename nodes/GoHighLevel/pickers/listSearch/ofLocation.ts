import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Request } from '../../../core/operation/request';
import { making } from '../../../core/operation/request';
import { label } from '../../../core/editor/labels';
import { listPage, matching } from '../../../core/editor/lists';
import { campaigns, workflows } from '../../api/records/automations';
import { businesses } from '../../api/records/businesses';
import { calendars } from '../../api/records/calendars';
import type { HighLevelClient } from '../../api/client';
import { customObjects, objectName } from '../../api/records/customObjects';
import { customValues } from '../../api/records/customValues';
import { HIGHLEVEL } from '../../api/pages';
import { readCustomFields } from '../../api/customFields/fields';
import { lostReasons } from '../../api/records/lostReasons';
import { pipelines } from '../../api/records/pipelines';
import { tags } from '../../api/records/tags';
import { openForEditor } from '../openForEditor';

interface Named {
	id: string;
	name: string;
}

type WholeList<T> = Request & ((api: HighLevelClient, given: object) => Promise<T[]>);

type ListSearch = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** Lists of which HighLevel answers all at once, and knows no search. */
function listedWhole<T extends Named>(list: WholeList<T>, nameOf = ({ name }: T) => name): ListSearch {
	return listedAs(list, (one) => ({ name: nameOf(one), value: one.id }));
}

function listedAs<T>(list: WholeList<T>, optionFor: (one: T) => { name: string; value: string }): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter?: string) {
		return await openForEditor(this, [list], async (api) => {
			const options = (await list(api, {})).map(optionFor);
			return { results: matching(options, filter) };
		});
	};
}

export const searchWorkflows = listedWhole(workflows.list);

export const searchCampaigns = listedWhole(campaigns.list);

export const searchTags = listedWhole(tags.list);

export const searchCalendars = listedWhole(calendars.list);

export const searchPipelines = listedWhole(pipelines.list);

export const searchLostReasons = listedWhole(lostReasons.list);

const allCustomFields = making(
	readCustomFields,
	[],
	async (api: HighLevelClient) => await readCustomFields(api, { model: 'all' }),
);

/** A contact's field and an opportunity's may have one name; the key says whose it is. */
export const searchCustomFields = listedWhole(allCustomFields, ({ id, name, fieldKey }) =>
	label(name, fieldKey, id),
);

export const searchCustomObjects = listedAs(customObjects.listOwn, (one) => ({
	name: objectName(one),
	value: one.key,
}));

export const searchCustomValues = listedWhole(customValues.list);

const PAGE_SIZE = 50;

/** Businesses of the location, a page at a time; HighLevel knows no search for them. */
export async function searchBusinesses(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [businesses.page], async (api) => {
		const readPage = async (page: number) =>
			await businesses.page(api, { skip: page * PAGE_SIZE, limit: PAGE_SIZE });
		return await listPage({ ...HIGHLEVEL, pageSize: PAGE_SIZE, readPage, optionOf, filter }, paginationToken);
	});
}

function optionOf({ id, name }: Named): { name: string; value: string } {
	return { name, value: id };
}
