import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label, shortened } from '../../../core/editor/labels';
import type { Request } from '../../../core/operation/request';
import type { PagedList } from '../../../core/editor/lists';
import { listPage } from '../../../core/editor/lists';
import { propertyOf, taskOf } from '../../api/reading/records';
import type { WiseAgentClient } from '../../api/client';
import { PAGE_SIZE, WISE_AGENT } from '../../api/pages';
import type { PageQuery } from '../../api/pages';
import { PROPERTIES_PER_PAGE, readPropertyPage } from '../../api/records/properties';
import { readTaskPage } from '../../api/records/tasks';
import { openForEditor } from '../openForEditor';

interface ListedPages extends Pick<PagedList<IDataObject>, 'optionOf' | 'pageSize'> {
	request: Request;
	readPage: (api: WiseAgentClient, page: PageQuery) => Promise<IDataObject[]>;
}

/** Records a page at a time. Wise Agent knows no search for them. */
async function searchPages(
	context: ILoadOptionsFunctions,
	{ request, readPage, ...list }: ListedPages,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	return await openForEditor(context, [request], async (api) => {
		const ofPage = async (page: number) => await readPage(api, { page: page + 1, page_size: list.pageSize });
		return await listPage({ ...WISE_AGENT, ...list, readPage: ofPage, filter }, paginationToken);
	});
}

const text = (value: unknown) => String(value ?? '');

export async function searchTasks(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const list: ListedPages = {
		request: readTaskPage,
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
	const list: ListedPages = {
		request: readPropertyPage,
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
