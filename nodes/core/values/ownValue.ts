/**
 * What an object has itself under a name. A name that comes from outside (an event, a code, a field, a parameter) may be
 * "constructor" or "__proto__", under which every object has something by inheritance.
 */
export function ownValue<T>(
	record: Readonly<Record<string, T>> | null | undefined,
	name: string,
): T | undefined {
	if (record === null || record === undefined || !Object.hasOwn(record, name)) return undefined;
	return record[name];
}
