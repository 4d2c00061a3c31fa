import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { listPage, matching } from '../../../core/editor/lists';
import type { Locator } from '../../../core/editor/locator';
import { locator, required } from '../../../core/editor/locator';
import type { Request } from '../../../core/operation/request';
import type { HighLevelClient } from '../../api/client';
import { HIGHLEVEL } from '../../api/pages';
import type { PageWanted } from '../../api/records/kit';
import { openForEditor } from '../openForEditor';

interface Named {
	id: string;
	name: string;
}

type Sent<Given, T> = Request & ((api: HighLevelClient, given: Given) => Promise<T[]>);

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** A kind of record that is chosen from a list; `search` is the list, under the name that `searchListMethod` has. */
interface Picker {
	required: INodeProperties;
	/** Where it is one of several ways to narrow something, or may stay empty. */
	optional: INodeProperties;
	search: ListSearch;
}

/** Records of which HighLevel gives all at once, and knows no search. */
export function fromWholeList<T extends Named>(
	list: Sent<object, T>,
	face: Locator,
	nameOf = ({ name }: T) => name,
): Picker {
	return pickerOf(face, async function (this: ILoadOptionsFunctions, filter) {
		return await openForEditor(this, [list], async (api) => {
			const options = (await list(api, {})).map((one) => ({ name: nameOf(one), value: one.id }));
			return { results: matching(options, filter) };
		});
	});
}

interface Paged {
	/** How many are asked for at once. */
	pageSize?: number;
	/** Whether HighLevel searches them by name; if not, the node looks through its pages. */
	isSearched?: boolean;
}

/** Records that HighLevel gives a page at a time. */
export function fromPages<T extends Named>(
	page: Sent<PageWanted & { search?: string }, T>,
	face: Locator,
	{ pageSize = 50, isSearched = false }: Paged = {},
): Picker {
	return pickerOf(face, async function (this: ILoadOptionsFunctions, filter, paginationToken) {
		return await openForEditor(this, [page], async (api) => {
			const search = isSearched && filter ? { search: filter } : {};
			const readPage = async (number: number) =>
				await page(api, { skip: number * pageSize, limit: pageSize, ...search });
			const optionOf = ({ id, name }: T) => ({ name, value: id });
			const list = { ...HIGHLEVEL, pageSize, readPage, optionOf };
			return await listPage(isSearched ? list : { ...list, filter }, paginationToken);
		});
	});
}

function pickerOf(face: Locator, search: ListSearch): Picker {
	const optional = locator(face);
	return { required: required(optional), optional, search };
}
