import type { WiseAgentClient } from './client';

/** Creation times are compared across two clocks, and Wise Agent may write them to the minute. */
const CLOCK_TOLERANCE_MS = 2_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Whether Wise Agent added a record at or after a moment of this machine's clock.
 *
 * @param addedAt ISO 8601
 */
export function isAddedSince(api: WiseAgentClient, addedAt: unknown, startedAt: number): boolean {
	return Date.parse(String(addedAt)) >= earliest(api, startedAt);
}

/**
 * The same for a time of which it is not documented in which zone it is written: the minutes and seconds are right in
 * any zone, so it counts when it is right in one of them.
 */
export function isAddedSinceInAnyZone(api: WiseAgentClient, addedAt: unknown, startedAt: number): boolean {
	const at = Date.parse(String(addedAt));
	if (Number.isNaN(at)) return false;
	const now = api.serverTime(Date.now()) + CLOCK_TOLERANCE_MS;
	const quarter = 15 * MINUTE_MS;
	for (let offset = -DAY_MS; offset <= DAY_MS; offset += quarter) {
		if (at + offset >= earliest(api, startedAt) && at + offset <= now) return true;
	}
	return false;
}

function earliest(api: WiseAgentClient, startedAt: number): number {
	const at = api.serverTime(startedAt) - CLOCK_TOLERANCE_MS;
	return at - (at % MINUTE_MS);
}
