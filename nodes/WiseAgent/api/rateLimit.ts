import type { Answer } from '../../core/sending/http';
import type { RateLimitReport } from '../../core/account/requestBudget';
import { retryAfterMs } from '../../core/sending/retryAfter';

export function rateLimitReport({ status, headers }: Answer): RateLimitReport {
	return { refused: status === 429, retryAfterMs: retryAfterMs(headers['retry-after']) };
}
