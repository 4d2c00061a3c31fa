import { label, shortened, withoutMarkup } from '../../core/editor/labels';
import { plainText } from '../../core/values/texts';
import type { User } from '../api/records/users';

export function userLabel({ id, name, firstName, lastName, email }: User): string {
	return label(plainText(name) || [firstName, lastName].map(plainText).filter(Boolean).join(' '), email, id);
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
	return label(shortened(plainText(title) || withoutMarkup(body)), plainText(dateAdded).slice(0, 10), id);
}
