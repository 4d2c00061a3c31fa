import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { listPage } from '../../../core/editor/lists';
import { locator, required } from '../../../core/editor/locator';
import { HIGHLEVEL } from '../../api/pages';
import type { User } from '../../api/records/users';
import { users } from '../../api/records/users';
import { userLabel } from '../labels';
import { openForEditor } from '../openForEditor';

/** One user of the location, under the name that the field has. */
export function userLocator(displayName: string, name: string, description: string): INodeProperties {
	return locator({
		displayName,
		name,
		description,
		record: 'user',
		searchListMethod: 'searchUsers',
		exampleId: 'y0BeYjuRIlDwsDcOHOJo',
	});
}

export const requiredUserLocator = required(
	userLocator('User', 'userId', 'The user, by name or email from the list, or by its ID'),
);

const PAGE_SIZE = 50;

/** Users of the location for a resource locator, a page at a time, searched on HighLevel's side. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [users.page], async (api) => {
		const readPage = async (page: number) =>
			await users.page(api, { query: filter, skip: page * PAGE_SIZE, limit: PAGE_SIZE });
		const optionOf = (user: User) => ({ name: userLabel(user), value: user.id });
		return await listPage({ ...HIGHLEVEL, pageSize: PAGE_SIZE, readPage, optionOf }, paginationToken);
	});
}
