/** The keys and types of an answer, as paths: `/contacts/*\/email` -> `string`. Never a value. */
export type Shape = Map<string, Set<string>>;

/** Keys that are data themselves, such as days and ids: what they are called would tell about the account. */
const IS_DATA = /^\d|[\s@.]|^(?=.*\d).{15,}$/;

/** Adds what a value looks like. */
export function addShape(shape: Shape, value: unknown, path = ''): Shape {
	const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
	const types = shape.get(path || '/') ?? new Set<string>();
	shape.set(path || '/', types.add(type));
	if (Array.isArray(value)) for (const entry of value) addShape(shape, entry, `${path}/*`);
	else if (type === 'object') {
		for (const [key, entry] of Object.entries(value as object)) {
			addShape(shape, entry, `${path}/${IS_DATA.test(key) ? '{}' : key}`);
		}
	}
	return shape;
}

/** What HighLevel's answers have otherwise than the sandbox's, a line for each. Absent keys may be absent values. */
export function differencesOf(real: Shape, sandbox: Shape): string[] {
	const lines: string[] = [];
	for (const [path, types] of real) {
		const known = sandbox.get(path);
		const own = [...types].filter((type) => type !== 'null');
		if (!known) lines.push(`only HighLevel has ${path} (${[...types].sort().join(', ')})`);
		else if (own.some((type) => !known.has(type))) {
			lines.push(
				`${path} is ${own.sort().join(', ')} in HighLevel, ${[...known].sort().join(', ')} in the sandbox`,
			);
		}
	}
	// Beneath what HighLevel does not have or left empty, nothing can be compared.
	const missing = [...sandbox.keys()].filter((path) => !real.has(path) && real.has(parentOf(path)));
	return [...lines, ...missing.map((path) => `not seen in HighLevel: ${path}`)].sort();
}

function parentOf(path: string): string {
	return path.slice(0, path.lastIndexOf('/')) || '/';
}
