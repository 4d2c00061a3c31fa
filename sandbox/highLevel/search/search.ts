import { badRequest } from '../wire/errors';
import type { SandboxState } from '../state/state';
import { businessName } from '../views/contact';
import { findSearchField } from './fields';
import { compileFilters } from './filter';
import type { SearchDocument } from './searchIndex';
import type { Order, Position, Sortable } from './sort';
import { compileSort, firstAfter } from './sort';

/** Pages by number reach this far; beyond it only `searchAfter` leads on. */
const REACH_OF_PAGES = 10_000;

interface Hit {
	document: SearchDocument;
	searchAfter: unknown[];
}

/**
 * Carries out a POST /contacts/search whose body fits its schema.
 * @throws ApiError 400 for filters, sorts or pages that the grammar does not have
 */
export function searchContacts(
	state: SandboxState,
	locationId: string,
	body: Readonly<Record<string, unknown>>,
): { hits: Hit[]; total: number } {
	const {
		pageLimit,
		page,
		searchAfter,
		query,
		filters = [],
		sort = [],
	} = body as {
		pageLimit: number;
		page?: number;
		searchAfter?: unknown[];
		query?: string;
		filters?: unknown[];
		sort?: unknown[];
	};
	const order = compileSort(sortable(state), ({ addedMs }) => addedMs, sort);
	const matches = compileFilters((name) => findSearchField(state, locationId, name), filters);
	const words = query?.trim().toLowerCase();
	const key = JSON.stringify(['search', locationId, filters, words, sort]);
	const ordered = state.search.cached(key, () =>
		state.search
			.all(locationId)
			.filter((document) => (!words || document.text.includes(words)) && matches(document))
			.map((document) => ({ document, position: order.positionOf(document) }))
			.sort((a, b) => order.compare(a.position, b.position)),
	);
	const start = startOf(ordered, order, { pageLimit, page, searchAfter });
	const hits = ordered
		.slice(start, start + pageLimit)
		.map(({ document, position }) => ({ document, searchAfter: [...position] }));
	return { hits, total: ordered.length };
}

function sortable(state: SandboxState): Sortable<SearchDocument> {
	return {
		firstNameLowerCase: ({ firstName }) => firstName,
		lastNameLowerCase: ({ lastName }) => lastName,
		businessName: ({ contact }) => businessName(state, contact)?.toLowerCase() ?? null,
		dateAdded: ({ addedMs }) => addedMs,
		dateUpdated: ({ updatedMs }) => updatedMs,
		email: ({ contact }) => contact.email?.toLowerCase() ?? null,
		dnd: ({ contact }) => contact.dnd,
		source: ({ contact }) => contact.source?.toLowerCase() ?? null,
	};
}

function startOf(
	ordered: ReadonlyArray<{ position: Position }>,
	order: Order<SearchDocument>,
	paging: { pageLimit: number; page?: number; searchAfter?: unknown[] },
): number {
	const { pageLimit, page, searchAfter } = paging;
	if (searchAfter === undefined || searchAfter.length === 0) {
		if ((page ?? 1) * pageLimit > REACH_OF_PAGES) {
			throw badRequest(`Pages reach ${REACH_OF_PAGES} records only; use searchAfter to read further`);
		}
		return ((page ?? 1) - 1) * pageLimit;
	}
	// The guide says to leave `page` out; what a search with both does is not documented, so it must not be relied on.
	if (page !== undefined) throw badRequest('page and searchAfter cannot be used together');
	const length = ordered[0]?.position.length ?? searchAfter.length;
	if (searchAfter.length !== length) throw badRequest(`searchAfter must have ${length} values`);
	return firstAfter(ordered, order, searchAfter as unknown as Position);
}
