import type { Answer } from '../../core/sending/http';
import type { RateLimit, RateLimitReport } from '../../core/account/requestBudget';
import { retryAfterMs } from '../../core/sending/retryAfter';

/** WhatsAble publishes no limit. This pace only keeps a large run from being a burst. */
export const WHATSABLE_RATE_LIMIT: RateLimit = { max: 20, intervalMs: 1_000 };

/**
 * How long to wait after a first refusal that names no time, and at most, doubling in between; and after how long a
 * request that is still refused is given up. An object, so that tests need not wait as long.
 */
export const refusals = { firstWaitMs: 2_000, maxWaitMs: 60_000, giveUpMs: 5 * 60_000 };

/** @param earlier how often this request was refused before */
export function rateLimitReport({ status, headers }: Answer, earlier: number): RateLimitReport {
	if (status !== 429) return {};
	const ownWaitMs = Math.min(refusals.firstWaitMs * 2 ** earlier, refusals.maxWaitMs);
	return { refused: true, retryAfterMs: retryAfterMs(headers['retry-after']), ownPauseMs: ownWaitMs };
}
