import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { node, trigger } from './fields';
import { ROOT } from '../../../support/paths';

/** The fault of the vendor's own n8n package that can be seen in the files alone. */

function filesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file));
}

function json(file: string): IDataObject {
	return JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as IDataObject;
}

const sources = [
	...filesIn('nodes/WhatsAble'),
	...filesIn('credentials').filter((file) => file.includes('WhatsAble')),
];

test('16: every file fits on a few screens, and nothing in it is of any type', () => {
	expect(sources.length).toBeGreaterThan(50);
	for (const file of sources) {
		const text = readFileSync(join(ROOT, file), 'utf8');
		expect({ file, isLong: text.split('\n').length > 180 }).toEqual({ file, isLong: false });
		expect({ file, any: /(?::|<|\bas)\s*any\b/.test(text) }).toEqual({ file, any: false });
	}
});

test('16: no block of code stands in two files', () => {
	const places = new Map<string, string>();
	const doubled: string[] = [];
	for (const file of sources) {
		const lines = readFileSync(join(ROOT, file), 'utf8')
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line.length > 3 && !line.startsWith('import') && !line.startsWith('*'));
		for (let start = 0; start + BLOCK <= lines.length; start++) {
			const block = lines.slice(start, start + BLOCK).join('\n');
			const other = places.get(block);
			if (other !== undefined && other !== file) doubled.push(`${other} and ${file}: ${lines[start]}`);
			places.set(block, file);
		}
	}
	expect(doubled).toEqual([]);
});

/** So many lines in a row are no coincidence. */
const BLOCK = 8;

test('16: names, groups and the files of the editor are those of this package', () => {
	const { name } = json('package.json');
	for (const { description } of [node, trigger]) {
		const [, type] = [description.name, `${String(name)}.${description.name}`];
		const file = description.name === 'whatsAble' ? 'WhatsAble' : 'WhatsAbleTrigger';
		expect(json(`nodes/WhatsAble/${file}.node.json`).node).toBe(type);
	}
	expect(node.description.group).toEqual(['transform']);
	expect(trigger.description.group).toEqual(['trigger']);
});

test('16: one API key serves all nodes, and the package depends on no n8n of its own', () => {
	const keys = [node, trigger].flatMap(({ description }) =>
		(description.credentials ?? []).map((credential) => credential.name),
	);
	expect([...new Set(keys)].sort()).toEqual(['whatsAbleSyncApi', 'whatsAbleSyncWebhookApi']);
	const { devDependencies = {}, overrides } = json('package.json') as {
		devDependencies?: IDataObject;
		overrides?: unknown;
	};
	expect(Object.keys(devDependencies)).not.toContain('n8n');
	expect(overrides).toBeUndefined();
});
