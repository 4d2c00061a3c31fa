/** Limits of one key; times in ms. */
export interface RateLimits {
	/** Requests per window. */
	max: number;
	/** Length of a window. */
	intervalMs: number;
	/** Requests per UTC day. */
	daily: number;
	/**
	 * `fixed`: a window starts with the first request after the previous one ended, and its whole allowance comes
	 * back at once. `sliding`: each request frees its place `intervalMs` after it was made.
	 */
	window: 'fixed' | 'sliding';
}

/** What a key has left, and whether the request in question was let in. */
export interface Allowance {
	admitted: boolean;
	/** Which limit refused the request. */
	refusedBy?: 'window' | 'day';
	remaining: number;
	dailyRemaining: number;
	/** ms until the day's allowance comes back. */
	dailyResetMs: number;
}

const DAY_MS = 86_400_000;

interface Usage {
	/** Times of the requests that still count, oldest first. */
	times: number[];
	day: number;
	dayCount: number;
}

/** Counts requests per key. A refused request does not use up anything. */
export class RateLimiter {
	private readonly usages = new Map<string, Usage>();

	constructor(public limits: RateLimits) {}

	/** Replaces the limits and starts all windows afresh. */
	configure(limits: RateLimits): void {
		this.limits = limits;
		this.clear();
	}

	clear(): void {
		this.usages.clear();
	}

	/** Lets a request in, or refuses it. */
	take(key: string): Allowance {
		const now = Date.now();
		const usage = this.current(key, now);
		const refusedBy =
			usage.dayCount >= this.limits.daily
				? 'day'
				: usage.times.length >= this.limits.max
					? 'window'
					: undefined;
		if (!refusedBy) {
			usage.times.push(now);
			usage.dayCount += 1;
			this.usages.set(key, usage);
		}
		return { ...this.allowance(usage, now), admitted: !refusedBy, ...(refusedBy ? { refusedBy } : {}) };
	}

	/** What `key` has left, without counting anything; an unknown key has everything left. */
	peek(key: string): Allowance {
		const now = Date.now();
		return this.allowance(this.current(key, now), now);
	}

	/** The least that any key has left in its window. */
	lowestRemaining(): number {
		let lowest = this.limits.max;
		for (const key of this.usages.keys()) lowest = Math.min(lowest, this.peek(key).remaining);
		return lowest;
	}

	private current(key: string, now: number): Usage {
		const day = Math.floor(now / DAY_MS);
		const usage = this.usages.get(key) ?? { times: [], day, dayCount: 0 };
		if (usage.day !== day) {
			usage.day = day;
			usage.dayCount = 0;
		}
		const first = usage.times[0];
		if (this.limits.window === 'fixed') {
			if (first !== undefined && now - first >= this.limits.intervalMs) usage.times = [];
		} else {
			while (usage.times.length > 0 && now - (usage.times[0] as number) >= this.limits.intervalMs) {
				usage.times.shift();
			}
		}
		return usage;
	}

	private allowance(usage: Usage, now: number): Allowance {
		return {
			admitted: true,
			remaining: Math.max(0, this.limits.max - usage.times.length),
			dailyRemaining: Math.max(0, this.limits.daily - usage.dayCount),
			dailyResetMs: (Math.floor(now / DAY_MS) + 1) * DAY_MS - now,
		};
	}
}
