import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Reported, RequestBudget } from '../account/requestBudget';
import type { UsageSoFar } from '../account/usage';
import { Failure } from '../failure';
import { isEmpty } from '../values/texts';

/** What a service said last; `null` where it did not tell. */
interface ReportedUsage extends IDataObject {
	/** When the service said what is under `today` and `burst`, ISO 8601. */
	reportedAt: string | null;
	/** How long ago that was. */
	reportAgeSeconds: number | null;
	/** By the count of the service, whoever sent the requests. */
	today: { used: number | null; left: number | null; limit: number | null; resetsAt: string | null };
	/** The same of the short window that the service counts in, as it was at `reportedAt`. */
	burst: { used: number | null; left: number | null; limit: number | null; windowSeconds: number | null };
}

/** How much a service is used; the same for every service. */
export interface ApiUsage extends ReportedUsage {
	/** By the count of this process, which begins at 0 when n8n starts. */
	process: {
		/** ISO 8601 */
		since: string;
		requests: number;
		refused: number;
		unanswered: number;
		/** Of `measured` responses, the newest ones. */
		latency: { p50Ms: number | null; p95Ms: number | null; measured: number };
	};
}

/** What is known of the requests under one limit. @param now ms since 1970 */
export function apiUsage({ usage, lastReport }: RequestBudget, now: number): ApiUsage {
	return { ...reportedUsage(lastReport, now), process: processUsage(usage.soFar()) };
}

function reportedUsage(reported: Reported | undefined, now: number): ReportedUsage {
	const { at, report = {} } = reported ?? {};
	const { max, remaining, intervalMs, dailyMax, dailyRemaining, dailyResetMs } = report;
	const isTimed = at !== undefined && dailyResetMs !== undefined;
	return {
		reportedAt: at === undefined ? null : iso(at),
		reportAgeSeconds: at === undefined ? null : Math.max(Math.round((now - at) / 1_000), 0),
		today: { ...counts(dailyMax, dailyRemaining), resetsAt: isTimed ? iso(at + dailyResetMs) : null },
		burst: {
			...counts(max, remaining),
			windowSeconds: intervalMs === undefined ? null : intervalMs / 1_000,
		},
	};
}

function counts(limit: number | undefined, left: number | undefined) {
	const isKnown = limit !== undefined && left !== undefined;
	return { used: isKnown ? Math.max(limit - left, 0) : null, left: left ?? null, limit: limit ?? null };
}

function processUsage({ since, latenciesMs, ...counted }: UsageSoFar): ApiUsage['process'] {
	const sorted = [...latenciesMs].sort((a, b) => a - b);
	return {
		since: iso(since),
		...counted,
		latency: {
			p50Ms: percentile(sorted, 50),
			p95Ms: percentile(sorted, 95),
			measured: sorted.length,
		},
	};
}

/** By nearest rank: the smallest value that this share of the values does not exceed. */
function percentile(sorted: number[], percent: number): number | null {
	return sorted[Math.max(Math.ceil((percent / 100) * sorted.length) - 1, 0)] ?? null;
}

function iso(ms: number): string {
	return new Date(ms).toISOString();
}

export const maxAge: INodeProperties = {
	displayName: 'Maximum Age (Seconds)',
	name: 'maxAgeSeconds',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description:
		'How old the figures of the service may be before they are read again, which costs one request. If it is not set, the figures of the newest response are used, however old they are.',
};

/** In ms; `Infinity` where it is left out. Throws a `Failure` for what is no such number. */
export function maxAgeMsOf(value: unknown): number {
	if (isEmpty(value)) return Infinity;
	const seconds = Number(value);
	if (seconds >= 0 && seconds < Infinity) return seconds * 1_000;
	throw new Failure('"Maximum Age (Seconds)" must be a number of seconds, 0 or more', undefined, {
		field: 'maxAgeSeconds',
	});
}

/**
 * Whether what a service said about its limit still serves: not when it said nothing yet, and not when the day that it
 * spoke of is over.
 */
export function isReportEnough(reported: Reported | undefined, maxAgeMs: number, now: number): boolean {
	if (!reported) return false;
	const { at, report } = reported;
	const dayEndsAt = report.dailyResetMs === undefined ? at + DAY_MS : at + report.dailyResetMs;
	return now < dayEndsAt && now - at <= maxAgeMs;
}

const DAY_MS = 86_400_000;
