/** @param {string[][]} rows the first is the heading @returns {string} */
export function table(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)));
	const line = (row) =>
		`  ${row.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join('   ')}`;
	return [
		line(rows[0]),
		`  ${widths.map((width) => '-'.repeat(width)).join('   ')}`,
		...rows.slice(1).map(line),
	]
		.map((text) => text.trimEnd())
		.join('\n');
}

/**
 * What the import did, for reading in a terminal.
 *
 * @param {import('./leadImport.mjs').ImportReport} report
 */
export function importInWords({ rows, created, updated, unchanged, refused }) {
	const counts = table([
		['Rows', 'Outcome'],
		[String(created), 'created: a new contact in HighLevel'],
		[String(updated), 'updated: the person was there already, something was new'],
		[String(unchanged), 'unchanged: the person was there already, nothing was new'],
		[String(refused.length), 'refused, with the reason, while the others went on'],
		[String(rows), 'in all'],
	]);
	if (refused.length === 0) return counts;
	const reasons = refused.map(
		({ file, name, identifiers, reason, remedy }) =>
			`  ${file}: ${name}, ${identifiers}\n    ${reason}\n    -> ${remedy}`,
	);
	return [counts, '', 'Refused rows:', '', ...reasons].join('\n');
}

/** How often there is each: `created 2, updated 1`. @param {string[]} outcomes */
export function counted(outcomes) {
	const kinds = [...new Set(outcomes)].sort();
	return kinds.map((kind) => `${kind} ${outcomes.filter((outcome) => outcome === kind).length}`).join(', ');
}
