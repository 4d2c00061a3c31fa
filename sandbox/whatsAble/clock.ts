/** Timers overflow beyond it, and then fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Appointed {
	atMs: number;
	action: () => void;
}

/**
 * The sandbox's own time: it runs like any clock, or stands still, and can be moved on. What is due by it is done in
 * the order of the times, also when the clock is moved past several of them at once; each sees its own time as now.
 */
export class MovableClock {
	private offsetMs: number;
	/** What time it is while the clock stands still. */
	private standingMs: number | undefined;
	private appointed: Appointed[] = [];
	private timer: NodeJS.Timeout | undefined;
	private closed = false;

	/** @param startAtMs what time it is at the start; the machine's time unless told
	 * @param stopped whether it stands still until it is moved on */
	constructor(
		startAtMs?: number,
		private readonly stopped = false,
	) {
		this.offsetMs = startAtMs === undefined ? 0 : startAtMs - Date.now();
		if (stopped) this.standingMs = startAtMs ?? Date.now();
	}

	/** ms since the epoch. */
	get nowMs(): number {
		return this.standingMs ?? Date.now() + this.offsetMs;
	}

	/** How far it is ahead of the machine's clock. */
	get aheadMs(): number {
		return this.nowMs - Date.now();
	}

	/** Does something at a time, or soon when that has passed. */
	at(atMs: number, action: () => void): void {
		if (this.closed) return;
		const later = this.appointed.findIndex((other) => other.atMs > atMs);
		this.appointed.splice(later === -1 ? this.appointed.length : later, 0, { atMs, action });
		this.wind();
	}

	/** Moves the time on and does what is due by then. */
	advance(ms: number): void {
		const targetMs = this.nowMs + ms;
		this.runUntil(targetMs);
		this.set(targetMs);
		this.wind();
	}

	/** Sets the time, forwards or back; nothing is done because of it. */
	set(nowMs: number): void {
		this.offsetMs = nowMs - Date.now();
		this.standingMs = this.stopped ? nowMs : undefined;
	}

	/** Forgets what was to be done; the time stays. */
	clear(): void {
		this.appointed = [];
		clearTimeout(this.timer);
	}

	close(): void {
		this.closed = true;
		this.clear();
	}

	private runUntil(untilMs: number): void {
		const { standingMs } = this;
		for (;;) {
			const [next] = this.appointed;
			if (!next || next.atMs > untilMs) break;
			this.appointed.shift();
			this.standingMs = next.atMs;
			next.action();
		}
		this.standingMs = standingMs;
	}

	private wind(): void {
		clearTimeout(this.timer);
		const [next] = this.appointed;
		if (!next || this.closed || this.stopped) return;
		const waitMs = Math.min(Math.max(0, next.atMs - this.nowMs), LONGEST_TIMER_MS);
		this.timer = setTimeout(() => {
			this.runUntil(this.nowMs);
			this.wind();
		}, waitMs);
	}
}
