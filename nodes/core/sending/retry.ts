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
 * Sends a request until there is an answer that speaks for itself, by this table (429 and the rate limit are the
 * business of `send`):
 *
 * | what happened | repeat | readBack | never |
 * | --- | --- | --- | --- |
 * | connection refused | backoff with jitter, again | the same | the same |
 * | 5xx, time-out, connection lost after sending | backoff, again | backoff, look first | end |
 * | any other answer | end | end | end |
 */
export async function sendWithRetries(
	send: () => Promise<Outcome>,
	{ ifLost, changes = true, signal, backoff, clock = systemClock, random = Math.random }: RetryOptions,
): Promise<Ending> {
	const startedAt = clock.now();
	let lostEarlier = false;

	for (let attempt = 1; ; attempt++) {
		throwIfCancelled(signal);
		const outcome = await send().catch((error: unknown) => {
			throw lostEarlier && changes && error instanceof Failure ? afterLost(error) : error;
		});
		if (outcome.kind === 'answer' && outcome.status < 500) {
			return { kind: 'answer', answer: outcome, repeated: lostEarlier };
		}

		const uncertain = outcome.kind !== 'unsent';
		lostEarlier ||= uncertain;
		if (uncertain && ifLost.rule === 'never') return gaveUp(outcome, true);

		const look = lostEarlier && ifLost.rule === 'readBack' ? ifLost.find : undefined;
		const isLast = attempt >= MAX_ATTEMPTS;
		if (isLast && !look) {
			const neverSent = outcome.kind === 'unsent' && !lostEarlier;
			return neverSent ? { kind: 'unsent', code: outcome.code } : gaveUp(outcome, true);
		}

		await orCancelled(clock.sleep(backoffMs(backoff, attempt, random)), signal);
		if (!look) continue;
		const seen = await look(startedAt);
		if (seen === 'unknown') return gaveUp(outcome, true);
		if (seen !== 'absent') return { kind: 'found', body: seen.found };
		if (isLast) return gaveUp(outcome, false);
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
