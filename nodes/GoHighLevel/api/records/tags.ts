import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';

/** A tag of the location, which its contacts may have. */
export interface Tag extends IDataObject {
	id: string;
	/** In lower case. */
	name: string;
	locationId?: string;
}

/** All tags of the location. */
export async function listTags(api: HighLevelClient): Promise<Tag[]> {
	return await api.get(path`/locations/${api.locationId}/tags`, records<Tag>('tags'));
}

export async function getTag(api: HighLevelClient, tagId: string): Promise<Tag> {
	return await api.get(path`/locations/${api.locationId}/tags/${tagId}`, record<Tag>('tag', tagId));
}

/** Creates a tag, once. A location has no two of the same name, which HighLevel writes in lower case. */
export async function createTag(api: HighLevelClient, name: string): Promise<Tag> {
	return await createOnce<Tag>(api, {
		path: path`/locations/${api.locationId}/tags`,
		body: { name },
		recordIn: record<Tag>('tag'),
		list: async () => await listTags(api),
		isSame: (tag) => tag.name.toLowerCase() === name.toLowerCase(),
		isUnique: true,
	});
}

export async function renameTag(api: HighLevelClient, tagId: string, name: string): Promise<Tag> {
	return await api.put(path`/locations/${api.locationId}/tags/${tagId}`, record<Tag>('tag', tagId), { name });
}

export async function deleteTag(api: HighLevelClient, tagId: string): Promise<void> {
	await api.delete(path`/locations/${api.locationId}/tags/${tagId}`);
}
