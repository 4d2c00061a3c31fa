import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import { isObject } from '../../../core/values/objects';
import { plainText } from '../../../core/values/texts';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';
import { kindOf } from './kit';

/** An object as HighLevel answers it; only what this package looks at is named. */
export interface CustomObject extends IDataObject {
	id: string;
	/** `custom_objects.pet` */
	key: string;
	/** Whether it is one of HighLevel's own, such as contacts. */
	standard?: boolean;
	/** `singular` and `plural`. */
	labels?: IDataObject;
}

/** A record of an object as the search answers it; only what this package looks at is named. */
export interface ObjectRecord extends IDataObject {
	id: string;
	/** By the keys of the properties. */
	properties?: IDataObject;
	/** IDs of users. */
	owner?: string[];
	followers?: string[];
	/** ISO 8601, as both of the times. */
	createdAt?: string;
	updatedAt?: string;
}

const object = kindOf<CustomObject, 'objectId'>({
	path: '/objects/',
	id: 'objectId',
	many: 'objects',
	read: 'objects/schema.readonly',
});

const list = object.list();

/** Where a page of records begins: by its number, or behind a record. */
export type RecordPlace = { page: number } | { searchAfter: unknown[] };

/**
 * One page of records, those that changed last first, and where the next one begins.
 *
 * Source: official specifications, objects; `sort` is in the guide that they link to, which has no filter by time of
 * change.
 */
const latestPage = request(
	{
		endpoint: 'POST /objects/{schemaKey}/records/search',
		scopes: ['objects/record.readonly'],
		reads: true,
	},
	(path) =>
		async (
			api: HighLevelClient,
			{ schemaKey, limit, place = { page: 1 } }: { schemaKey: string; limit: number; place?: RecordPlace },
		): Promise<{ records: ObjectRecord[]; next: RecordPlace }> => {
			const found = await api.postRead(path({ schemaKey }), records<ObjectRecord>('records'), {
				locationId: api.locationId,
				page: 1,
				pageLimit: limit,
				query: '',
				searchAfter: [],
				sort: [{ field: 'updatedAt', direction: 'desc' }],
				...(place as IDataObject),
			});
			const searchAfter = found[found.length - 1]?.searchAfter;
			const byNumber = 'page' in place ? place.page + 1 : 1;
			return {
				records: found.map(({ searchAfter: _, ...record }) => record as ObjectRecord),
				next: Array.isArray(searchAfter) && searchAfter.length > 0 ? { searchAfter } : { page: byNumber },
			};
		},
);

/** The objects that a location has defined itself. */
const listOwn = making(list, [], async (api: HighLevelClient, _: object): Promise<CustomObject[]> => {
	return (await list(api, {})).filter(({ standard }) => standard !== true);
});

export const customObjects = { list, listOwn, latestPage };

/** How a person calls an object: by the name of many of its records. */
export function objectName({ labels, key }: CustomObject): string {
	return (isObject(labels) && (plainText(labels.plural) || plainText(labels.singular))) || plainText(key);
}
