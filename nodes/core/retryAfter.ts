/** What a Retry-After header asks for, in ms: it is a number of seconds or an HTTP date. */
export function retryAfterMs(header: string | undefined): number | undefined {
	const seconds = header === undefined || header.trim() === '' ? NaN : Number(header);
	if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
	const at = Date.parse(header ?? '');
	return Number.isNaN(at) ? undefined : Math.max(at - Date.now(), 0);
}
