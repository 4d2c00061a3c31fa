/** Whether two texts are the same but for capitals and blanks. */
export function isSameText(a: unknown, b: unknown): boolean {
	return plain(a) === plain(b);
}

function plain(text: unknown): string {
	return String(text ?? '')
		.trim()
		.replace(/\s+/g, ' ')
		.toLowerCase();
}
