/** What a Retry-After header asks for, in ms: it is a number of seconds or an HTTP date. */
export function retryAfterMs(header: string | undefined): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	// Only such a date begins with a day of the week; JavaScript takes almost anything for some date.
	const at = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(at) ? undefined : Math.max(at - Date.now(), 0);
}
