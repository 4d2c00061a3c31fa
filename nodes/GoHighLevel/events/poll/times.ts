/**
 * A time in a response, in ms since 1970: ISO 8601, or milliseconds. `undefined` for anything else: of when something
 * happened, that says nothing, least of all that it is long ago.
 */
export function timeOf(value: unknown): number | undefined {
	const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(new Date(time).getTime()) ? undefined : time;
}
