import { toE164 } from '../../shared/normalise';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { unprocessable } from '../wire/errors';
import { identifierOrder } from '../state/matching';
import {
	businessContactsQuery,
	duplicateQuery,
	listContactsQuery,
	searchContactsBody,
} from '../schemas/contact';
import { searchContacts } from '../search/search';
import type { SearchDocument } from '../search/searchIndex';
import { fullContact, fullName, listedContact, searchContact } from '../views/contact';
import { listMeta } from '../views/listMeta';
import { locationOf } from './lookups';

/** Lists of contacts. All of them read the search index, which may lag behind the writes. */
export const contactListRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/contacts/search',
		scope: 'contacts.readonly',
		body: searchContactsBody,
		answer: (call) => {
			const { hits, total } = searchContacts(call.state, locationOf(call).id, call.body);
			return {
				contacts: hits.map(({ document, searchAfter }) =>
					searchContact(call.state, document.contact, searchAfter),
				),
				total,
				traceId: call.traceId,
			};
		},
	},
	{
		method: 'GET',
		path: '/contacts/search/duplicate',
		scope: 'contacts.readonly',
		locationInQuery: true,
		query: duplicateQuery,
		answer: (call) => {
			const found = findDuplicate(call);
			return { contact: found ? fullContact(found.contact, call.version) : null, traceId: call.traceId };
		},
	},
	{
		method: 'GET',
		path: '/contacts/',
		versions: ['dated'],
		scope: 'contacts.readonly',
		locationInQuery: true,
		query: listContactsQuery,
		answer: list,
	},
	{
		method: 'GET',
		path: '/contacts/business/:businessId',
		scope: 'contacts.readonly',
		locationInQuery: true,
		query: businessContactsQuery,
		answer: listOfBusiness,
	},
];

/** The sources do not show this answer; public clients read `contact`. */
function findDuplicate(call: Call): SearchDocument | undefined {
	const location = locationOf(call);
	const { email, number } = call.query as { email?: string; number?: string };
	if (!email && !number) throw unprocessable(['email or number should not be empty']);
	// Phones that were stored under an earlier numbering plan are found as they are stored.
	const given = { email, phone: number && (toE164(number, location.country) ?? number) };
	for (const identifier of identifierOrder(location)) {
		const value = given[identifier];
		const found = value && call.state.search.findByIdentifier(location.id, identifier, value);
		if (found) return found;
	}
	return undefined;
}

/** Newest first; `startAfter` (ms) and `startAfterId` name the last contact of the page before.
 * Source: official v2 specification, and its `ContactsMetaSchema` for `meta`, which real answers carry. */
function list(call: Call): object {
	const location = locationOf(call);
	const {
		limit = 20,
		query,
		startAfter,
		startAfterId,
	} = call.query as {
		limit?: number;
		query?: string;
		startAfter?: number;
		startAfterId?: string;
	};
	const all = call.state.search.cached(JSON.stringify(['list', location.id, query]), () =>
		matching(call, location.id, query).sort(newestFirst),
	);
	let start = 0;
	if (startAfter !== undefined) {
		const cursor = { addedMs: startAfter, id: startAfterId ?? '' };
		start = all.findIndex((document) => newestFirst(document, cursor) > 0);
	} else if (startAfterId) {
		start = all.findIndex(({ id }) => id === startAfterId) + 1;
	}
	const page = start < 0 ? [] : all.slice(start, start + limit);
	const place = { total: all.length, start, limit, shown: page.length, last: page.at(-1) };
	return {
		contacts: page.map(({ contact }) => listedContact(contact)),
		count: all.length,
		meta: listMeta(call, '/contacts/', place),
	};
}

/** By name, then id; under v3 `startAfter` holds those two of the last contact of the page before. */
function listOfBusiness(call: Call): object {
	const {
		limit = 25,
		skip = 0,
		query,
		startAfter,
	} = call.query as {
		limit?: number;
		skip?: number;
		query?: string;
		startAfter?: string[];
	};
	const all = matching(call, locationOf(call).id, query)
		.filter(({ contact }) => contact.businessId === call.params['businessId'])
		.map(({ contact }) => ({ contact, key: [fullName(contact).toLowerCase(), contact.id] as const }))
		.sort((a, b) => compareKeys(a.key, b.key));
	// The cursor may come as two parameters or as one with a comma.
	const cursor = startAfter?.length === 1 ? startAfter[0]?.split(',') : startAfter;
	const rest =
		cursor?.length === 2
			? all.filter(({ key }) => compareKeys(key, [String(cursor[0]).toLowerCase(), String(cursor[1])]) > 0)
			: all;
	const page = rest.slice(skip, skip + limit);
	return { contacts: page.map(({ contact }) => listedContact(contact)), count: all.length };
}

function matching(call: Call, locationId: string, query: string | undefined): SearchDocument[] {
	const all = call.state.search.all(locationId);
	const wanted = query?.trim().toLowerCase();
	return wanted ? all.filter(({ text }) => text.includes(wanted)) : all;
}

interface Position {
	addedMs: number;
	id: string;
}

function newestFirst(a: Position, b: Position): number {
	return b.addedMs - a.addedMs || compare(b.id, a.id);
}

function compareKeys(a: readonly [string, string], b: readonly [string, string]): number {
	return compare(a[0], b[0]) || compare(a[1], b[1]);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
