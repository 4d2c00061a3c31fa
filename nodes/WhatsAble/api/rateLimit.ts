import type { Pace } from '../../core/account/pace';
import type { RateLimitReport } from '../../core/account/requestBudget';
import type { Answer } from '../../core/sending/http';
import { retryAfterMs } from '../../core/sending/retryAfter';

/** @param earlier how often this request was refused before */
export function rateLimitReport(
	{ status, headers }: Answer,
	earlier: number,
	{ firstWaitMs, maxWaitMs }: Pace['refused'],
): RateLimitReport {
	if (status !== 429) return {};
	const ownPauseMs = Math.min(firstWaitMs * 2 ** earlier, maxWaitMs);
	return { refused: true, retryAfterMs: retryAfterMs(headers['retry-after']), ownPauseMs };
}
