import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { PublicNames } from './names';
import { ROOT } from '../../support/paths';

interface Schema {
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** `node version resource.operation` -> the fields that the editor shows of its output. */
export function outputNames(nodeFolders: string[]): PublicNames[string] {
	return Object.fromEntries(
		nodeFolders.flatMap((node) => {
			const folder = join('nodes', node, '__schema__');
			return filesIn(folder, '.json').map((file) => {
				const [version, resource, operation] = file.replace(/\.json$/, '').split('/');
				return [`${node} ${version} ${resource}.${operation}`, fieldsOf(readJson(join(folder, file)))];
			});
		}),
	);
}

function fieldsOf({ properties = {}, items }: Schema, path = ''): string[] {
	const own = Object.entries(properties).flatMap(([key, schema]) => {
		const field = path === '' ? key : `${path}.${key}`;
		return [field, ...fieldsOf(schema, field)];
	});
	return [...own, ...(items ? fieldsOf(items, `${path}[]`) : [])];
}

/** What is stored in the databases of users who import a workflow: tables with their columns, and webhook paths. */
export function workflowNames(): PublicNames[string] {
	return Object.fromEntries(
		filesIn('workflows', '.json').map((file) => {
			const { name, nodes } = readJson<{ name: string; nodes: Array<{ parameters: IDataObject }> }>(
				join('workflows', file),
			);
			return [file, [`named ${name}`, ...nodes.flatMap(({ parameters }) => storedBy(parameters))]];
		}),
	);
}

function storedBy({ path, tableName, columns, dataTableId }: IDataObject): string[] {
	const table = tableName ?? (dataTableId as IDataObject | undefined)?.value;
	const { column = [] } = (columns ?? {}) as { column?: Array<{ name: string; type: string }> };
	return [
		...(path === undefined ? [] : [`webhook path ${String(path)}`]),
		...(table === undefined ? [] : [`table ${String(table)}`]),
		...column.map((one) => `table ${String(table)}: column ${one.name}: ${one.type}`),
	];
}

/** Names of the environment that the sandbox reads. */
export function sandboxNames(): PublicNames[string] {
	const texts = filesIn('sandbox', '.ts').map((file) => readFileSync(join(ROOT, 'sandbox', file), 'utf8'));
	const environment = texts.flatMap((text) =>
		[...text.matchAll(/process\.env(?:\.|\[')(\w+)/g)].map(([, name]) => name ?? ''),
	);
	return { environment };
}

function readJson<T = Schema>(file: string): T {
	return JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T;
}

/** All files of a folder and those in it, with `/` on every system. */
function filesIn(folder: string, ending: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => file.endsWith(ending));
}
