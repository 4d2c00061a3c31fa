import type { IDataObject } from 'n8n-workflow';

import type { Reading } from '../answers';
import { records, refuses, texts } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';

/**
 * Puts contacts into a business, or takes them out with `null`; answers the ids of those that were changed. The
 * specification declares no scope for this call; this is what it takes in practice.
 */
export const updateBusinessOf = request(
	{ endpoint: 'POST /contacts/bulk/business', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, body: IDataObject): Promise<string[]> =>
			await api.postRepeatable(path(), texts('ids'), body),
);

/** What became of a contact. */
export type BulkResponse = IDataObject & { contactId: string; type: string; message?: string };

/** That it failed as a whole must be because of one of them. */
const responses: Reading<BulkResponse[]> = (answer) => {
	const all = records<BulkResponse>('responses')(answer);
	return refuses(answer) && all?.every(isDone) ? undefined : all;
};

export function isDone({ type }: BulkResponse): boolean {
	return type === 'success';
}

/**
 * Adds tags to contacts (`type` is `add`), or removes some or all of them (`remove`). The specification declares no scope for this call; this is
 * what it takes in practice.
 */
export const updateTagsOf = request(
	{ endpoint: 'POST /contacts/bulk/tags/update/{type}', scopes: ['contacts.write'] },
	(path) =>
		async (api: HighLevelClient, type: string, body: IDataObject): Promise<BulkResponse[]> =>
			await api.postForEach(path({ type }), responses, body),
);
