import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

import packageFile from '../../../package.json';
import type { PublicNames } from './names';

/** What stored credentials hold: the type's name, and of each field name, type, choices and default. */
export function credentialNames(types: ICredentialType[]): PublicNames[string] {
	return Object.fromEntries(
		types.map(({ name, extends: parents = [], properties }) => [
			name,
			[...parents.map((parent) => `extends ${parent}`), ...properties.flatMap((field) => fieldNames(field))],
		]),
	);
}

/** By what a stored workflow finds a node, its credentials and its webhooks. */
export function nodeNames(nodes: INodeType[]): PublicNames[string] {
	return Object.fromEntries(
		nodes.map(({ description: { name, version, credentials = [], webhooks = [] } }) => [
			`${packageFile.name}.${name}`,
			[
				...[version].flat().map((one) => `version ${one}`),
				...credentials.map((credential) => `credential ${credential.name}`),
				...webhooks.map((one) => `webhook ${one.name}: ${String(one.httpMethod)} ${one.path}`),
			],
		]),
	);
}

/** Node, or `node resource.operation` -> the parameters that a stored workflow may hold. */
export function parameterNames(nodes: INodeType[]): PublicNames[string] {
	const found: PublicNames[string] = {};
	for (const { description } of nodes) {
		for (const property of description.properties) {
			for (const place of placesOf(property)) {
				const thing = [description.name, ...place].join(' ');
				(found[thing] ??= []).push(...fieldNames(property));
			}
		}
	}
	return found;
}

/** Under which choices of resource and operation a parameter is shown; one without any when it is shown under all. */
function placesOf({ displayOptions }: INodeProperties): string[][] {
	const { resource = [], operation = [] } = (displayOptions?.show ?? {}) as Record<string, string[]>;
	if (resource.length === 0) return [[]];
	if (operation.length === 0) return resource.map((one) => [one]);
	return resource.flatMap((one) => operation.map((other) => [`${one}.${other}`]));
}

/**
 * A parameter, what it may be set to, and everything inside of it. The default counts: n8n stores only what differs
 * from it, so that another default changes workflows that nobody has touched.
 */
function fieldNames(field: INodeProperties, path = ''): string[] {
	const { name, type, typeOptions, modes = [], options = [], default: unset } = field;
	// Shown, not stored.
	if (type === 'notice' || type === 'callout' || type === 'button') return [];
	const own = `${path}${name}`;
	const list = typeOptions?.multipleValues ? '[]' : '';
	// n8n fills in what is hidden anew.
	const unsetText = type === 'hidden' ? '' : ` = ${JSON.stringify(unset)}`;
	return [
		`${own}: ${type}${list}${unsetText}`,
		...modes.map((mode) => `${own} by ${mode.name}`),
		...options.flatMap((option) => optionNames(option, `${own}${list}`)),
	];
}

function optionNames(
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
	path: string,
): string[] {
	if ('values' in option) {
		return option.values.flatMap((field) => fieldNames(field, `${path}.${option.name}.`));
	}
	if ('type' in option) return fieldNames(option, `${path}.`);
	return [`${path} is ${JSON.stringify(option.value)}`];
}
