import { DateTime } from 'luxon';
import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, filledText, text } from '../../shared/jsonSchema';
import type { Kept, Resource } from '../kit/resource';
import { locationOf } from '../routes/lookups';
import type { LocationRecord } from '../state/records';
import { withoutNulls } from '../views/withoutNulls';
import type { Call } from '../wire/apiRoute';

/** What people fill in: a form or a survey. */
export interface FilledRecord {
	id: string;
	locationId: string;
	name: string;
	/** A folder holds others of its kind; which, the API does not tell. */
	type: 'folder' | 'entry';
	/** In their order, by what a submission calls them: a key such as `first_name`, or the ID of a custom field. */
	fields: readonly string[];
}

/** What somebody filled in and sent. */
export interface SubmissionRecord {
	/** A UUID. */
	id: string;
	locationId: string;
	/** Null where neither an email nor a phone was filled in. */
	contactId: string | null;
	name: string | null;
	email: string | null;
	createdAt: string;
	/** The fields, and what HighLevel notes of the visit. */
	others: Readonly<Record<string, unknown>>;
}

type Filled = Readonly<FilledRecord>;

/** Forms, or surveys. Source: official specifications, forms and surveys. That folders are listed only where they are
 * asked for is not documented. */
export function filledResource<Demo extends string>(
	called: string,
	name: 'forms' | 'surveys',
	demo: { readonly [Name in Demo]: Partial<FilledRecord> & Kept },
): Resource<FilledRecord, Demo> {
	return {
		called,
		path: `/${name}/`,
		scope: name,
		under: 'locationId',
		empty: { type: 'entry', fields: [] },
		demo,
		view: ({ id, name: own, locationId }: Filled) => ({ id, name: own, locationId }),
		answers: { many: (filled, { found }) => ({ [name]: filled, total: found }) },
		list: {
			query: closedObject({ locationId: filledText, skip: count(0), limit: count(1, 50), type: text }, [
				'locationId',
			]),
			limit: 10,
			wanted: ({ type }, { query }) => (type === 'folder') === (query['type'] === 'folder'),
		},
	};
}

const day: JsonSchema = {
	type: 'string',
	pattern: '^\\d{4}-\\d{2}-\\d{2}$',
	refusal: 'must be a date as yyyy-mm-dd',
};

/** The same of what was sent. That the newest come first, and that they show after a while as other records in searches
 * do, is not documented. */
export function submissionResource<T extends SubmissionRecord>(
	name: 'forms' | 'surveys',
	idName: 'formId' | 'surveyId',
): Resource<T> {
	return {
		called: 'Submission',
		path: `/${name}/submissions`,
		scope: name,
		under: 'locationId' as keyof T & string,
		searched: true,
		view: ({ locationId: _location, ...submission }: Readonly<SubmissionRecord>) => withoutNulls(submission),
		answers: { many: (submissions, { found }, call) => ({ submissions, meta: metaOf(found, call) }) },
		list: {
			query: closedObject(
				{
					locationId: filledText,
					page: count(1),
					limit: count(1, 100),
					[idName]: text,
					q: text,
					startAt: day,
					endAt: day,
				},
				['locationId'],
			),
			limit: PAGE_SIZE,
			wanted: (submission, call) =>
				(!call.query[idName] || own(submission, idName) === call.query[idName]) &&
				isWithin(submission, call) &&
				isAbout(submission, call),
			arranged: (submissions) => submissions.sort(newestFirst),
		},
	};
}

const PAGE_SIZE = 20;

function own(record: Readonly<Kept>, name: string): unknown {
	return (record as unknown as Record<string, unknown>)[name];
}

function newestFirst(a: Readonly<SubmissionRecord>, b: Readonly<SubmissionRecord>): number {
	return a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1;
}

/** The days, both included, are those of the location's time zone; which of it is so is not documented. */
function isWithin({ createdAt }: Readonly<SubmissionRecord>, call: Call): boolean {
	const { timezone: zone } = locationOf(call);
	const { startAt, endAt } = call.query as { startAt?: string; endAt?: string };
	const from = startAt
		? DateTime.fromISO(startAt, { zone })
		: DateTime.now().setZone(zone).minus({ months: 1 });
	const until = endAt ? DateTime.fromISO(endAt, { zone }) : DateTime.now().setZone(zone);
	const at = Date.parse(createdAt);
	return at >= from.startOf('day').toMillis() && at <= until.endOf('day').toMillis();
}

function isAbout(submission: Readonly<SubmissionRecord>, { query, state }: Call): boolean {
	const words = String(query['q'] ?? '').toLowerCase();
	const { contactId, name, email } = submission;
	const phone = contactId === null ? null : state.contacts.get(contactId)?.phone;
	return words === '' || [contactId, name, email, phone].some((one) => one?.toLowerCase().includes(words));
}

function metaOf(total: number, { query }: Call): object {
	const { page = 1, limit = PAGE_SIZE } = query as { page?: number; limit?: number };
	return {
		total,
		currentPage: page,
		nextPage: page * limit < total ? page + 1 : null,
		prevPage: page > 1 ? page - 1 : null,
	};
}

/** Where a submission is from, for what it notes of the visit. */
export function pageOf({ website }: Readonly<LocationRecord>, { id, name }: Filled): object {
	return { url: `${website}/${id}`, title: name };
}
