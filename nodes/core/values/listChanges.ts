import { isSameText } from './sameText';

/** What to do with a list of names, such as tags: add the given ones, take them away, or take all others away. */
export type ListMode = 'add' | 'remove' | 'replace';

/** How a list of names is to be changed. */
export interface ListChoice {
	mode: ListMode;
	/** Whether to compare with what is there; otherwise all is sent, whether it changes something or not. */
	compared: boolean;
	/** Whether only what is missing may be added: nothing is taken away, and nothing replaced. */
	onlyEmpty: boolean;
	/** Whether nothing is there at all; more than that no name of it could be read. */
	isFree: boolean;
}

/** Names to add, as they were given, and names to take away. */
export interface ListChanges {
	add: string[];
	remove: string[];
}

/**
 * What has to be done to a list of names; `undefined` for nothing. Names are the same whatever their case and blanks.
 * In the mode `replace`, the names to take away are all others that are there.
 */
export function listChanges(
	current: string[],
	wanted: string[],
	{ mode, compared, onlyEmpty, isFree }: ListChoice,
): ListChanges | undefined {
	if (wanted.length === 0) return undefined;
	const missing = compared ? wanted.filter((name) => !hasName(current, name)) : wanted;
	switch (mode) {
		case 'add':
			return someOf(missing, []);
		case 'remove':
			if (onlyEmpty) return undefined;
			return someOf([], compared ? wanted.filter((name) => hasName(current, name)) : wanted);
		case 'replace':
			if (onlyEmpty && !isFree) return undefined;
			return someOf(
				missing,
				current.filter((name) => !hasName(wanted, name)),
			);
	}
}

/** The list as it is after the changes. */
export function changedList(current: string[], { add, remove }: ListChanges): string[] {
	const kept = current.filter((name) => !hasName(remove, name));
	return [...kept, ...add.filter((name) => !hasName(kept, name))];
}

/** Whether a name is in a list, whatever its case and blanks. */
export function hasName(names: string[], name: string): boolean {
	return names.some((other) => isSameText(other, name));
}

function someOf(add: string[], remove: string[]): ListChanges | undefined {
	return add.length + remove.length > 0 ? { add, remove } : undefined;
}
