import type { IDataObject } from 'n8n-workflow';

import type { Request } from '../../../core/operation/request';
import { making, optional, request } from '../../../core/operation/request';
import { planned } from '../../../core/heldBack';
import { pathIn } from '../../../core/sending/path';
import { ownValue } from '../../../core/values/ownValue';
import { record, records, recordsOf } from '../answers';
import type { HighLevelClient } from '../client';
import type { Creation } from '../creating';
import { createOnce } from '../creating';
import type { Getting } from '../dryRun';
import { heldBackUpdate, readInDryRun } from '../dryRun';
import { readNumbered } from '../pages';

/** One kind of record: where HighLevel has it, what it calls it, and what it wants for it. */
interface Kind<Id extends string> {
	/**
	 * Where all of them are: `/businesses/`, `/locations/{locationId}/tags`, `/contacts/{contactId}/tasks`. Where nothing
	 * is in braces, the location goes with lists and creations.
	 */
	path: `/${string}`;
	/** What the id of one of them is called. */
	id: Id;
	/** The name under which a response has one of them; without it, the response is the record. */
	one?: string;
	/** The name under which a response has the list. */
	many?: string;
	/** The name after a write, if it is another one than `one`; `null` where the response is the record. */
	written?: string | null;
	/** The scope for reading. */
	read: string;
	/** The scope for writing. */
	write?: string;
}

/** How many records are wanted; all of them without `limit`. */
export interface Wanted {
	limit?: number;
}

export interface PageWanted {
	/** How many records come before the page. */
	skip: number;
	limit: number;
}

/** How HighLevel gives a list page by page. */
interface Pages {
	/** The most that it gives at once. */
	size: number;
	/** What it calls the number of records before the page. */
	skipped: 'offset' | 'skip';
}

/** How a new record is known when the response to its creation is lost; `Creation` says what each part is for. */
interface Creating<T extends { id: string }, New> extends Pick<Creation<T>, 'addedAt' | 'isUnique'> {
	/** Where the record would be. */
	list: Request & ((api: HighLevelClient, given: never) => Promise<T[]>);
	/** What the list takes besides the ids of the path. */
	listed?: (sent: New) => object;
	isSame: (record: T, sent: New) => boolean;
	isOther?: (record: T, sent: New) => boolean;
	among?: (sent: New) => string;
	/** What HighLevel wants with each creation. */
	defaults?: IDataObject;
}

/**
 * The requests that HighLevel has for most kinds of record. Each kind takes those that are there for it, and has what
 * differs as a `request` next to them. All of them take one object: the ids of the path by their names, and with them
 * the query of a list, or the fields that are written.
 */
export function kindOf<T extends IDataObject & { id: string }, Id extends string, Of extends string = never>({
	path: all,
	id,
	one,
	many = '',
	written = one,
	read,
	write = '',
}: Kind<Id>) {
	type OfAll = Record<Of, string>;
	type OfOne = Record<Id | Of, string>;
	const each = `${all.replace(/\/$/, '')}/{${id}}`;
	const listed = { endpoint: `GET ${all}`, scopes: [read] };
	const inLocation = ({ locationId }: HighLevelClient) => (all.includes('{') ? {} : { locationId });
	const listIn = ({ contactId }: { contactId?: string }) =>
		contactId === undefined ? records<T>(many) : recordsOf<T>(many, contactId);

	/** One small read of the list, where it takes no ids. */
	const sampled = (page: IDataObject = {}) =>
		/\{(?!locationId)/.test(all)
			? {}
			: {
					sample: async (api: HighLevelClient) =>
						await api.get(parted(api, all, {}).path, records<T>(many), { ...inLocation(api), ...page }),
				};

	return {
		/** All of them, which HighLevel gives at once. */
		list: <Query extends object>() =>
			request(
				{ ...listed, ...sampled() },
				async (api: HighLevelClient, given: OfAll & Query & Wanted): Promise<T[]> => {
					const { path, ids, others } = parted(api, all, given);
					const { limit = Infinity, ...query } = others;
					const found = await api.get(path, listIn(ids), { ...inLocation(api), ...query });
					return found.slice(0, Number(limit));
				},
			),

		/** The same where HighLevel gives a page at a time: one page, and as many records as are wanted. */
		pages: <Query extends object>({ size, skipped }: Pages) => {
			type Of = OfAll & Query;
			const first = sampled({ [skipped]: 0, limit: 1 });
			const page = request(
				{ ...listed, ...first },
				async (api: HighLevelClient, given: Of & PageWanted): Promise<T[]> => {
					const { path, ids, others } = parted(api, all, given);
					const { skip, ...query } = others;
					return await api.get(path, listIn(ids), { ...inLocation(api), ...query, [skipped]: skip });
				},
			);
			const list = making(page, [], async (api: HighLevelClient, given: Of & Wanted): Promise<T[]> => {
				const readPage = async (skip: number, limit: number) => await page(api, { ...given, skip, limit });
				return await readNumbered(given.limit ?? Infinity, size, readPage);
			});
			return { page, list };
		},

		get: () =>
			request(
				{ endpoint: `GET ${each}`, scopes: [read] },
				async (api: HighLevelClient, given: OfOne): Promise<T> => {
					const { path, ids } = parted(api, each, given);
					return await api.get(path, record<T>(one, ownValue(ids, id)));
				},
			),

		/** Creates a record, once; see `createOnce`. */
		create: <New extends object>(how: Creating<T, New>) =>
			request(
				{ endpoint: `POST ${all}`, scopes: [write], further: [how.list] },
				async (api: HighLevelClient, given: OfAll & New): Promise<T> => {
					const { path, ids, others } = parted(api, all, given);
					return await createOnce<T>(api, {
						path,
						body: { ...inLocation(api), ...how.defaults, ...others },
						recordIn: record<T>(written ?? undefined),
						list: async () => await how.list(api, { ...ids, ...how.listed?.(given) } as never),
						among: how.among?.(given),
						isSame: (found) => how.isSame(found, given),
						isOther: (found) => how.isOther?.(found, given) ?? false,
						addedAt: how.addedAt,
						isUnique: how.isUnique,
					});
				},
			),

		/**
		 * Writes the given fields and leaves all others as they are.
		 *
		 * @param get reads the record for a dry run
		 */
		change: <Changes extends object>(get?: Getting<T, OfOne>) =>
			request(
				{ endpoint: `PUT ${each}`, scopes: [write], further: get ? [optional(get)] : [] },
				async (api: HighLevelClient, given: OfOne & Changes): Promise<T> => {
					const { path, ids, others } = parted(api, each, given);
					const existing = await readInDryRun(api, get, given);
					if (existing) throw heldBackUpdate(existing, others);
					return await api.put(path, record<T>(written ?? undefined, ownValue(ids, id)), others);
				},
			),

		/** @param get reads the record for a dry run */
		delete: (get?: Getting<T, OfOne>) =>
			request(
				{ endpoint: `DELETE ${each}`, scopes: [write], further: get ? [optional(get)] : [] },
				async (api: HighLevelClient, given: OfOne) => {
					const record = await readInDryRun(api, get, given);
					await planned({ record }, async () => await api.delete(parted(api, each, given).path));
				},
			),
	};
}

/** What is given, parted into the ids that the path has, and the path with them, and the others. */
function parted(api: HighLevelClient, template: string, given: object) {
	const entries = Object.entries(given) as Array<[string, IDataObject[string]]>;
	const isId = ([name]: [string, unknown]) => template.includes(`{${name}}`);
	const ids = Object.fromEntries(entries.filter(isId)) as Record<string, string>;
	return {
		path: pathIn(template, { locationId: api.locationId, ...ids }),
		ids,
		others: Object.fromEntries(entries.filter((entry) => !isId(entry))),
	};
}
