import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SHARED } from '../../support/paths';

/** HighLevel's OpenAPI files lie beside the project, not in it. */
const FOLDER = resolve(SHARED, 'openapi');

export const hasSpecification = existsSync(FOLDER);

/** Says in the output why nothing was compared. */
export function sayThatSpecificationIsMissing(): void {
	process.stdout.write(
		'SKIPPED: the official specification is not beside this checkout (../shared/openapi)\n',
	);
}

export type Json = { [key: string]: unknown };

/** One operation of the specification. */
export interface SpecifiedOperation {
	/** The file that it stands in: `contacts`. */
	area: string;
	method: string;
	/** `/contacts/{contactId}/tasks` */
	path: string;
	parameters: Array<{ name: string; in: string; required?: boolean; schema?: Json }>;
	/** Values that the Version header may have. */
	versions: string[];
	/** Scopes by which any kind of sub-account token may call it. */
	scopes: string[];
	/** Schema of the request body (as JSON, else as a form without its files), all references resolved. */
	body?: Json;
	/** Status -> schema of the JSON answer, all references resolved. */
	responses: Record<string, Json | undefined>;
}

interface OpenApiDocument {
	paths: Record<string, Record<string, Json>>;
	components?: Json;
}

/** All operations of the given areas in one version of the specification. */
export function specifiedOperations(version: 'v2' | 'v3', areas?: string[]): SpecifiedOperation[] {
	const suffix = version === 'v3' ? '-v3.json' : '.json';
	const files = readdirSync(join(FOLDER, version)).filter((file) => file.endsWith(suffix));
	return files
		.map((file) => ({ file, area: file.slice(0, -suffix.length) }))
		.filter(({ area }) => area !== 'common-schemas' && (areas === undefined || areas.includes(area)))
		.flatMap(({ file, area }) => operationsIn(area, version, load(version, file)));
}

/** All operations that the node may call: those of v2, and what only v3 has. */
export function specifiedForNode(): SpecifiedOperation[] {
	const dated = specifiedOperations('v2');
	const known = new Set(dated.map(({ method, path }) => operationKey(method, path)));
	const added = specifiedOperations('v3').filter(
		({ method, path }) => !known.has(operationKey(method, path)),
	);
	return [...dated, ...added];
}

/** `GET /contacts/{}` for `/contacts/:contactId/` and `/contacts/{contactId}` alike: the names do not matter. */
export function operationKey(method: string, path: string): string {
	const shape = path.replace(/:[^/]+|\{[^}]+\}/g, '{}').replace(/(.)\/$/, '$1');
	return `${method.toUpperCase()} ${shape}`;
}

/** The operation that a request belongs to; fixed path parts count more than variable ones. */
export function operationFor<One extends Pick<SpecifiedOperation, 'method' | 'path'>>(
	operations: readonly One[],
	method: string,
	path: string,
): One | undefined {
	return operations
		.filter((operation) => operation.method === method && matches(operation.path, path))
		.sort((a, b) => variables(a.path) - variables(b.path))[0];
}

function operationsIn(area: string, version: string, document: OpenApiDocument): SpecifiedOperation[] {
	return Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, raw]) => {
			const operation = resolveReferences(raw, document, version) as Json;
			const parameters = (operation.parameters ?? []) as SpecifiedOperation['parameters'];
			return {
				area,
				method: method.toUpperCase(),
				path,
				parameters: parameters.filter(({ in: place }) => place !== 'header'),
				versions: versionsIn(parameters),
				scopes: scopesIn(operation.security as Array<Record<string, string[]>> | undefined),
				body: jsonSchema(operation.requestBody as Json | undefined),
				responses: Object.fromEntries(
					Object.entries((operation.responses ?? {}) as Record<string, Json>).map(([status, answer]) => [
						status,
						jsonSchema(answer),
					]),
				),
			};
		}),
	);
}

function versionsIn(parameters: SpecifiedOperation['parameters']): string[] {
	const header = parameters.find(({ in: place, name }) => place === 'header' && name === 'Version');
	return (header?.schema?.enum ?? []) as string[];
}

function scopesIn(security: Array<Record<string, string[]>> = []): string[] {
	return [...new Set(security.flatMap((way) => Object.values(way).flat()))];
}

/** OAuth takes forms, uploads take multipart forms; everything else is JSON. */
function jsonSchema(part: Json | undefined): Json | undefined {
	const content = part?.content as Record<string, { schema?: Json }> | undefined;
	const kinds = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
	return kinds.map((kind) => content?.[kind]?.schema).find((schema) => schema !== undefined);
}

const documents = new Map<string, OpenApiDocument>();

function load(version: string, file: string): OpenApiDocument {
	const key = `${version}/${file}`;
	let document = documents.get(key);
	if (!document) {
		document = JSON.parse(readFileSync(join(FOLDER, version, file), 'utf8')) as OpenApiDocument;
		documents.set(key, document);
	}
	return document;
}

/** Puts in place of each `$ref` what it refers to; a schema within itself becomes "anything". */
function resolveReferences(
	value: unknown,
	document: OpenApiDocument,
	version: string,
	seen: string[] = [],
): unknown {
	if (Array.isArray(value)) return value.map((entry) => resolveReferences(entry, document, version, seen));
	if (typeof value !== 'object' || value === null) return value;
	const { $ref: reference, ...others } = value as Json & { $ref?: string };
	if (typeof reference === 'string') {
		if (seen.includes(reference)) return {};
		const [file, pointer = ''] = reference.split('#');
		const home = file ? load(version, commonFile(version)) : document;
		const target = pointer
			.split('/')
			.slice(1)
			.reduce<unknown>((part, key) => (part as Json | undefined)?.[key], home);
		return resolveReferences(target ?? {}, home, version, [...seen, reference]);
	}
	return Object.fromEntries(
		Object.entries(others).map(([key, entry]) => [key, resolveReferences(entry, document, version, seen)]),
	);
}

function commonFile(version: string): string {
	if (version === 'v2') return 'common-schemas.json';
	const file = readdirSync(join(FOLDER, version, 'common'))[0];
	return join('common', file ?? 'common-schemas.json');
}

function matches(template: string, path: string): boolean {
	const [expected, actual] = [template, path].map((text) => text.replace(/\/$/, '').split('/')) as [
		string[],
		string[],
	];
	return (
		expected.length === actual.length &&
		expected.every((part, index) => (part.startsWith('{') ? actual[index] !== '' : part === actual[index]))
	);
}

function variables(template: string): number {
	return template.split('{').length - 1;
}
