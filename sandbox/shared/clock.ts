/**
 * Hands out time stamps that never repeat and never go back.
 *
 * Cursors (`startAfter`, `searchAfter`) order records by their time stamps; two writes in the same millisecond
 * would make a page boundary ambiguous, so the later one is moved on by a millisecond.
 */
export class Clock {
	private last = 0;

	/** The next stamp, in ms since the epoch: the current time, or one past the previous stamp. */
	nextMs(): number {
		this.last = Math.max(Date.now(), this.last + 1);
		return this.last;
	}

	/** The next stamp as ISO 8601 with milliseconds, in UTC. */
	nextIso(): string {
		return new Date(this.nextMs()).toISOString();
	}

	/** Makes sure that later stamps come after `ms`, a stamp read from a state file. */
	startAfter(ms: number): void {
		this.last = Math.max(this.last, ms);
	}
}
