import type { Clock } from '../../nodes/core/wait';

interface Timer {
	at: number;
	wake: () => void;
}

/** Time that stands still until `run` moves it from one sleeper to the next. */
export class FakeClock implements Clock {
	private time: number;
	private readonly timers: Timer[] = [];

	/** @param start milliseconds since 1970 */
	constructor(start = Date.UTC(2026, 0, 5, 9)) {
		this.time = start;
	}

	now(): number {
		return this.time;
	}

	/** How many sleepers are waiting. */
	get sleeping(): number {
		return this.timers.length;
	}

	async sleep(ms: number): Promise<void> {
		await new Promise<void>((wake) => this.timers.push({ at: this.time + ms, wake }));
	}

	/** Lets everything happen that happens within `ms`; without it, until nobody sleeps any more. */
	async run(ms = Infinity): Promise<void> {
		const end = this.time + ms;
		for (;;) {
			await settled();
			const next = this.timers.reduce<Timer | undefined>(
				(first, timer) => (!first || timer.at < first.at ? timer : first),
				undefined,
			);
			if (!next || next.at > end) break;
			this.timers.splice(this.timers.indexOf(next), 1);
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
		if (Number.isFinite(end)) this.time = end;
	}
}

/** All promises that can go on without time passing have gone on. */
export async function settled(): Promise<void> {
	await new Promise<void>((resolve) => setImmediate(resolve));
}

/** 0 to below 1, the same sequence for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
