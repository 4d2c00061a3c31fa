/**
 * A text or a number as text; empty for anything else. An object that a sender made up need not even have a text:
 * `String({ toString: 1 })` throws.
 */
export function plainText(given: unknown): string {
	return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}
