import type { User } from '../api/records/users';

/** A name and, in brackets, what tells two of the same name apart. */
export function label(name: string, detail: string | undefined, id: string): string {
	if (name === '') return detail || id;
	return detail ? `${name} (${detail})` : name;
}

export function userLabel({ id, name, firstName, lastName, email }: User): string {
	return label(name ?? [firstName, lastName].filter(Boolean).join(' '), email, id);
}

interface Titled {
	id: string;
	title?: string;
	body?: string;
	/** ISO 8601 */
	dateAdded?: string;
}

/** The title or the beginning of a note, and the day on which it was added. */
export function noteLabel({ id, title, body, dateAdded }: Titled): string {
	return label(shortened(title || withoutMarkup(body ?? '')), String(dateAdded).slice(0, 10), id);
}

function withoutMarkup(html: string): string {
	return html.replace(/<[^>]*>/g, ' ').trim();
}

function shortened(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
