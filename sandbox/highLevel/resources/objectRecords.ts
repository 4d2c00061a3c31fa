import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, text, texts } from '../../shared/jsonSchema';
import type { Resource } from '../kit/resource';
import { locationQuery } from '../schemas/location';
import { EXACT, field, TEXT, TIME } from '../search/fields';
import type { SearchField } from '../search/fields';
import { compileFilters } from '../search/filter';
import type { Position, SortValue } from '../search/sort';
import { compileSort, firstAfter } from '../search/sort';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { notFound } from '../wire/errors';
import type { CustomObjectRecord } from './customObjects';

/** A record of an object. */
export interface ObjectRecord {
	id: string;
	locationId: string;
	objectId: string;
	objectKey: string;
	/** IDs of users; one at most. */
	owner: readonly string[];
	/** IDs of users. */
	followers: readonly string[];
	/** By the keys of the properties, without that of the object. */
	properties: Readonly<Record<string, unknown>>;
	createdAt: string;
	updatedAt: string;
}

type Kept = Readonly<ObjectRecord>;

/** What a record is written with: the specification leaves it open, and public clients send these. */
const fields = { properties: { type: 'object' }, owner: texts, followers: texts };

const searchBody: JsonSchema = closedObject(
	{
		locationId: filledText,
		page: count(1),
		pageLimit: count(1, 100),
		query: text,
		searchAfter: { type: 'array' },
		filters: { type: 'array' },
		sort: { type: 'array', items: { type: 'object' } },
	},
	['locationId', 'page', 'pageLimit', 'query', 'searchAfter'],
);

/** Sees writes later, as the other searches do. Source: official specifications, objects; `filters`, `sort` and what
 * `searchAfter` holds are in the guide that they link to. */
const searchRoute: ApiRoute = {
	method: 'POST',
	path: '/objects/:schemaKey/records/search',
	scope: 'objects/record.readonly',
	body: searchBody,
	answer: search,
};

/** Source: official specifications, objects. */
export const objectRecords: Resource<ObjectRecord> = {
	called: 'Record',
	path: '/objects/:schemaKey/records',
	scope: 'objects/record',
	under: 'objectId',
	parent: (call) => {
		const { id, key, locationId } = objectOf(call);
		return { objectId: id, objectKey: key, locationId };
	},
	searched: true,
	stamps: ['createdAt', 'updatedAt'],
	empty: { owner: [], followers: [], properties: {} },
	view: ({ id, owner, followers, properties, createdAt, updatedAt }) => ({
		...{ id, owner, followers, properties },
		...{ dateAdded: createdAt, dateUpdated: updatedAt },
	}),
	answers: {
		one: (record) => ({ record }),
		deleted: ({ params }) => ({ id: params['id'], success: true }),
	},
	get: {},
	create: {
		body: closedObject({ locationId: filledText, ...fields }, ['locationId', 'properties']),
		fields: sent,
	},
	update: { query: locationQuery, body: closedObject(fields), fields: merged },
	delete: {},
	routes: [searchRoute],
};

/** The object that the path names, by its key or its ID.
 * @throws ApiError 400 when the location has none such */
function objectOf({ state, token, params }: Call): Readonly<CustomObjectRecord> {
	const name = params['schemaKey'] ?? '';
	const own = state.customObjects.inGroup(token.locationId ?? '');
	const object = own.find(({ id, key }) => key === name || id === name);
	if (!object) throw notFound('Object', name);
	return object;
}

function sent({ body }: Call): Partial<ObjectRecord> {
	const { locationId: _, ...written } = body;
	return written;
}

/** Properties that are not sent stay; that they do is not documented. */
function merged(call: Call, before: Kept): Partial<ObjectRecord> {
	const written = sent(call);
	return { ...written, properties: { ...before.properties, ...written.properties } };
}

function search(call: Call): object {
	const { page, pageLimit, query, searchAfter, filters, sort } = call.body as {
		page: number;
		pageLimit: number;
		query: string;
		searchAfter: unknown[];
		filters?: unknown[];
		sort?: unknown[];
	};
	const isWanted = compileFilters(fieldNamed, filters ?? []);
	const order = compileSort(sortable(sort ?? []), ({ createdAt }) => Date.parse(createdAt), sort ?? []);
	const words = query.trim().toLowerCase();
	const all = call.state
		.found('objectRecords', objectOf(call).id)
		.filter((record) => isWanted(record) && holds(record, words))
		.map((record) => ({ record, position: order.positionOf(record) }))
		.sort((a, b) => order.compare(a.position, b.position));
	const start =
		searchAfter.length > 0
			? firstAfter(all, order, searchAfter as unknown as Position)
			: (page - 1) * pageLimit;
	const records = all.slice(start, start + pageLimit).map(({ record, position }) => {
		const { createdAt, updatedAt } = record;
		const by = { channel: 'APP', source: 'PUBLIC_API', sourceId: record.id };
		return {
			...record,
			createdBy: { ...by, createdAt },
			lastUpdatedBy: { ...by, createdAt: updatedAt },
			searchAfter: [...position],
		};
	});
	return { records, total: all.length };
}

function holds({ properties }: Kept, words: string): boolean {
	return words === '' || JSON.stringify(properties).toLowerCase().includes(words);
}

const PROPERTY = 'properties.';

function fieldNamed(name: string): SearchField<Kept> | undefined {
	if (name.startsWith(PROPERTY)) {
		const own = name.slice(PROPERTY.length);
		return field(['range', ...TEXT], ({ properties }) => properties[own]);
	}
	if (name === 'createdAt' || name === 'updatedAt') return field(TIME, (record) => record[name]);
	return name === 'owner' || name === 'followers' ? field(EXACT, (record) => record[name]) : undefined;
}

/** The guide shows an order by a time and one by a property. */
function sortable(sort: readonly unknown[]) {
	const names = sort.map((entry) => String((entry as { field?: unknown }).field));
	const properties = names.filter((name) => name.startsWith(PROPERTY));
	const byProperty = properties.map((name) => [
		name,
		({ properties: own }: Kept) => (own[name.slice(PROPERTY.length)] ?? null) as SortValue,
	]);
	return {
		createdAt: ({ createdAt }: Kept) => Date.parse(createdAt),
		updatedAt: ({ updatedAt }: Kept) => Date.parse(updatedAt),
		...(Object.fromEntries(byProperty) as Record<string, (record: Kept) => SortValue>),
	};
}
