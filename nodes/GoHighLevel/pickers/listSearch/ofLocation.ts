import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/editor/labels';
import { listPage, matching } from '../../../core/editor/lists';
import { listCampaigns, listWorkflows } from '../../api/records/automations';
import { readBusinesses } from '../../api/records/businesses';
import { listCalendars } from '../../api/records/calendars';
import type { HighLevelClient } from '../../api/client';
import { listCustomValues } from '../../api/records/customValues';
import { HIGHLEVEL } from '../../api/pages';
import { readCustomFields } from '../../api/locations';
import { tags } from '../../api/records/tags';
import { openForEditor } from '../openForEditor';

interface Named {
	id: string;
	name: string;
}

type ListSearch = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** Lists of which HighLevel answers all at once, and knows no search. */
function listedWhole(scope: string, read: (api: HighLevelClient) => Promise<Named[]>): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter?: string) {
		return await openForEditor(this, [scope], async (api) => ({
			results: matching((await read(api)).map(optionOf), filter),
		}));
	};
}

export const searchWorkflows = listedWhole('workflows.readonly', listWorkflows);

export const searchCampaigns = listedWhole('campaigns.readonly', async (api) => await listCampaigns(api));

export const searchTags = listedWhole('locations/tags.readonly', async (api) => await tags.list(api, {}));

export const searchCalendars = listedWhole('calendars.readonly', async (api) => await listCalendars(api));

/** A contact's field and an opportunity's may have one name; the key says whose it is. */
export const searchCustomFields = listedWhole('locations/customFields.readonly', async (api) => {
	const fields = await readCustomFields(api, 'all');
	return fields.map(({ id, name, fieldKey }) => ({ id, name: label(name, fieldKey, id) }));
});

export const searchCustomValues = listedWhole('locations/customValues.readonly', listCustomValues);

const PAGE_SIZE = 50;

/** Businesses of the location, a page at a time; HighLevel knows no search for them. */
export async function searchBusinesses(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, ['businesses.readonly'], async (api) => {
		const readPage = async (page: number) =>
			await readBusinesses(api, { skip: page * PAGE_SIZE, limit: PAGE_SIZE });
		return await listPage({ ...HIGHLEVEL, pageSize: PAGE_SIZE, readPage, optionOf, filter }, paginationToken);
	});
}

function optionOf({ id, name }: Named): { name: string; value: string } {
	return { name, value: id };
}
