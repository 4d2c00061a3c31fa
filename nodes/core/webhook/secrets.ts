import { createHash, timingSafeEqual } from 'crypto';

/**
 * Whether two secrets are the same, in a time that tells nothing about where they differ or how long they are: their
 * hashes are compared.
 */
export function isSameSecret(given: string, expected: string): boolean {
	return timingSafeEqual(hashOf(given), hashOf(expected));
}

function hashOf(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
