import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { PageWatch } from '../../../core/sending/pageWatch';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { HIGHLEVEL } from '../pages';
import { request } from '../request';
import type { Contact } from './contact';

export interface SortOrder {
	field: string;
	direction: 'asc' | 'desc';
}

export interface ContactQuery {
	/** Free text over name, e-mail, phone and company. */
	query?: string;
	/** Filters in the grammar of HighLevel's contact search; all must apply. */
	filters: IDataObject[];
	/** Two orders at most; none for the newest first. */
	sort: SortOrder[];
	/** `undefined` for all. */
	limit?: number;
}

/** What is asked of the search for a page. */
interface PageQuery {
	pageLimit: number;
	/** From 1, as far as the search counts pages. */
	page?: number;
	searchAfter?: unknown;
	query?: string;
	filters?: IDataObject[];
	sort?: SortOrder[];
}

/** One page of the contact search. */
export const searchPage = request(
	{ endpoint: 'POST /contacts/search', scopes: ['contacts.readonly'], reads: true },
	(path) =>
		async (api: HighLevelClient, { query, filters = [], sort, ...place }: PageQuery): Promise<Contact[]> =>
			await api.postRead(path(), records<Contact>('contacts'), {
				locationId: api.locationId,
				...(place as IDataObject),
				...(query ? { query } : {}),
				...(filters.length > 0 ? { filters } : {}),
				...(sort ? { sort } : {}),
			}),
);

const PAGE_SIZE = 100;

/** Beyond this, HighLevel's search answers only with a cursor. */
const NUMBERED_RECORDS = 10_000;

/**
 * Reads contacts by search, page after page along a cursor, so that contacts created or deleted meanwhile shift
 * nothing; location, filters and order go with every page, and no contact comes twice.
 */
export const searchContacts = making(
	searchPage,
	[],
	async (
		api: HighLevelClient,
		{ query, filters, sort, limit = Infinity }: ContactQuery,
	): Promise<Contact[]> => {
		const [first = { field: 'dateAdded', direction: 'desc' }, second] = sort;
		// By time of change a contact that changes during the read moves: forward in ascending order, where it is met
		// again, but back past what was read in descending order, where it would be lost.
		const reversed =
			limit === Infinity && first.field === 'dateUpdated' && first.direction === 'desc' && !second;
		const order: SortOrder[] = [reversed ? { ...first, direction: 'asc' } : first];
		if (second) order.push(second);
		else if (first.field !== 'dateAdded') order.push({ field: 'dateAdded', direction: 'desc' });

		const found = new Map<string, Contact>();
		const pageSize = () => Math.min(PAGE_SIZE, limit - found.size);
		for await (const { contacts } of contactPages(api, { query, filters, sort: order, pageSize })) {
			for (const contact of contacts) {
				// Met again means changed since: the later one is right, and its place is the later one.
				found.delete(contact.id);
				found.set(contact.id, contact);
			}
		}
		const records = [...found.values()];
		return reversed ? records.reverse() : records;
	},
);

interface ContactPage {
	contacts: Contact[];
	/** Where the search goes on behind this page. */
	searchAfter: unknown;
}

/**
 * The pages of a search, each read when it is asked for. Throws a `Failure` when HighLevel gives the same page again.
 *
 * @param pageSize how many contacts are still wanted, at most 100; the search ends when there are none
 * @param searchAfter where an earlier search has stopped
 */
export async function* contactPages(
	api: HighLevelClient,
	{ query, filters, sort, pageSize = () => PAGE_SIZE }: PagedQuery,
	searchAfter?: unknown,
): AsyncGenerator<ContactPage> {
	const watch = new PageWatch(HIGHLEVEL);
	for (let page = 1; pageSize() > 0; page++) {
		const pageLimit = pageSize();
		const place = searchAfter === undefined ? { page } : { searchAfter };
		const contacts = await searchPage(api, { pageLimit, ...place, query, filters, sort });
		searchAfter = contacts[contacts.length - 1]?.searchAfter;
		yield { contacts: contacts.map(({ searchAfter: _, ...contact }) => contact as Contact), searchAfter };
		if (pageSize() <= 0) break;
		// A contact that has changed since is met again, and is not the same.
		if (!watch.goesOn(contacts.map(versionOf), pageLimit, searchAfter)) break;
		if (searchAfter === undefined && page * PAGE_SIZE >= NUMBERED_RECORDS) throw endOfNumberedPages();
	}
}

function versionOf({ id, dateUpdated }: Contact): string {
	return `${id} ${String(dateUpdated)}`;
}

interface PagedQuery extends Omit<ContactQuery, 'limit'> {
	pageSize?: () => number;
}

/** The order in which a contact that changes during the read is met again, and none is passed over. */
const BY_CHANGE: SortOrder[] = [{ field: 'dateUpdated', direction: 'asc' }];

/**
 * Contacts that changed at a time (ms since 1970) or later, the oldest change first, a page at a time.
 *
 * @param selection what else must apply
 */
export async function* contactsChangedSince(
	api: HighLevelClient,
	since: number,
	{ query, filters: others }: Pick<ContactQuery, 'filters' | 'query'> = { filters: [] },
): AsyncGenerator<Contact[]> {
	const changed = { field: 'dateUpdated', operator: 'range', value: { gte: new Date(since).toISOString() } };
	const filters = [changed, ...others];
	for await (const { contacts } of contactPages(api, { query, filters, sort: BY_CHANGE })) yield contacts;
}

/** All contacts that have one of these tags, or all contacts where none is given, the oldest change first. */
export function contactsWithTags(
	api: HighLevelClient,
	tags: string[],
	searchAfter?: unknown,
): AsyncGenerator<ContactPage> {
	return contactPages(api, { filters: oneOfTags(tags), sort: BY_CHANGE }, searchAfter);
}

/** The filter for contacts that have one of these tags; none where there are no tags. */
export function oneOfTags(tags: string[]): IDataObject[] {
	if (tags.length === 0) return [];
	return [{ group: 'OR', filters: tags.map((value) => ({ field: 'tags', operator: 'eq', value })) }];
}

function endOfNumberedPages(): Failure {
	return new Failure(
		`HighLevel's search gave no cursor, and without one it ends at ${NUMBERED_RECORDS} contacts`,
		'Narrow the search with filters, for example by the date on which contacts were added.',
	);
}
