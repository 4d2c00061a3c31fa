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

/** Whether a submission was sent in the time that is asked for, to the millisecond. */
export function isWithin(
	{ fromMs = -Infinity, untilMs = Infinity }: SubmissionQuery,
	{ createdAt }: Submission,
): boolean {
	if (fromMs === -Infinity && untilMs === Infinity) return true;
	const at = Date.parse(String(createdAt));
	return at >= fromMs && at <= untilMs;
}
