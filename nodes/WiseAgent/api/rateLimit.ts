import type { Answer } from '../../core/sending/http';
import type { RateLimit, RateLimitReport } from '../../core/account/requestBudget';
import { retryAfterMs } from '../../core/sending/retryAfter';

/**
 * Wise Agent documents no limit. This is what a busy person's browser sends, and keeps a long run from being a burden;
 * an object, so that tests need not wait as long.
 */
export const WISE_AGENT_RATE_LIMIT: RateLimit = { max: 20, intervalMs: 1_000 };

export function rateLimitReport({ status, headers }: Answer): RateLimitReport {
	return { refused: status === 429, retryAfterMs: retryAfterMs(headers['retry-after']) };
}
