import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { keysOf, PageWatch } from '../../../core/sending/pageWatch';
import type { HighLevelClient } from '../client';
import { HIGHLEVEL } from '../pages';
import { request } from '../request';
import type { Submission, SubmissionQuery } from './submission';
import { isPast, isWithin, submissionPage, totalOf } from './submission';

/** The most that HighLevel gives at once. */
const PAGE_SIZE = 100;

/** How often submissions may be deleted while the others are read. */
const MOST_DELETIONS = 20;

/**
 * The submissions of forms or of surveys, in HighLevel's order, read page after page. Pages are numbered: a submission
 * that is sent meanwhile moves those before it to later pages, where they are met again and count once. One that is
 * deleted moves those before it to pages that were read, which the total tells: these pages are read again.
 *
 * @param path where all forms are: `/forms/`
 * @param id what the query calls the one whose submissions are wanted: `formId`
 */
export function submissionSearch({ path, id, read }: { path: `/${string}/`; id: string; read: string }) {
	const searched = request(
		{ endpoint: `GET ${path}submissions`, scopes: [read] },
		(pathIn) =>
			async (api: HighLevelClient, query: SubmissionQuery, place: { page: number; limit: number }) =>
				await api.get(pathIn(), submissionPage, {
					locationId: api.locationId,
					...inQuery(api, id, query),
					...place,
				}),
	);
	const all = async (
		api: HighLevelClient,
		query: SubmissionQuery,
		{ limit = Infinity }: { limit?: number } = {},
	): Promise<Submission[]> => {
		const found = new Map<unknown, Submission>();
		const isNarrowed = query.fromMs !== undefined || query.untilMs !== undefined;
		const pageSize = isNarrowed ? PAGE_SIZE : Math.min(PAGE_SIZE, limit);
		let watch = new PageWatch(HIGHLEVEL);
		let total: number | undefined;
		let deletions = 0;
		for (let page = 1; found.size < limit;) {
			const answer = await searched(api, query, { page, limit: pageSize });
			const { submissions } = answer;
			for (const one of submissions) if (isWithin(query, one)) found.set(one.id ?? one, one);
			const before = total;
			total = totalOf(answer) ?? total;
			const deleted = (before ?? 0) - (total ?? 0);
			if (deleted > 0 && page > 1) {
				if (++deletions > MOST_DELETIONS) throw changesTooFast();
				page = Math.max(1, page - Math.ceil(deleted / pageSize));
				watch = new PageWatch(HIGHLEVEL);
			} else {
				if (isPast(query, submissions) || !watch.goesOn(keysOf(submissions), pageSize)) break;
				page += 1;
			}
		}
		return [...found.values()].slice(0, limit);
	};
	return making(searched, [], all);
}

function changesTooFast(): Failure {
	return new Failure(
		`Submissions were deleted ${MOST_DELETIONS} times while they were read, so the list would not be complete`,
		'Nothing was returned. Run it again when nobody deletes submissions, or choose a shorter time.',
	);
}

/** HighLevel takes days. It says neither their time zone nor whether they belong to the span. */
const MARGIN = { days: 2 };

/** Before there was a HighLevel: without a day to begin with, it gives those of the last month alone. */
const EARLIEST = '2015-01-01';

function inQuery(
	api: HighLevelClient,
	id: string,
	{ query, of, fromMs, untilMs = api.account.serverTime(Date.now()) }: SubmissionQuery,
): IDataObject {
	const day = (at: DateTime) => at.toISODate();
	const given = {
		[id]: of,
		q: query,
		startAt: fromMs === undefined ? EARLIEST : day(DateTime.fromMillis(fromMs).toUTC().minus(MARGIN)),
		endAt: day(DateTime.fromMillis(untilMs).toUTC().plus(MARGIN)),
	};
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
}
