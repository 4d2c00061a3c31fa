/**
 * A time in a response, in ms since 1970: ISO 8601, or milliseconds. `undefined` for anything else, a number that is
 * too small for milliseconds included: of when something happened, that says nothing, least of all that it is long ago.
 */
export function timeOf(value: unknown): number | undefined {
	if (typeof value === 'number' && value < EARLIEST_MS) return undefined;
	const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(new Date(time).getTime()) ? undefined : time;
}

/** HighLevel has no records from before 2000. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
