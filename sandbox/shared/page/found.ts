import type { RecordMap } from '../recordMap';

/** The records that were changed last, latest change first, of those whose texts have these words in them.
 * @param find as a person types it; empty finds all
 * @param textsOf a record's texts; capitals do not matter */
export function lastFound<T extends object>(
	map: RecordMap<T>,
	count: number,
	find: string,
	textsOf: (record: Readonly<T>) => ReadonlyArray<string | null>,
): Array<Readonly<T>> {
	const words = find.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return map.lastChanged(count);
	const isFound = (record: Readonly<T>) => {
		const text = textsOf(record).join('\n').toLowerCase();
		return words.every((word) => text.includes(word));
	};
	return map.lastChanged(map.size).filter(isFound).slice(0, count);
}
