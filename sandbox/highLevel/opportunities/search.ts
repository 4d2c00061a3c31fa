import type { OpportunityRecord } from '../resources/opportunities';
import { locationOf } from '../routes/lookups';
import { listMeta } from '../views/listMeta';
import { withoutNulls } from '../views/withoutNulls';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { compileFilters } from '../search/filter';
import type { Position } from '../search/sort';
import { compileSort, firstAfter } from '../search/sort';
import { SORTABLE, searchFieldsOf } from './advancedSearch';
import type { SearchQuery } from './matching';
import { matching } from './matching';
import { opportunitySearchBody, opportunitySearchQuery } from './searchSchemas';
import { opportunityView } from './view';

type Opportunity = Readonly<OpportunityRecord>;

/** Both searches see writes later. Source: official specifications, opportunities. */
export const searchRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/opportunities/search',
		scope: 'opportunities.readonly',
		query: opportunitySearchQuery,
		answer: search,
	},
	{
		method: 'POST',
		path: '/opportunities/search',
		scope: 'opportunities.readonly',
		body: opportunitySearchBody,
		answer: searchByBody,
	},
];

function search(call: Call): object {
	const query = call.query as SearchQuery;
	const { limit = 20, page = 1, order = 'added_desc' } = query;
	const all = call.state
		.found('opportunities', locationOf(call).id)
		.filter(matching(call, query))
		.sort(ORDERS.get(order) ?? newestFirst);
	const start = startOf(all, query, (page - 1) * limit);
	const shown = all.slice(start, start + limit);
	const last = shown.at(-1);
	return {
		opportunities: shown.map((opportunity) =>
			foundView(call, opportunity, {
				notes: query.getNotes,
				tasks: query.getTasks,
				calendarEvents: query.getCalendarEvents,
			}),
		),
		meta: listMeta(call, '/opportunities/search', {
			total: all.length,
			start,
			limit,
			shown: shown.length,
			last: last && { id: last.id, addedMs: Date.parse(last.createdAt) },
		}),
		aggregations: {},
	};
}

/** `page` counts from 0. `searchAfter` holds the values that the order goes by and the ID of the last one before: what it
 * holds is documented by an example of v3 alone. */
function searchByBody(call: Call): object {
	const { query, limit, page, searchAfter, filters, sort, additionalDetails } = call.body as {
		query: string;
		limit: number;
		page: number;
		searchAfter: unknown[];
		filters?: unknown[];
		sort?: unknown[];
		additionalDetails: Details;
	};
	const fields = searchFieldsOf(call);
	const fieldNamed = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
	const isWanted = compileFilters(fieldNamed, filters ?? []);
	const isMatching = matching(call, { q: query });
	const order = compileSort(SORTABLE, ({ createdAt }) => Date.parse(createdAt), sort ?? []);
	const all = call.state
		.found('opportunities', locationOf(call).id)
		.filter((opportunity) => isMatching(opportunity) && isWanted(opportunity))
		.map((opportunity) => ({ opportunity, position: order.positionOf(opportunity) }))
		.sort((a, b) => order.compare(a.position, b.position));
	const start =
		searchAfter.length > 0 ? firstAfter(all, order, searchAfter as unknown as Position) : page * limit;
	const shown = all.slice(start, start + limit);
	return {
		opportunities: shown.map(({ opportunity }) => foundView(call, opportunity, additionalDetails)),
		total: all.length,
		aggregations: {},
	};
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function newestFirst(a: Opportunity, b: Opportunity): number {
	return compare(b.createdAt, a.createdAt) || compare(b.id, a.id);
}

const byName = (a: Opportunity, b: Opportunity) =>
	compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.id, b.id);

/** Those that the text of v3 names; any other counts as not sent. */
const ORDERS = new Map<string, (a: Opportunity, b: Opportunity) => number>([
	['added_desc', newestFirst],
	['added_asc', (a, b) => newestFirst(b, a)],
	['name_asc', byName],
	['name_desc', (a, b) => byName(b, a)],
]);

/** Index of the first one of a page: behind the one with the ID, else behind those that are as new, else by number. */
function startOf(
	all: readonly Opportunity[],
	{ startAfter, startAfterId }: Pick<SearchQuery, 'startAfter' | 'startAfterId'>,
	byNumber: number,
): number {
	if (startAfter === undefined && startAfterId === undefined) return byNumber;
	const index = all.findIndex(({ id }) => id === startAfterId);
	if (index >= 0) return index + 1;
	const next = all.findIndex(({ createdAt }) => Date.parse(createdAt) < Number(startAfter));
	return next < 0 ? all.length : next;
}

type Details = Partial<Record<'notes' | 'tasks' | 'calendarEvents', boolean>>;

/** What lists of the contact's own hold is not documented; they are empty unless asked for. */
function foundView(call: Call, opportunity: Opportunity, wanted: Details): object {
	const { notes, tasks, appointments } = call.state;
	const { contactId } = opportunity;
	const shown = (records: Array<Readonly<object>>) => records.map((record) => withoutNulls({ ...record }));
	return {
		...opportunityView(opportunity, call),
		notes: wanted.notes ? shown(notes.inGroup(contactId)) : [],
		tasks: wanted.tasks ? shown(tasks.inGroup(contactId)) : [],
		calendarEvents: wanted.calendarEvents ? shown(appointments.inGroup(contactId)) : [],
	};
}
