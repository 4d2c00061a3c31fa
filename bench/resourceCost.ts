import { codeIn, textOf } from '../test/architecture/sources';

/** What a resource consists of: its own files whole, of others the lines that name it. */
export interface ResourceCost {
	files: Array<{ file: string; lines: number; isOwn: boolean }>;
	lines: number;
}

/** Tests that a resource needs; others only take it for an example. */
const NEEDED_TESTS =
	/^test\/(cases|sandbox|contract\/(\w+\/)?(examples|sdkCalls)|workflows\/(\w+\/)?everyOperation\/invalidValues)\//;

/**
 * The code that is written by hand for a resource of the HighLevel node: nodes, sandbox and tests.
 *
 * @param names its name in code and in file names, singular and plural, such as `/custom[-_ ]?values?/i`
 */
export function resourceCost(names: RegExp): ResourceCost {
	const files = codeIn(['nodes', 'credentials', 'sandbox', 'test']).flatMap((file) => {
		const isOwn = names.test(file);
		if (file.startsWith('test/') && !isOwn && !NEEDED_TESTS.test(file)) return [];
		const all = textOf(file).trimEnd().split('\n');
		const lines = isOwn ? all.length : all.filter((line) => names.test(line)).length;
		return lines > 0 ? [{ file, lines, isOwn }] : [];
	});
	return { files, lines: files.reduce((sum, { lines }) => sum + lines, 0) };
}
