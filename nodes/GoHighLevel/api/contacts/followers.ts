import type { IDataObject } from 'n8n-workflow';

import { followersIn } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';

/** Adds users to those who follow the contact. */
export const addFollowers = request(
	{ endpoint: 'POST /contacts/{contactId}/followers', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, contactId: string, followers: string[]): Promise<IDataObject> =>
			await api.postRepeatable(path({ contactId }), followersIn, { followers }),
);

/** Ends that users follow the contact; nothing is told where the contact is gone. */
export const removeFollowers = request(
	{ endpoint: 'DELETE /contacts/{contactId}/followers', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, contactId: string, followers: string[]): Promise<IDataObject> =>
			await api.deletePart(path({ contactId }), followersIn, {}, { followers }),
);
