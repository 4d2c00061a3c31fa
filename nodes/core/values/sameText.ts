import { lineOf } from './texts';

/** Whether two texts are the same but for capitals, blanks, and characters that nobody sees. */
export function isSameText(a: unknown, b: unknown): boolean {
	return plain(a) === plain(b);
}

/** A value of a record as text. An object or a list is no text: its JSON is like none that was written. */
export function comparedText(value: unknown): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}

function plain(text: unknown): string {
	return lineOf(comparedText(text)).replace(/\s+/g, ' ').toLowerCase();
}
