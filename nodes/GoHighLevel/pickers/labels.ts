/** A name and, in brackets, what tells two of the same name apart. */
export function label(name: string, detail: string | undefined, id: string): string {
	if (name === '') return detail || id;
	return detail ? `${name} (${detail})` : name;
}
