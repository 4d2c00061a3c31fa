import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Difference } from './case';

/** What a file of a folder of cases exports. */
export interface CaseFile<One> {
	/** Operation -> case. */
	cases?: Record<string, One>;
	/** Where the node and the official SDK differ on purpose. */
	differences?: Difference[];
}

/** Path of a file -> what it exports. */
export type Loaded = Record<string, unknown>;

/** Loads each file of a folder, where `require` knows TypeScript; vitest's does not, and has `import.meta.glob`. */
export function loadFolder(folder: string, load: (path: string) => unknown): Loaded {
	const paths = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name !== 'index.ts')
		.map(({ name }) => join(folder, name));
	return Object.fromEntries(paths.map((path) => [path, load(path)]));
}

/** @returns resource, which the name of the file is -> what the file exports; sorted */
export function byResource<One>(loaded: Loaded): Record<string, CaseFile<One>> {
	const files = Object.entries(loaded).map(
		([path, exported]) => [basename(path, '.ts'), exported as CaseFile<One>] as const,
	);
	return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @returns `resource.operation` -> case; what a file lacks, a test says (test/contract/cases.test.ts) */
export function casesIn<One>(files: Record<string, CaseFile<One>>): Record<string, One> {
	return Object.fromEntries(
		Object.entries(files).flatMap(([resource, { cases = {} }]) =>
			Object.entries(cases).map(([operation, one]) => [`${resource}.${operation}`, one]),
		),
	);
}

/** `resource.operation` -> the example of a case. */
export function examplesOf<Example>(cases: Record<string, { example: Example }>): Record<string, Example> {
	return Object.fromEntries(Object.entries(cases).map(([id, { example }]) => [id, example]));
}
