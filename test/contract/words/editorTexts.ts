/** The fields of a description, at any depth, that the editor works with and never shows as they are. */
const HIDDEN = new Set([
	'authenticate',
	'baseURL',
	'default',
	'displayOptions',
	'loadOptionsDependsOn',
	'request',
	'type',
	'value',
]);

/** Every text that n8n's editor shows of a node's or a credential's description, each once; and names of code, which are no words. */
export function editorTexts(description: unknown): string[] {
	return [...new Set(textsIn(description))];
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		HIDDEN.has(key) || (key === 'name' && !isOption(value)) ? [] : textsIn(inner),
	);
}

/** Of an option of a list, the editor shows the name; of a parameter, it never does. */
function isOption(value: object): boolean {
	return 'name' in value && 'value' in value && !('displayName' in value);
}
