import { createHash } from 'crypto';

/**
 * A short stand-in for an id or a content: `length` characters of 6 bits each, of which none is a comma or a colon.
 * Of 100,000 ids with 8 characters (48 bits), two share theirs once in 50,000 times.
 */
export function shortHash(text: string, length = 8): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
