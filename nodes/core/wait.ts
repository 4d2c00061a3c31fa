import { sleep } from 'n8n-workflow';

import { Cancelled } from './failure';

/** Time as the pacing and retry layers see it; tests put a clock of their own here. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after `ms` milliseconds. */
	sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = { now: () => Date.now(), sleep };

/** Throws `Cancelled` when the execution has been cancelled. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new Cancelled();
}

/**
 * Settles as `work` does, unless the execution is cancelled first: then it throws `Cancelled` at once.
 * The work itself is not stopped; it must be harmless to leave behind (a sleep, a place in a queue).
 */
export async function orCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return await work;
	throwIfCancelled(signal);
	let onAbort: (() => void) | undefined;
	const cancelled = new Promise<never>((_, reject) => {
		onAbort = () => reject(new Cancelled());
		signal.addEventListener('abort', onAbort, { once: true });
	});
	try {
		return await Promise.race([work, cancelled]);
	} finally {
		if (onAbort) signal.removeEventListener('abort', onAbort);
	}
}
