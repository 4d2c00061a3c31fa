import type { Answer } from '../../core/sending/http';
import type { RateLimitReport } from '../../core/account/requestBudget';
import { retryAfterMs } from '../../core/sending/retryAfter';

/** Reads the X-RateLimit headers; an absent or unreadable one is left out. */
export function rateLimitReport({ status, headers }: Answer): RateLimitReport {
	return {
		max: number(headers['x-ratelimit-max'], 1),
		intervalMs: number(headers['x-ratelimit-interval-milliseconds'], 1),
		remaining: number(headers['x-ratelimit-remaining']),
		dailyMax: number(headers['x-ratelimit-limit-daily'], 1),
		dailyRemaining: number(headers['x-ratelimit-daily-remaining']),
		dailyResetMs: number(headers['x-ratelimit-daily-reset'], 1),
		refused: status === 429,
		retryAfterMs: retryAfterMs(headers['retry-after']),
	};
}

function number(header: string | undefined, least = 0): number | undefined {
	const value = header === undefined || header.trim() === '' ? NaN : Number(header);
	return Number.isFinite(value) && value >= least ? value : undefined;
}
