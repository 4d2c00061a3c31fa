import type { User } from '../api/users';

/** A name and, in brackets, what tells two of the same name apart. */
export function label(name: string, detail: string | undefined, id: string): string {
	if (name === '') return detail || id;
	return detail ? `${name} (${detail})` : name;
}

export function userLabel({ id, name, firstName, lastName, email }: User): string {
	return label(name ?? [firstName, lastName].filter(Boolean).join(' '), email, id);
}
