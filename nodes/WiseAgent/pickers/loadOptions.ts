import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { ownValue } from '../../core/values/ownValue';
import { listCategories, listSources } from '../api/records/lists';
import { openForEditor } from './openForEditor';

/** All categories of the account, by name: that is how Wise Agent takes them. */
export async function getCategories(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await openForEditor(this, [listCategories], async (api) => named(await listCategories(api), 'name'));
}

/** All sources of the account, by name. */
export async function getSources(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await openForEditor(this, [listSources], async (api) => named(await listSources(api), 'Name'));
}

function named(records: IDataObject[], field: string): INodePropertyOptions[] {
	return records
		.map((record) => String(ownValue(record, field) ?? '').trim())
		.filter((name) => name !== '')
		.sort((a, b) => a.localeCompare(b, 'en'))
		.map((name) => ({ name, value: name }));
}
