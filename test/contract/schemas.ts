import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import type { NodeRun } from '../support/running/runWorkflow';
import { ROOT } from '../support/paths';

/** Set to write the schemas anew from what the operations put out: `UPDATE_SCHEMAS=1 npm test -- outputSchemas`. */
const update = process.env.UPDATE_SCHEMAS === '1';

interface Schema {
	type: string;
	version?: number;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Objects whose keys are each account's own. */
const OPEN_OBJECTS = ['changes', 'customFieldValues', 'customDataValues', 'synced'];

/**
 * Compares what an operation puts out with the schema that the editor shows before the first run, after writing it where
 * that is asked for.
 *
 * @param node the node's folder
 * @param id `resource.operation`
 */
export function expectSchema(node: string, id: string, { items }: NodeRun): void {
	const actual = items.map(({ json }) => schemaOf(json)).reduce(merged);
	const file = resolve(ROOT, 'nodes', node, '__schema__/v1.0.0', `${id.replace('.', '/')}.json`);
	if (update) write(file, actual);
	expect(existsSync(file)).toBe(true);
	const shown = JSON.parse(readFileSync(file, 'utf8')) as Schema;
	expect(pathsOf(actual).filter((path) => !pathsOf(shown).includes(path))).toEqual([]);
}

function schemaOf(value: unknown): Schema {
	if (value === null || value === undefined) return { type: 'null' };
	if (Array.isArray(value)) {
		const items = value.map(schemaOf);
		return items.length > 0 ? { type: 'array', items: items.reduce(merged) } : { type: 'array' };
	}
	if (typeof value !== 'object') return { type: typeof value };
	const properties = Object.entries(value).map(([key, entry]) => [
		key,
		OPEN_OBJECTS.includes(key) ? { type: 'object' } : schemaOf(entry),
	]);
	return { type: 'object', properties: Object.fromEntries(properties) as Record<string, Schema> };
}

/** What holds for both; where two types meet, text, as which anything can be shown. */
function merged(a: Schema, b: Schema): Schema {
	if (a.type === 'null') return b;
	if (b.type === 'null') return a;
	if (a.type !== b.type) return { type: 'string' };
	const properties = { ...a.properties };
	for (const [key, schema] of Object.entries(b.properties ?? {})) {
		const other = properties[key];
		properties[key] = other ? merged(other, schema) : schema;
	}
	return {
		type: a.type,
		...(a.properties ? { properties } : {}),
		...((a.items ?? b.items)
			? { items: a.items && b.items ? merged(a.items, b.items) : (a.items ?? b.items) }
			: {}),
	};
}

function pathsOf(schema: Schema, path = ''): string[] {
	const own = Object.entries(schema.properties ?? {}).flatMap(([key, entry]) => [
		`${path}/${key}`,
		...pathsOf(entry, `${path}/${key}`),
	]);
	return [...own, ...(schema.items ? pathsOf(schema.items, `${path}[]`) : [])];
}

function write(file: string, schema: Schema): void {
	mkdirSync(dirname(file), { recursive: true });
	const sorted = { ...schema, version: 1 };
	writeFileSync(file, `${JSON.stringify(sorted, null, '\t')}\n`);
}
