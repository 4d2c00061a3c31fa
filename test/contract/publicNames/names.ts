import type { IDataObject } from 'n8n-workflow';

/** Section -> thing -> names. What `names` says of a thing stays true as long as users have data that rest on it. */
export type PublicNames = Record<string, Record<string, string[]>>;

/** What a user loses when a name of this section is gone. */
export const CONSEQUENCES: Record<string, string> = {
	credentials: 'stored credentials lose this field or open with another value',
	nodes: 'stored workflows do not find the node, its credential or its webhook URL',
	parameters: 'stored workflows lose this setting, or run with another one',
	outputs: 'expressions in later nodes that read this field find nothing',
	outcomes: 'If and Switch nodes that compare the outcome go another way',
	triggerEvents:
		'If and Switch nodes that compare the event, and rows that are found by its key, go another way',
	triggerOutputs: 'expressions in later nodes that read this field find nothing',
	triggerState:
		'active triggers do not understand what they have stored: events are missed or come twice, and registered webhook URLs are refused',
	workflows: 'links to the file break, or flows that share its table or path do not find it',
	sandbox: 'settings of people who start the sandbox have no effect',
};

/** `section: thing: name` of everything in the first that is not in the second. */
export function missingIn(known: PublicNames, actual: PublicNames): string[] {
	return Object.entries(known).flatMap(([section, things]) =>
		Object.entries(things).flatMap(([thing, names]) => {
			const there = new Set(actual[section]?.[thing]);
			return names.filter((name) => !there.has(name)).map((name) => `${section}: ${thing}: ${name}`);
		}),
	);
}

/** Everything that one of the two has, in the order of the text. */
export function union(a: PublicNames, b: PublicNames): PublicNames {
	const both = (one: string[] = [], other: string[] = []) => [...new Set([...one, ...other])].sort();
	return merged(a, b, (one = {}, other = {}) => merged(one, other, both));
}

function merged<T>(
	a: Record<string, T>,
	b: Record<string, T>,
	merge: (one: T | undefined, other: T | undefined) => T,
): Record<string, T> {
	const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
	return Object.fromEntries(keys.map((key) => [key, merge(a[key], b[key])]));
}

/** Objects whose keys are each account's own. */
const OPEN_OBJECTS = ['changes', 'customFieldValues', 'customDataValues'];

/** The paths of all fields of records, `tags[]` for what stands in a list. */
export function pathsIn(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => pathsIn(entry, `${path}[]`));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value as IDataObject).flatMap(([key, entry]) => {
		const own = path === '' ? key : `${path}.${key}`;
		return [own, ...(OPEN_OBJECTS.includes(key) ? [] : pathsIn(entry, own))];
	});
}
