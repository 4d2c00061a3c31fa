import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { readUsers, USER_SCOPES } from '../../api/records/users';
import { userLabel } from '../labels';
import { openForEditor } from '../openForEditor';

const PAGE_SIZE = 50;

/** Users of the location for a resource locator, a page at a time, searched on HighLevel's side. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, USER_SCOPES, async (api) => {
		const skip = Number(paginationToken ?? 0);
		const users = await readUsers(api, { query: filter, skip, limit: PAGE_SIZE });
		return {
			results: users.map((user) => ({ name: userLabel(user), value: user.id })),
			paginationToken: users.length === PAGE_SIZE ? String(skip + PAGE_SIZE) : undefined,
		};
	});
}
