import { plainText } from '../../core/values/texts';

/** Times before 2001 in milliseconds would be after 33,000 in seconds: below this, a number counts seconds. */
const FIRST_MILLISECONDS = 1e12;

/**
 * ISO 8601 in UTC from a moment as WhatsAble gives it: seconds or milliseconds since 1970, as a number or as text, or
 * ISO 8601 already. `null` where there is none.
 */
export function isoTimeOf(given: unknown): string | null {
	const text = plainText(given).trim();
	const number = Number(text);
	if (text === '' || number === 0) return null;
	if (!Number.isFinite(number)) return isoOrNull(Date.parse(text));
	return isoOrNull(number < FIRST_MILLISECONDS ? number * 1000 : number);
}

function isoOrNull(ms: number): string | null {
	const at = new Date(ms);
	return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
