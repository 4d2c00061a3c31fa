/** Timers overflow beyond it, and then fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Appointed {
	atMs: number;
	action: () => void;
}

/**
 * The sandbox's own time: it runs like any clock and can be moved on. What is due by it is done in the order of the
 * times, also when the clock is moved past several of them at once; each then sees its own time as now.
 */
export class MovableClock {
	/** How far it is ahead of the machine's clock. */
	offsetMs: number;
	private appointed: Appointed[] = [];
	private timer: NodeJS.Timeout | undefined;
	private closed = false;

	/** @param startAtMs what time it is at the start; the machine's time unless told */
	constructor(startAtMs?: number) {
		this.offsetMs = startAtMs === undefined ? 0 : startAtMs - Date.now();
	}

	/** ms since the epoch. */
	get nowMs(): number {
		return Date.now() + this.offsetMs;
	}

	/** Does something at a time, or at once after this turn when that has passed. */
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
		this.offsetMs = Math.max(this.offsetMs, targetMs - Date.now());
		this.wind();
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
		for (;;) {
			const [next] = this.appointed;
			if (!next || next.atMs > untilMs) return;
			this.appointed.shift();
			this.offsetMs = Math.max(this.offsetMs, next.atMs - Date.now());
			next.action();
		}
	}

	private wind(): void {
		clearTimeout(this.timer);
		const [next] = this.appointed;
		if (!next || this.closed) return;
		const waitMs = Math.min(Math.max(0, next.atMs - this.nowMs), LONGEST_TIMER_MS);
		this.timer = setTimeout(() => {
			this.runUntil(this.nowMs);
			this.wind();
		}, waitMs);
	}
}
