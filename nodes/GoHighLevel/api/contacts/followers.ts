import type { IDataObject } from 'n8n-workflow';

import type { Reading } from '../answers';
import { texts } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';

/** Who follows the contact now, and what has changed. */
const followersAnswer: Reading<IDataObject> = (answer) =>
	texts('followers')(answer) ? (answer as IDataObject) : undefined;

/** Adds users to those who follow the contact. */
export const addFollowers = request(
	{ endpoint: 'POST /contacts/{contactId}/followers', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, contactId: string, followers: string[]): Promise<IDataObject> =>
			await api.postRepeatable(path({ contactId }), followersAnswer, { followers }),
);

/** Ends that users follow the contact; nothing is told where the contact is gone. */
export const removeFollowers = request(
	{ endpoint: 'DELETE /contacts/{contactId}/followers', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, contactId: string, followers: string[]): Promise<IDataObject> =>
			await api.deletePart(path({ contactId }), followersAnswer, {}, { followers }),
);
