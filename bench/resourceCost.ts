import { codeIn, textOf } from '../test/architecture/sources';

/** What a resource consists of: its own files whole, of others the lines that name it. */
export interface ResourceCost {
	files: Array<{ file: string; lines: number; isOwn: boolean }>;
	lines: number;
}

/** Tests that a resource needs; others only take it for an example. */
const NEEDED_TESTS =
	/^test\/(cases|credentials|sandbox|contract|workflows\/(\w+\/)?(access|everyOperation)\/)/;

/** A text that inserts a custom value names no resource. */
const CUSTOM_VALUE = /(?<!\{\{ ?)custom[-_ ]?values?/i;

/** What Custom Value consists of: a resource of five operations with nothing special about it. */
export function customValueCost(): ResourceCost {
	return resourceCost(CUSTOM_VALUE);
}

/**
 * The code that is written by hand for a resource of the HighLevel node: nodes, sandbox and tests.
 *
 * @param names its name in code and in file names, singular and plural, such as `/custom[-_ ]?values?/i`
 */
function resourceCost(names: RegExp): ResourceCost {
	const files = codeIn(['nodes', 'credentials', 'sandbox', 'test']).flatMap((file) => {
		const isOwn = names.test(file);
		if (file.startsWith('test/') && !isOwn && !NEEDED_TESTS.test(file)) return [];
		const all = textOf(file).trimEnd().split('\n');
		const lines = isOwn ? all.length : all.filter((line) => names.test(line)).length;
		return lines > 0 ? [{ file, lines, isOwn }] : [];
	});
	return { files, lines: files.reduce((sum, { lines }) => sum + lines, 0) };
}
