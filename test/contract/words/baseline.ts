import type { Offence } from './wordList';

/** How often a text still uses a forbidden word: by word, then by file. A word that no text uses is there without a file. */
export type Counts = Record<string, Record<string, number>>;

/** The counts of the offences, for all words of the list, sorted. */
export function countsOf(words: string[], offences: Offence[]): Counts {
	return Object.fromEntries(
		[...words].sort().map((word) => {
			const files = offences.filter((offence) => offence.word === word).map(({ file }) => file);
			const sorted = [...new Set(files)].sort();
			return [
				word,
				Object.fromEntries(sorted.map((file) => [file, files.filter((one) => one === file).length])),
			];
		}),
	);
}

/** Each offence in a file that uses the word more often than the baseline says, with what to say instead. */
export function newOffences(baseline: Counts, offences: Offence[]): string[] {
	const words = [...new Set(offences.map(({ word }) => word))];
	const counts = countsOf(words, offences);
	return offences
		.filter(({ word, file }) => (counts[word]?.[file] ?? 0) > (baseline[word]?.[file] ?? 0))
		.map(({ file, line, word, say, excerpt }) => {
			const place = line === undefined ? file : `${file}:${line}`;
			return `${place} "${word}" -> ${say}: ${excerpt}`;
		});
}

/** What the baseline says although it is no longer so: words that are not in the list, or not yet, and counts that went down. */
export function outdated(baseline: Counts, counts: Counts): string[] {
	const words = [...new Set([...Object.keys(baseline), ...Object.keys(counts)])].sort();
	return words.flatMap((word) => {
		const [before, now] = [baseline[word], counts[word]];
		if (!before) return [`"${word}" is not in the baseline`];
		if (!now) return [`"${word}" is not in the list of words`];
		return Object.entries(before)
			.filter(([file, count]) => (now[file] ?? 0) < count)
			.map(([file, count]) => `"${word}" in ${file}: ${count} in the baseline, ${now[file] ?? 0} now`);
	});
}

/**
 * The next baseline. A word that the baseline does not know is taken as it is used; of any other word, the uses may move from
 * file to file and become fewer. Where there are more, the baseline stays, and so the test fails.
 */
export function nextBaseline(baseline: Counts, counts: Counts): Counts {
	return Object.fromEntries(
		Object.entries(counts).map(([word, now]) => {
			const before = baseline[word];
			return [word, before && total(now) > total(before) ? before : now];
		}),
	);
}

function total(files: Record<string, number>): number {
	return Object.values(files).reduce((sum, count) => sum + count, 0);
}
