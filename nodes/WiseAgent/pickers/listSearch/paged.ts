import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label, shortened } from '../../../core/labels';
import { matching } from '../../../core/lists';
import { propertyOf, taskOf } from '../../api/clean/records';
import type { WiseAgentClient } from '../../api/client';
import { PAGE_SIZE } from '../../api/pages';
import type { PageQuery } from '../../api/pages';
import { PROPERTIES_PER_PAGE, readPropertyPage } from '../../api/records/properties';
import { readTaskPage } from '../../api/records/tasks';
import { openForEditor } from '../openForEditor';

interface PagedList {
	scope: string;
	pageSize: number;
	readPage: (api: WiseAgentClient, page: PageQuery) => Promise<IDataObject[]>;
	optionOf: (record: IDataObject) => { name: string; value: string };
}

/**
 * Records a page at a time. Wise Agent knows no search for them, and the editor stops at a page without results: so
 * pages are read until one has some.
 */
async function searchPages(
	context: ILoadOptionsFunctions,
	{ scope, pageSize, readPage, optionOf }: PagedList,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	return await openForEditor(context, [scope], async (api) => {
		for (let page = Number(paginationToken ?? 1); ; page++) {
			const records = await readPage(api, { page, page_size: pageSize });
			const results = matching(records.map(optionOf), filter);
			if (records.length < pageSize) return { results };
			if (results.length > 0) return { results, paginationToken: String(page + 1) };
		}
	});
}

const text = (value: unknown) => String(value ?? '');

export async function searchTasks(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const list: PagedList = {
		scope: 'team',
		pageSize: PAGE_SIZE,
		readPage: readTaskPage,
		optionOf: (raw) => {
			const { TaskID, Description, TaskDue, Completed } = taskOf(raw);
			const when = Completed === true ? 'done' : TaskDue ? `due ${text(TaskDue)}` : undefined;
			return { name: label(shortened(text(Description)), when, text(TaskID)), value: text(TaskID) };
		},
	};
	return await searchPages(this, list, filter, paginationToken);
}

export async function searchProperties(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const list: PagedList = {
		scope: 'properties',
		pageSize: PROPERTIES_PER_PAGE,
		readPage: async (api, page) => await readPropertyPage(api, false, page),
		optionOf: (raw) => {
			const { PropertyID, StreetNum, Street, City } = propertyOf(raw);
			const address = [StreetNum, Street].filter(Boolean).map(text).join(' ');
			return {
				name: label(address, City ? text(City) : undefined, text(PropertyID)),
				value: text(PropertyID),
			};
		},
	};
	return await searchPages(this, list, filter, paginationToken);
}
