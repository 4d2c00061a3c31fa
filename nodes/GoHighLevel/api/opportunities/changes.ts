import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { keysOf, PageWatch } from '../../../core/sending/pageWatch';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { HIGHLEVEL } from '../pages';
import { request } from '../request';
import type { Opportunity } from './opportunity';

/** The most that the specification lets a page have. */
const PAGE_SIZE = 100;

/** Beyond this, pages cannot be asked for by number. */
const NUMBERED_RECORDS = 10_000;

interface PageQuery {
	/** Only those that changed at this time (ms since 1970) or later. */
	since?: number;
	direction: 'asc' | 'desc';
	/** From 0. */
	page: number;
	limit: number;
}

/**
 * One page of opportunities in the order of their changes.
 *
 * Source: official specifications, opportunities, which want all of the body but `filters` and `sort`; these are in the
 * guide that they link to.
 */
export const pageByChange = request(
	{ endpoint: 'POST /opportunities/search', scopes: ['opportunities.readonly'] },
	(path) =>
		async (api: HighLevelClient, { since, direction, page, limit }: PageQuery): Promise<Opportunity[]> => {
			const range = since === undefined ? [] : [{ gte: new Date(since).toISOString() }];
			return await api.postRead(path(), records<Opportunity>('opportunities'), {
				locationId: api.locationId,
				query: '',
				limit,
				page,
				searchAfter: [],
				additionalDetails: { notes: false, tasks: false, calendarEvents: false, unReadConversations: false },
				filters: range.map((value) => ({ field: 'date_updated', operator: 'range', value })),
				sort: [{ field: 'date_updated', direction }],
			} as IDataObject);
		},
);

/** In ms since 1970; `undefined` where it cannot be read. */
type TimeOf = (opportunity: Opportunity) => number | undefined;

/**
 * Opportunities that changed at a time or later, the oldest change first, a page at a time; one that is met twice comes
 * twice. HighLevel's answers do not say what `searchAfter` is to be, so each page begins with the time at which the page
 * before it has ended; only where that is one and the same time, pages go by number. One that changes meanwhile moves all
 * others up by one, so such pages are read until they bring nothing new. Throws a `Failure` when HighLevel
 * does not keep to the time or the order, since changes would be missed then.
 */
export const opportunitiesChangedSince = making(
	pageByChange,
	[],
	async function* (api: HighLevelClient, since: number, timeOf: TimeOf): AsyncGenerator<Opportunity[]> {
		let from = since;
		let met = new Set<unknown>();
		for (;;) {
			const before = met.size;
			const { next, pages } = yield* pagesFrom(api, from, { timeOf, met });
			if (pages > 1 && met.size > before) continue;
			if (next === undefined) return;
			from = next;
			met = new Set();
		}
	},
);

/**
 * The pages that begin with a time, until one goes further.
 *
 * @returns how many these were, and the later time at which the next page begins; `undefined` at the end
 */
async function* pagesFrom(
	api: HighLevelClient,
	since: number,
	{ timeOf, met }: { timeOf: TimeOf; met: Set<unknown> },
): AsyncGenerator<Opportunity[], { next?: number; pages: number }> {
	const watch = new PageWatch(HIGHLEVEL);
	for (let page = 0; page * PAGE_SIZE < NUMBERED_RECORDS; page++) {
		const found = await pageByChange(api, { since, direction: 'asc', page, limit: PAGE_SIZE });
		checkOrder(found.map(timeOf), since);
		yield found;
		const keys = keysOf(found);
		for (const key of keys) met.add(key);
		const pages = page + 1;
		if (!watch.goesOn(keys, PAGE_SIZE)) return { pages };
		const last = found.map(timeOf).reduce<number>((latest, time) => Math.max(latest, time ?? 0), 0);
		if (last > since) return { next: last, pages };
	}
	throw new Failure(
		`More than ${NUMBERED_RECORDS} opportunities carry the same time of change, and HighLevel's search does not reach further`,
		'Publish the workflow with another start date, or switch the opportunity events off and on again, to begin after them.',
	);
}

function checkOrder(given: Array<number | undefined>, since: number): void {
	const times = given.filter((time) => time !== undefined);
	if (times.every((time, place) => time >= (times[place - 1] ?? since))) return;
	throw new Failure(
		'HighLevel did not return the opportunities in the order of their changes',
		'Nothing was returned, because changes would be missed. Try again later. If it happens again, check the Base URL in the credential: a proxy there may drop what is asked for.',
	);
}
