import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import ts from 'typescript';
import { ROOT } from '../support/paths';

/** Folders that hold code of ours. */
export const TREES = ['nodes', 'credentials', 'sandbox', 'test', 'bench', 'e2e', 'scripts'];

/** What is published. */
export const PRODUCT = ['nodes', 'credentials'];

const CODE = /\.(ts|mts|mjs)$/;

/** Files of code in these folders, as paths from the root with `/`, in the order of the text. */
export function codeIn(trees: string[]): string[] {
	return trees
		.flatMap((tree) => filesIn(tree))
		.filter((file) => CODE.test(file))
		.sort();
}

function filesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		if (!entry.isDirectory()) return [path];
		return entry.name === 'node_modules' ? [] : filesIn(path);
	});
}

export function textOf(file: string): string {
	return readFileSync(join(ROOT, file), 'utf8');
}

/** File -> the files that it imports, by `import`, `import type`, `export from`, `import()` and `require` alike. */
export type Imports = ReadonlyMap<string, string[]>;

/** The imports between files of these folders, and from them to any other file of the repository. */
export function importsIn(trees: string[]): Imports {
	return new Map(
		codeIn(trees).map((file) => {
			const { importedFiles } = ts.preProcessFile(textOf(file), true, true);
			const targets = importedFiles.flatMap(({ fileName }) => targetOf(file, fileName) ?? []);
			return [file, [...new Set(targets)]];
		}),
	);
}

/** The file that is meant; `undefined` for a package. */
export function targetOf(file: string, specifier: string): string | undefined {
	if (!specifier.startsWith('.')) return undefined;
	const path = posix.normalize(posix.join(dirname(file), specifier));
	const candidates = [path, `${path}.ts`, `${path}.mjs`, posix.join(path, 'index.ts')];
	return candidates.find((one) => existsSync(join(ROOT, one)) && statSync(join(ROOT, one)).isFile());
}
