import type { RateLimit } from './requestBudget';

/** How requests to a service follow each other. All times in ms. */
export interface Pace {
	/** Until the service tells another one. */
	rateLimit: RateLimit;
	/** How long to wait after a first attempt without an answer, and at most; it doubles in between. */
	backoff: { firstMs: number; maxMs: number };
	/** When to look for a record whose creation was not answered, each time after the look before. */
	looksMs: readonly number[];
	/** How long it may take to read the record that a delivery is about, since the service waits for an answer. */
	recordMs: number;
	/**
	 * After refusals for the rate limit that name no time: how long to wait at first and at most, where the service tells
	 * no limit either; and after how long they are taken for something else than the limit.
	 */
	refused: { firstWaitMs: number; maxWaitMs: number; giveUpMs: number };
}

/** What no service documents otherwise. */
export const USUAL_PACE: Omit<Pace, 'rateLimit'> = {
	backoff: { firstMs: 500, maxMs: 15_000 },
	looksMs: [0, 2_000],
	recordMs: 5_000,
	refused: { firstWaitMs: 2_000, maxWaitMs: 60_000, giveUpMs: 15 * 60_000 },
};
