import type { RateLimit, RateLimitReport, RequestBudget } from '../../nodes/core/account/requestBudget';
import type { FakeClock } from './fakeClock';

/** A service with a rate limit, in simulated time. Counts as HighLevel's headers describe it. */
export class SimulatedServer {
	/** Arrival times of the requests that were let in, ours and those of others. */
	readonly arrivals: number[] = [];
	refusals = 0;
	private window: number[] = [];

	constructor(
		private readonly clock: FakeClock,
		readonly limit: RateLimit,
		private readonly counting: 'fixed' | 'sliding',
	) {}

	take(): RateLimitReport {
		const now = this.clock.now();
		const { max, intervalMs } = this.limit;
		const first = this.window[0];
		if (this.counting === 'sliding') this.window = this.window.filter((at) => now - at < intervalMs);
		else if (first !== undefined && now - first >= intervalMs) this.window = [];
		const refused = this.window.length >= max;
		if (refused) this.refusals += 1;
		else {
			this.window.push(now);
			this.arrivals.push(now);
		}
		return { max, intervalMs, remaining: max - this.window.length, refused };
	}

	/** The most requests that arrived within any one interval. */
	busiest(): number {
		return Math.max(
			...this.arrivals.map(
				(start) => this.arrivals.filter((at) => at >= start && at < start + this.limit.intervalMs).length,
			),
		);
	}
}

/**
 * One request through the budget, sent again as long as it is refused; resolves with how often it was.
 * Latencies are for one way, in ms.
 */
export async function sendThrough(
	budget: RequestBudget,
	server: SimulatedServer,
	clock: FakeClock,
	latencyMs: () => number,
): Promise<number> {
	for (let refusals = 0; ; refusals++) {
		const slot = await budget.acquire(undefined, refusals > 0);
		await clock.sleep(latencyMs());
		const report = server.take();
		await clock.sleep(latencyMs());
		slot.done(report);
		if (!report.refused) return refusals;
	}
}
