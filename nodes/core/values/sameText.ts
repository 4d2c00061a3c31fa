import { lineOf } from './texts';

/** Whether two texts are the same but for capitals, blanks, and characters that nobody sees. */
export function isSameText(a: unknown, b: unknown): boolean {
	return plain(a) === plain(b);
}

function plain(text: unknown): string {
	return lineOf(String(text ?? ''))
		.replace(/\s+/g, ' ')
		.toLowerCase();
}
