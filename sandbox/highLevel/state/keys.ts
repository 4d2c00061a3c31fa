/** The name that templates and API clients know a thing by: lower case, words joined by `_`, nothing but ASCII letters
 * and digits. HighLevel's rule is not documented; the keys of public examples follow this one. */
export function keyOf(name: string): string {
	const words = name
		.toLowerCase()
		.replace(/[^a-z0-9_\s]/g, '')
		.trim();
	return words.replace(/\s+/g, '_');
}

/** `contact.movein_date` for "Move-in Date". A name without a usable letter gets its key from the id. */
export function customFieldKey(model: string, name: string, id: string): string {
	return `${model}.${keyOf(name) || id.toLowerCase()}`;
}
