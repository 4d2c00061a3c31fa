import type { Age } from '../../core/creating';
import type { WiseAgentClient } from './client';

/** Creation times are compared across two clocks. */
const CLOCK_TOLERANCE_MS = 2_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** So much Arizona is behind UTC, the whole year. */
const ARIZONA_BEHIND_MS = 7 * 60 * MINUTE_MS;

/** ISO 8601; a database that has no time shows midnight, and for no day at all one of another age. */
const ISO_TIME =
	/^(?<year>\d{4})-\d{2}-\d{2}(?:T(?<minute>\d{2}:\d{2}):(?<second>\d{2})(?:\.\d+)?(?<zone>Z|[+-]\d{2}:\d{2}))?$/;
const FIRST_YEAR = 2000;

/**
 * Whether Wise Agent added a record since a moment of this machine's clock. It does not document in which zone it writes
 * its times: what is told without one is taken for Arizona's or UTC. Of a time that cannot be read, that is none, that
 * lies in the future, or that would fit in another zone, it is not known.
 *
 * @param addedAt as records are cleaned: ISO 8601
 */
export function ageOf(api: WiseAgentClient, addedAt: unknown, startedAt: number): Age {
	const parts = typeof addedAt === 'string' ? ISO_TIME.exec(addedAt)?.groups : undefined;
	const at = parts ? Date.parse(String(addedAt)) : NaN;
	if (!parts || Number.isNaN(at) || Number(parts.year) < FIRST_YEAR) return 'unknown';

	const start = api.serverTime(startedAt) - CLOCK_TOLERANCE_MS;
	const now = api.serverTime(Date.now()) + CLOCK_TOLERANCE_MS;
	const isDayOnly = parts.minute === undefined || (parts.minute === '00:00' && parts.second === '00');
	if (isDayOnly) return at + 2 * DAY_MS < start ? 'older' : 'unknown';

	// It may be written to the minute.
	const from = parts.second === '00' ? start - (start % MINUTE_MS) : start;
	const fits = (offset: number) => at + offset >= from && at + offset <= now;
	if (fits(0) || (parts.zone !== 'Z' && fits(-ARIZONA_BEHIND_MS))) return 'new';
	return at > now + DAY_MS || fitsInSomeZone(fits) ? 'unknown' : 'older';
}

/** Minutes and seconds are right in any zone, but for quarters of an hour. */
function fitsInSomeZone(fits: (offset: number) => boolean): boolean {
	const quarter = 15 * MINUTE_MS;
	for (let offset = -DAY_MS; offset <= DAY_MS; offset += quarter) if (fits(offset)) return true;
	return false;
}
