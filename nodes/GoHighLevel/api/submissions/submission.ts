import type { IDataObject } from 'n8n-workflow';

import type { Reading } from '../answers';
import { records } from '../answers';

/**
 * What somebody has filled in and sent, as HighLevel answers it; only what this package looks at is named. A submission
 * need not have a contact.
 */
export interface Submission extends IDataObject {
	id: string;
	contactId?: string;
	/** ISO 8601 */
	createdAt?: string;
	/** The fields by their keys, and what HighLevel noted of the visit. */
	others?: IDataObject;
}

/** What submissions are looked for by; all of it must apply. */
export interface SubmissionQuery {
	/** ID, name, email or phone of the contact. */
	query?: string;
	/** ID of the form or survey; those of all without. */
	of?: string;
	/** ms since 1970, both included. */
	fromMs?: number;
	untilMs?: number;
}

interface SubmissionPage {
	submissions: Submission[];
	meta?: { total?: unknown } | null;
}

export const submissionPage: Reading<SubmissionPage> = (answer) =>
	records('submissions')(answer) ? (answer as SubmissionPage) : undefined;

/** How many submissions there are on all pages, where HighLevel says it. */
export function totalOf({ meta }: SubmissionPage): number | undefined {
	return typeof meta?.total === 'number' ? meta.total : undefined;
}

/** Whether a submission was sent in the time that is asked for, to the millisecond; when it is not known, it may be. */
export function isWithin(
	{ fromMs = -Infinity, untilMs = Infinity }: SubmissionQuery,
	{ createdAt }: Submission,
): boolean {
	const at = Date.parse(String(createdAt));
	return Number.isNaN(at) || (at >= fromMs && at <= untilMs);
}

/**
 * Whether a page shows that all further ones are from before the time that is asked for: it comes the newest first, which
 * is not documented, and has come to what is older.
 */
export function isPast({ fromMs = -Infinity }: SubmissionQuery, page: Submission[]): boolean {
	const times = page.map(({ createdAt }) => Date.parse(String(createdAt)));
	const [newest = NaN, oldest = NaN] = [times[0], times[times.length - 1]];
	const isInOrder = times.every((at, place) => at <= (times[place - 1] ?? Infinity));
	return isInOrder && newest > oldest && oldest < fromMs;
}
