import { Cancelled } from '../failure';
import type { Clock } from '../wait';
import { systemClock } from '../wait';
import { Usage } from './usage';

/** How many requests a service takes in how long. */
export interface RateLimit {
	/** Requests per interval. */
	max: number;
	intervalMs: number;
}

/** What an answer said about the limit; each part only where the service reported it. */
export interface RateLimitReport {
	max?: number;
	intervalMs?: number;
	/** Requests left in the current interval. */
	remaining?: number;
	/** Requests per day. */
	dailyMax?: number;
	/** Requests left today. */
	dailyRemaining?: number;
	/** Milliseconds until the day's count starts again. */
	dailyResetMs?: number;
	/** The request was refused for the limit (429). */
	refused?: boolean;
	/** How long the service asked to wait after a refusal. */
	retryAfterMs?: number;
	/** How long to wait after a refusal for which the service asked no time. */
	ownPauseMs?: number;
}

/** A place in the budget: taken before a request is sent, given back with what the answer reported. */
export interface Slot {
	done(report?: RateLimitReport): void;
}

/** What a service said about the limit, and when. */
export interface Reported {
	/** ms since 1970 */
	at: number;
	report: Readonly<RateLimitReport>;
}

/** The day's requests are used up; nothing more can be sent before `resetsAt`. */
export class DailyLimitReached extends Error {
	override readonly name = 'DailyLimitReached';

	constructor(
		/** Milliseconds since 1970; undefined when the service did not say. */
		readonly resetsAt: number | undefined,
	) {
		super('The daily request limit is used up');
	}
}

/** The service asked for a longer pause than a request waits for. */
export class PauseTooLong extends Error {
	override readonly name = 'PauseTooLong';

	constructor(
		/** When the service takes requests again by its own word, in milliseconds since 1970. */
		readonly resumesAt: number,
	) {
		super('The service asked for a long pause');
	}
}

interface Waiter {
	/** Its request was sent before and refused. */
	again: boolean;
	/** It waits for no pause that ends later than this, in milliseconds since 1970. */
	giveUpAt: number;
	grant(slot: Slot): void;
	refuse(error: Error): void;
}

/** Where the end of a pause is not known, or too far away to be relied on, requests are sent again after this long. */
const PROBE_MS = 60_000;

/**
 * What a header may say: a proxy, or a fault of the service, must not stop everything until n8n restarts. What lies
 * beyond is left out of account, but for a pause, which is cut.
 */
const BOUNDS = {
	max: 100_000,
	intervalMs: 60_000,
	dailyResetMs: 25 * 60 * 60_000,
	retryAfterMs: 31 * 24 * 60 * 60_000,
	/** A longer pause is announced to those who wait, and tried out all the same. */
	pauseMs: 15 * 60_000,
};

/** Who waits longer looks again in between, so that no timer outlives a cancelled execution. */
const LONGEST_SLEEP_MS = 1_000;

/**
 * Paces requests under a limit of so many per interval, whichever way the service counts (fixed or sliding
 * windows). A request occupies its place from the moment it is sent until one interval after its answer:
 * the service counted it no later than that, so the next one can never come too early.
 *
 * Requests of others under the same limit (a second n8n process, another tool with the same token) show in the
 * reported remainder; they are taken off for one interval.
 */
export class RequestBudget {
	private inFlight = 0;
	/** When the requests that hold a place after their answer were answered, oldest first. */
	private readonly answeredAt: number[] = [];
	private foreign = { used: 0, until: 0 };
	private pausedUntil = 0;
	/** When the pause ends by the word of the service; later than `pausedUntil` when it is tried out before. */
	private resumesAt = 0;
	private dailyBlockedUntil = 0;
	private dailyResetsAt: number | undefined;
	private readonly waiters: Waiter[] = [];
	private wakeAt: number | undefined;
	private reported: Reported | undefined;
	/** What became of the requests that took a place. */
	readonly usage: Usage;

	constructor(
		private limit: RateLimit,
		private readonly clock: Clock = systemClock,
	) {
		this.usage = new Usage(clock);
	}

	/** What the service said about the limit last, with its refusals; `undefined` as long as it said nothing. */
	get lastReport(): Reported | undefined {
		return this.reported;
	}

	/**
	 * Waits for a place. Throws `DailyLimitReached` at once when the day is used up, `PauseTooLong` when the service
	 * asked for a pause that ends after `giveUpAt` (ms since 1970), `Cancelled` when the execution ends first. `again`
	 * puts a request that was refused in front of those that were not sent yet.
	 */
	async acquire(signal?: AbortSignal, again = false, giveUpAt = Infinity): Promise<Slot> {
		if (signal?.aborted) throw new Cancelled();
		return await new Promise<Slot>((resolve, reject) => {
			const leave = () => {
				const place = this.waiters.indexOf(waiter);
				if (place >= 0) this.waiters.splice(place, 1);
				reject(new Cancelled());
			};
			const waiter: Waiter = {
				again,
				giveUpAt,
				grant: (slot) => {
					signal?.removeEventListener('abort', leave);
					resolve(slot);
				},
				refuse: (error) => {
					signal?.removeEventListener('abort', leave);
					reject(error);
				},
			};
			signal?.addEventListener('abort', leave, { once: true });
			const firstUnsent = this.waiters.findIndex((other) => !other.again);
			if (again && firstUnsent >= 0) this.waiters.splice(firstUnsent, 0, waiter);
			else this.waiters.push(waiter);
			this.serve();
		});
	}

	private serve(): void {
		const now = this.clock.now();
		if (now < this.dailyBlockedUntil) {
			for (const waiter of this.waiters.splice(0)) waiter.refuse(new DailyLimitReached(this.dailyResetsAt));
			return;
		}
		if (now < this.pausedUntil && now < this.resumesAt) this.refuseImpatient();
		while (this.waiters.length > 0 && now >= this.pausedUntil && this.available(now) > 0) {
			this.inFlight += 1;
			this.waiters.shift()?.grant(this.newSlot(now));
		}
		if (this.waiters.length > 0) this.wakeLater(now);
	}

	private refuseImpatient(): void {
		const impatient = this.waiters.filter(({ giveUpAt }) => giveUpAt < this.resumesAt);
		for (const waiter of impatient) {
			this.waiters.splice(this.waiters.indexOf(waiter), 1);
			waiter.refuse(new PauseTooLong(this.resumesAt));
		}
	}

	private available(now: number): number {
		const foreign = now < this.foreign.until ? this.foreign.used : 0;
		return this.limit.max - this.held(now) - foreign;
	}

	/** The places that requests of this process hold. */
	private held(now: number): number {
		const past = this.answeredAt.findIndex((at) => at + this.limit.intervalMs > now);
		this.answeredAt.splice(0, past < 0 ? this.answeredAt.length : past);
		return this.inFlight + this.answeredAt.length;
	}

	private newSlot(now: number): Slot {
		const heldAtSending = this.held(now);
		const ended = this.usage.sent();
		let open = true;
		return {
			done: (report) => {
				if (!open) return;
				open = false;
				this.inFlight -= 1;
				ended(!report ? 'unanswered' : report.refused ? 'refused' : 'answered');
				this.learn(report ?? {}, heldAtSending);
				this.serve();
			},
		};
	}

	private learn(report: RateLimitReport, heldAtSending: number): void {
		const now = this.clock.now();
		this.limit = {
			max: within(BOUNDS.max, report.max) ?? this.limit.max,
			intervalMs: within(BOUNDS.intervalMs, report.intervalMs) ?? this.limit.intervalMs,
		};
		if (report.remaining !== undefined || report.dailyRemaining !== undefined)
			this.reported = { at: now, report };
		if (!report.refused) this.answeredAt.push(now);
		const ours = this.held(now);

		if (report.dailyRemaining !== undefined && report.dailyRemaining <= 0) {
			const resetMs = within(BOUNDS.dailyResetMs, report.dailyResetMs);
			this.dailyResetsAt = resetMs === undefined ? undefined : now + resetMs;
			this.dailyBlockedUntil = this.dailyResetsAt ?? now + PROBE_MS;
		}
		if (report.refused) {
			// "Retry after 0 seconds" would be a loop of refusals.
			if (report.retryAfterMs) this.pause(now, Math.min(report.retryAfterMs, BOUNDS.retryAfterMs));
			else if (report.ownPauseMs) this.pausedUntil = Math.max(this.pausedUntil, now + report.ownPauseMs);
			else this.foreign = { used: Math.max(this.limit.max - ours, 1), until: now + this.limit.intervalMs };
		} else if (report.remaining !== undefined) {
			// The service counted at some moment between sending and answer. Whichever held more is taken as ours, and
			// requests in flight as counted, so that our own are never taken for those of others.
			const used = Math.max(this.limit.max - report.remaining - Math.max(ours, heldAtSending), 0);
			this.foreign = { used, until: used > 0 ? now + this.limit.intervalMs : 0 };
		}
	}

	private pause(now: number, pauseMs: number): void {
		const earlier = now < this.pausedUntil ? this.resumesAt : 0;
		this.resumesAt = Math.max(earlier, now + pauseMs);
		this.pausedUntil = Math.max(this.pausedUntil, now + (pauseMs > BOUNDS.pauseMs ? PROBE_MS : pauseMs));
	}

	/** One timer at a time: the earliest moment at which a place can become free. */
	private wakeLater(now: number): void {
		const oldest = this.answeredAt[0];
		const ownFree = oldest === undefined ? Infinity : oldest + this.limit.intervalMs;
		const othersFree = now < this.foreign.until ? this.foreign.until : Infinity;
		const next = now < this.pausedUntil ? this.pausedUntil : Math.min(ownFree, othersFree);
		// With no moment known, all places are in flight: the next answer wakes the queue.
		if (!Number.isFinite(next)) return;
		const wakeAt = Math.min(next, now + LONGEST_SLEEP_MS);
		if (this.wakeAt !== undefined && this.wakeAt > now && this.wakeAt <= wakeAt) return;
		this.wakeAt = wakeAt;
		void this.clock.sleep(Math.max(wakeAt - now, 1)).then(() => {
			if (this.wakeAt === wakeAt) this.wakeAt = undefined;
			this.serve();
		});
	}
}

function within(most: number, value: number | undefined): number | undefined {
	return value !== undefined && value <= most ? value : undefined;
}
