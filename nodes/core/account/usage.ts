import type { Clock } from '../wait';
import { systemClock } from '../wait';

/** The time of this many responses is kept, of the newest ones. */
const LATENCIES_KEPT = 1_000;

/** What became of the requests to a service since this process began to send any. */
export interface UsageSoFar {
	/** ms since 1970 */
	since: number;
	/** Sent, repetitions and refused ones included. */
	requests: number;
	/** Refused for the rate limit (429). */
	refused: number;
	/** To which no response came. */
	unanswered: number;
	/** In ms, in no order: of the newest responses but refusals, from sending to the response. */
	latenciesMs: number[];
}

/** Counts the requests under one limit; what it keeps does not grow with their number. */
export class Usage {
	private readonly since: number;
	private requests = 0;
	private refused = 0;
	private unanswered = 0;
	private readonly latenciesMs: number[] = [];
	private answered = 0;

	constructor(private readonly clock: Clock = systemClock) {
		this.since = clock.now();
	}

	/** A request is sent. @returns what to call when it has ended */
	sent(): (ended: 'answered' | 'refused' | 'unanswered') => void {
		this.requests += 1;
		const sentAt = this.clock.now();
		return (ended) => {
			if (ended === 'refused') this.refused += 1;
			else if (ended === 'unanswered') this.unanswered += 1;
			else this.keep(Math.max(this.clock.now() - sentAt, 0));
		};
	}

	soFar(): UsageSoFar {
		const { since, requests, refused, unanswered, latenciesMs } = this;
		return { since, requests, refused, unanswered, latenciesMs: [...latenciesMs] };
	}

	/** In place of the oldest, when there are enough. */
	private keep(latencyMs: number): void {
		this.latenciesMs[this.answered % LATENCIES_KEPT] = latencyMs;
		this.answered += 1;
	}
}
