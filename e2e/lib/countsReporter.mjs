/**
 * A reporter for node's test runner that writes nothing but the counts of the whole run, in the form that
 * scripts/lib/results.mjs reads.
 */
export default async function* countsReporter(source) {
	let brokenSuites = 0;
	for await (const { type, data } of source) {
		if (type === 'test:fail' && isBrokenSuite(data.details)) brokenSuites += 1;
		// Each file has a summary too; the one without a file is the whole run's.
		if (type !== 'test:summary' || data.file !== undefined) continue;
		const { passed, failed, cancelled, skipped, todo } = data.counts;
		const notPassed = failed + cancelled + brokenSuites;
		yield JSON.stringify({ suite: 'e2e', passed, failed: notPassed, skipped: skipped + todo }) + '\n';
	}
}

/** The counts are those of tests: a suite that breaks off before its first one would be no failure. */
function isBrokenSuite({ type, error }) {
	return type === 'suite' && error?.failureType !== 'subtestsFailed';
}
