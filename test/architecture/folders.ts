import { basename, dirname } from 'node:path';

/** A folder with more than this holds more than one subject. */
export const MOST_FILES = 15;

/**
 * Folders whose files are one kind although their names do not say it: each holds the same for another part of an API,
 * and is found by that part's name.
 */
const ONE_KIND: Array<{ folder: RegExp; reason: string }> = [
	{ folder: /^nodes\/\w+\/api\/records$/, reason: 'the requests for one kind of record each' },
	{
		folder: /^sandbox\/\w+\/(resources|routes|requestTypes)$/,
		reason: 'the endpoints of one kind of record each',
	},
	{ folder: /^test\/cases\/\w+$/, reason: 'the cases of one resource each' },
];

/** A folder, how many files of different kinds it holds, and of how many in all. */
export interface Folder {
	folder: string;
	kinds: number;
	files: number;
	/** Why its files are one kind. */
	reason?: string;
}

/**
 * The size of each folder. Files with a common ending before `.ts` (`x.operation.ts`, `x.test.ts`) are one kind, as a
 * person reads them; each file with a plain name is one by itself.
 *
 * @returns the largest first
 */
export function foldersOf(files: string[]): Folder[] {
	const byFolder = new Map<string, string[]>();
	for (const file of files) {
		const folder = dirname(file);
		byFolder.set(folder, [...(byFolder.get(folder) ?? []), basename(file)]);
	}
	return [...byFolder]
		.map(([folder, names]) => {
			const reason = ONE_KIND.find((one) => one.folder.test(folder))?.reason;
			const kinds = reason ? 1 : new Set(names.map(kindOf)).size;
			return { folder, kinds, files: names.length, ...(reason ? { reason } : {}) };
		})
		.sort((a, b) => b.kinds - a.kinds || b.files - a.files);
}

function kindOf(name: string): string {
	const [, ...endings] = name.split('.');
	return endings.length > 1 ? endings.join('.') : name;
}
