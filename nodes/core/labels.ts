/** A name and, in brackets, what tells two of the same name apart. */
export function label(name: string, detail: string | undefined, id: string): string {
	if (name === '') return detail || id;
	return detail ? `${name} (${detail})` : name;
}

/** The beginning of a text, as far as a list of the editor has room for it. */
export function shortened(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The text of HTML. */
export function withoutMarkup(html: string): string {
	return html.replace(/<[^>]*>/g, ' ').trim();
}
