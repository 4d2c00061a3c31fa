import type { Pace } from '../account/pace';
import { Failure } from '../failure';
import type { Answer, Outcome } from './http';
import type { Clock } from '../wait';
import { orCancelled, systemClock, throwIfCancelled } from '../wait';

/**
 * What may be done when it is not known whether a request was carried out.
 * - `repeat`: doing it twice is the same as once (reads, PUT, DELETE, adding tags).
 * - `readBack`: it creates something. Look whether it is there: return it, or `absent` to create again, or
 *   `unknown` to end with "may have happened".
 * - `never`: it sends or enrols; it ends with "may have happened".
 */
export type IfLost =
	| { rule: 'repeat' }
	| { rule: 'readBack'; find: (startedAt: number) => Promise<ReadBack> }
	| { rule: 'never' };

export type ReadBack = { found: unknown } | 'absent' | 'unknown';

export interface RetryOptions {
	ifLost: IfLost;
	/** Whether something is to be changed; true unless told. */
	changes?: boolean;
	signal?: AbortSignal;
	backoff: Pace['backoff'];
	clock?: Clock;
	/** 0 to below 1; spreads the waiting times. */
	random?: () => number;
}

/** How a request ended after all that could be done for it. */
export type Ending =
	| {
			kind: 'answer';
			answer: Answer;
			/** An earlier attempt was sent and its answer lost, so this answer may speak of its effect. */
			repeated: boolean;
	  }
	| { kind: 'found'; body: unknown }
	| { kind: 'unsent'; code: string }
	| { kind: 'gaveUp'; last: Outcome; mayHaveHappened: boolean };

const MAX_ATTEMPTS = 6;

/**
 * What becomes of a request, attempt by attempt, until there is an answer that speaks for itself, by this table (429 and
 * the rate limit are the business of pacing):
 *
 * | what happened | repeat | readBack | never |
 * | --- | --- | --- | --- |
 * | connection refused | backoff with jitter, again | the same | the same |
 * | 5xx, time-out, connection lost after sending | backoff, again | backoff, look first | end |
 * | any other answer | end | end | end |
 */
export class Attempts {
	private readonly clock: Clock;
	private readonly startedAt: number;
	private attempt = 0;
	private lostEarlier = false;

	constructor(private readonly options: RetryOptions) {
		this.clock = options.clock ?? systemClock;
		this.startedAt = this.clock.now();
	}

	/** Before each attempt. Throws `Cancelled`. */
	begin(): void {
		throwIfCancelled(this.options.signal);
		this.attempt += 1;
	}

	/** For an attempt that ended with an error of ours, such as a pause: what to throw. */
	failed(error: unknown): unknown {
		const { changes = true } = this.options;
		return this.lostEarlier && changes && error instanceof Failure ? afterLost(error) : error;
	}

	/**
	 * Takes what came of the attempt: gives how the request ended, or `undefined` when it is to be sent again, after the
	 * wait and the look that come first. Throws `Cancelled`.
	 */
	async next(outcome: Outcome): Promise<Ending | undefined> {
		const { ifLost, signal, backoff, random = Math.random } = this.options;
		if (outcome.kind === 'answer' && outcome.status < 500) {
			return { kind: 'answer', answer: outcome, repeated: this.lostEarlier };
		}

		const uncertain = outcome.kind !== 'unsent';
		this.lostEarlier ||= uncertain;
		if (uncertain && ifLost.rule === 'never') return gaveUp(outcome, true);

		const look = this.lostEarlier && ifLost.rule === 'readBack' ? ifLost.find : undefined;
		const isLast = this.attempt >= MAX_ATTEMPTS;
		if (isLast && !look) {
			const neverSent = outcome.kind === 'unsent' && !this.lostEarlier;
			return neverSent ? { kind: 'unsent', code: outcome.code } : gaveUp(outcome, true);
		}

		await orCancelled(this.clock.sleep(backoffMs(backoff, this.attempt, random)), signal);
		if (!look) return undefined;
		const seen = await look(this.startedAt);
		if (seen === 'unknown') return gaveUp(outcome, true);
		if (seen !== 'absent') return { kind: 'found', body: seen.found };
		return isLast ? gaveUp(outcome, false) : undefined;
	}
}

/** For what ends the attempts when the answer to an earlier one was lost, such as a pause. */
function afterLost({ message, details }: Failure): Failure {
	return new Failure(
		`${message}. An earlier attempt may have been carried out`,
		'Look whether it was before you run this item again.',
		{ ...details, mayHaveHappened: true },
	);
}

function gaveUp(last: Outcome, mayHaveHappened: boolean): Ending {
	return { kind: 'gaveUp', last, mayHaveHappened };
}

/** Exponential with full jitter above half, so that items that failed together do not come back together. */
function backoffMs({ firstMs, maxMs }: Pace['backoff'], attempt: number, random: () => number): number {
	const ceiling = Math.min(firstMs * 2 ** (attempt - 1), maxMs);
	return ceiling / 2 + (ceiling / 2) * random();
}
