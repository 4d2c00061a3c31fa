/** What a value was and is; `from` is left out where it was not read. */
export interface Change {
	from?: unknown;
	to: unknown;
	/** The value that was not kept, where source and target had both changed since the last sync. */
	lost?: unknown;
}

/** Field -> change, under the names that `changedFields` has. */
export type FieldChanges = Record<string, Change>;

/**
 * What became of fields, for the operator.
 *
 * @param before reads a field as it was; without it, nothing is known of that
 * @param after reads a field as it is now, or would be
 */
export function changesOf(
	names: string[],
	before: ((name: string) => unknown) | undefined,
	after: (name: string) => unknown,
): FieldChanges {
	const entries = names.map((name): [string, Change] => [
		name,
		{ ...(before ? { from: before(name) ?? null } : {}), to: after(name) ?? null },
	]);
	return Object.fromEntries(entries);
}
