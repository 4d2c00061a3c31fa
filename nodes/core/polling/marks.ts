/**
 * A small mark for each of many records, kept as one text: `key:mark,key:mark`. The text is taken apart only when it
 * is asked for, so that a poll in which nothing happened does not touch it. What was changed can be taken back.
 *
 * Keys and marks hold neither a comma nor a colon. Entries keep the order in which they were added.
 */
export class Marks {
	private entries: Map<string, string> | undefined;
	/** Of each key that was changed, the mark that it had; `undefined` when it had none. */
	private readonly earlier = new Map<string, string | undefined>();

	constructor(private text = '') {}

	get size(): number {
		return this.read().size;
	}

	get(key: string): string | undefined {
		return this.read().get(key);
	}

	set(key: string, mark: string): void {
		this.remember(key);
		this.read().set(key, mark);
	}

	delete(key: string): void {
		this.remember(key);
		this.read().delete(key);
	}

	/** A copy of all entries, so that they can be changed on the way. */
	list(): Array<[key: string, mark: string]> {
		return [...this.read()];
	}

	/** All of it, as it is given to the constructor of the next one. */
	toText(): string {
		return this.earlier.size === 0 ? this.text : this.written();
	}

	/** What `takeBack` needs to undo all changes since this was made, or since they were confirmed. */
	changes(): string {
		return Array.from(this.earlier)
			.filter(([key, mark]) => this.get(key) !== mark)
			.map(([key, mark]) => (mark === undefined ? key : `${key}:${mark}`))
			.join(',');
	}

	/** Undoes changes that were told earlier. */
	takeBack(changes: string): void {
		for (const [key, mark] of entriesOf(changes)) {
			if (mark === undefined) this.delete(key);
			else this.set(key, mark);
		}
		this.confirm();
	}

	/** What was changed until now is not taken back any more. */
	confirm(): void {
		this.text = this.toText();
		this.earlier.clear();
	}

	private written(): string {
		return Array.from(this.read(), ([key, mark]) => `${key}:${mark}`).join(',');
	}

	private read(): Map<string, string> {
		this.entries ??= new Map(entriesOf(this.text).map(([key, mark = '']) => [key, mark]));
		return this.entries;
	}

	private remember(key: string): void {
		if (!this.earlier.has(key)) this.earlier.set(key, this.get(key));
	}
}

/** An entry without a colon has no mark. */
function entriesOf(text: string): Array<[key: string, mark: string | undefined]> {
	if (text === '') return [];
	return text.split(',').map((entry) => {
		const colon = entry.indexOf(':');
		return colon < 0 ? [entry, undefined] : [entry.slice(0, colon), entry.slice(colon + 1)];
	});
}
