/**
 * A Map of records that reports every change and can list the records of one group (the tasks of a contact,
 * the tags of a location) without looking at all of them.
 *
 * Records are frozen when they are stored: a change must go through `set`, or indexes would silently go stale.
 * The map itself is in the order of the last change, its groups are in the order of creation.
 */
export class RecordMap<T extends object> extends Map<string, Readonly<T>> {
	/** Called after each change with the record before and after it. */
	onChange?: (before: Readonly<T> | undefined, after: Readonly<T> | undefined) => void;
	private readonly groups = new Map<string, Set<string>>();

	/** @param groupOf the group of a record, such as its contact's id */
	constructor(private readonly groupOf: (record: Readonly<T>) => string) {
		super();
	}

	override set(id: string, record: Readonly<T>): this {
		const before = this.get(id);
		const group = this.groupOf(record);
		if (before && this.groupOf(before) !== group) this.leaveGroup(id, before);
		const ids = this.groups.get(group);
		if (ids) ids.add(id);
		else this.groups.set(group, new Set([id]));
		super.delete(id);
		super.set(id, Object.freeze(record));
		this.onChange?.(before, record);
		return this;
	}

	override delete(id: string): boolean {
		const before = this.get(id);
		if (!before) return false;
		this.leaveGroup(id, before);
		super.delete(id);
		this.onChange?.(before, undefined);
		return true;
	}

	override clear(): void {
		for (const id of [...this.keys()]) this.delete(id);
	}

	/** The records that were changed last, latest change first. */
	lastChanged(count: number): Array<Readonly<T>> {
		return [...this.values()].slice(-count).reverse();
	}

	/** The records of one group, oldest first. */
	inGroup(group: string): Array<Readonly<T>> {
		return [...(this.groups.get(group) ?? [])].map((id) => this.get(id) as Readonly<T>);
	}

	private leaveGroup(id: string, record: Readonly<T>): void {
		const group = this.groupOf(record);
		const ids = this.groups.get(group);
		ids?.delete(id);
		if (ids?.size === 0) this.groups.delete(group);
	}
}
