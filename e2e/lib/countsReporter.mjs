/**
 * A reporter for node's test runner that writes nothing but the counts of the whole run, in the form that
 * scripts/lib/results.mjs reads.
 */
export default async function* countsReporter(source) {
	for await (const { type, data } of source) {
		// Each file has a summary too; the one without a file is the whole run's.
		if (type !== 'test:summary' || data.file !== undefined) continue;
		const { passed, failed, cancelled, skipped, todo } = data.counts;
		yield (
			JSON.stringify({ suite: 'e2e', passed, failed: failed + cancelled, skipped: skipped + todo }) + '\n'
		);
	}
}
