/**
 * The parameters of a request, from its query and its form. Names count without regard to case, the query goes before
 * the form, and a name that is sent twice has both values, joined by a comma: all of this as in a classic ASP page.
 */
export class Parameters {
	private readonly values = new Map<string, string>();

	constructor(...sources: ReadonlyArray<Iterable<readonly [string, string]>>) {
		for (const source of sources) this.take(source);
	}

	has(name: string): boolean {
		return this.values.has(name.toLowerCase());
	}

	/** The value as it was sent; undefined where the name was not. */
	sent(name: string): string | undefined {
		return this.values.get(name.toLowerCase());
	}

	/** The value without blanks around it; "" where there is none. */
	text(name: string): string {
		return (this.sent(name) ?? '').trim();
	}

	/** What stands between separators, blanks and empty parts left out. */
	list(name: string, separator: ',' | ';' = ','): string[] {
		return this.text(name)
			.split(separator)
			.map((part) => part.trim())
			.filter((part) => part !== '');
	}

	/** A whole number of at least 1, or undefined. */
	positive(name: string): number | undefined {
		const value = Number(this.text(name));
		return Number.isInteger(value) && value > 0 ? value : undefined;
	}

	/** Whether the value says yes, in one of the ways that the API's parameters do. */
	flag(name: string): boolean {
		return ['true', '1', 'yes', 'y'].includes(this.text(name).toLowerCase());
	}

	private take(source: Iterable<readonly [string, string]>): void {
		const own = new Map<string, string>();
		for (const [name, value] of source) {
			const key = name.toLowerCase();
			const before = own.get(key);
			own.set(key, before === undefined ? value : `${before}, ${value}`);
		}
		for (const [key, value] of own) if (!this.values.has(key)) this.values.set(key, value);
	}
}
