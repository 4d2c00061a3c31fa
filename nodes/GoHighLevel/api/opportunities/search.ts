import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { making } from '../../../core/operation/request';
import { keysOf, PageWatch } from '../../../core/sending/pageWatch';
import type { Reading } from '../answers';
import { records } from '../answers';
import type { HighLevelClient } from '../client';
import { HIGHLEVEL } from '../pages';
import { request } from '../request';
import type { Opportunity } from './opportunity';

/** What opportunities are looked for by; all of it must apply. */
export interface OpportunityQuery {
	/** Text in the name, or in the contact's name, email or phone. */
	query?: string;
	pipelineId?: string;
	pipelineStageId?: string;
	contactId?: string;
	assignedTo?: string;
	status?: string;
	/** ms since 1970, both included. */
	createdFromMs?: number;
	createdUntilMs?: number;
}

interface Place {
	limit: number;
	/** From 1. */
	page?: number;
	/** The time of creation (ms since 1970) and the id of the last one before. */
	startAfter?: string;
	startAfterId?: string;
}

interface OpportunityList {
	opportunities: Opportunity[];
	meta?: { startAfter?: unknown; startAfterId?: unknown } | null;
}

const opportunityList: Reading<OpportunityList> = (answer) =>
	records('opportunities')(answer) ? (answer as OpportunityList) : undefined;

/** One page of the search, the newest first. */
const searched = request(
	{ endpoint: 'GET /opportunities/search', scopes: ['opportunities.readonly'] },
	(path) =>
		async (api: HighLevelClient, query: OpportunityQuery, place: Place): Promise<OpportunityList> =>
			await api.get(path(), opportunityList, {
				location_id: api.locationId,
				order: 'added_desc',
				...inQuery(query),
				...(place as unknown as IDataObject),
			}),
);

/** A page of opportunities by its number, for lists of the editor. */
export const searchPage = making(
	searched,
	[],
	async (api: HighLevelClient, query: OpportunityQuery, place: Place) =>
		(await searched(api, query, place)).opportunities,
);

/** The most that HighLevel gives at once. */
const PAGE_SIZE = 100;

/**
 * Opportunities, read page after page along a cursor, so that those which are created or deleted meanwhile shift
 * nothing. The search learns of a write only after seconds.
 *
 * @param isWanted what the search cannot look for; pages are read until `limit` of these are found
 */
export const searchOpportunities = making(
	searched,
	[],
	async (
		api: HighLevelClient,
		query: OpportunityQuery,
		{ limit = Infinity, isWanted }: { limit?: number; isWanted?: (found: Opportunity) => boolean } = {},
	): Promise<Opportunity[]> => {
		const found = new Map<unknown, Opportunity>();
		const watch = new PageWatch(HIGHLEVEL);
		let cursor: Pick<Place, 'startAfter' | 'startAfterId'> = {};
		while (found.size < limit) {
			const pageSize = isWanted ? PAGE_SIZE : Math.min(PAGE_SIZE, limit - found.size);
			const { opportunities, meta } = await searched(api, query, { limit: pageSize, ...cursor });
			for (const one of opportunities) {
				if (isWithin(query, one) && (isWanted?.(one) ?? true)) found.set(one.id ?? one, one);
			}
			const last = opportunities[opportunities.length - 1];
			cursor = {
				startAfter: String(meta?.startAfter ?? Date.parse(String(last?.createdAt))),
				startAfterId: String(meta?.startAfterId ?? last?.id),
			};
			if (found.size < limit && !watch.goesOn(keysOf(opportunities), pageSize, cursor)) break;
		}
		return [...found.values()].slice(0, limit);
	},
);

/** HighLevel takes days. It says neither their time zone nor whether they belong to the span. */
const MARGIN = { days: 2 };

/** The query of the search in v2. */
function inQuery({ query, createdFromMs, createdUntilMs, ...exact }: OpportunityQuery): IDataObject {
	const { pipelineId, pipelineStageId, contactId, assignedTo, status } = exact;
	const day = (at: DateTime) => at.toFormat('MM-dd-yyyy');
	const given = {
		q: query,
		pipeline_id: pipelineId,
		pipeline_stage_id: pipelineStageId,
		contact_id: contactId,
		assigned_to: assignedTo,
		status,
		date: createdFromMs === undefined ? undefined : day(DateTime.fromMillis(createdFromMs).minus(MARGIN)),
		endDate: createdUntilMs === undefined ? undefined : day(DateTime.fromMillis(createdUntilMs).plus(MARGIN)),
	};
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
}

/** Whether an opportunity was created in the time that is asked for, to the millisecond. */
function isWithin({ createdFromMs, createdUntilMs }: OpportunityQuery, { createdAt }: Opportunity): boolean {
	if (createdFromMs === undefined && createdUntilMs === undefined) return true;
	const at = Date.parse(String(createdAt));
	return at >= (createdFromMs ?? -Infinity) && at <= (createdUntilMs ?? Infinity);
}
