import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { catalogue } from '../../../nodes/GoHighLevel/actions';
import { GoHighLevelPollTrigger } from '../../../nodes/GoHighLevel/GoHighLevelPollTrigger.node.ts';
import { GoHighLevelTrigger } from '../../../nodes/GoHighLevel/GoHighLevelTrigger.node.ts';
import { ROOT } from '../../support/paths';

const page = readFileSync(resolve(ROOT, 'docs/highlevel/comparison.md'), 'utf8');

/** What the page may name, as the editor shows it. */
const names = new Set([
	...Object.values(catalogue).flatMap(({ name: resource, operations }) =>
		Object.values(operations).map(({ name }) => `Node: ${resource}: ${name}`),
	),
	...eventsOf(new GoHighLevelTrigger().description).map((name) => `Trigger: ${name}`),
	...eventsOf(new GoHighLevelPollTrigger().description).map((name) => `Poll: ${name}`),
]);

function eventsOf({ properties }: INodeTypeDescription): string[] {
	const lists = properties.filter(({ name, options }) => name === 'events' && options);
	return lists.flatMap(({ options }) => (options as INodePropertyOptions[]).map(({ name }) => name));
}

const named = [...page.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

test('what the page names of this package is there under this name', () => {
	expect(named.length).toBeGreaterThan(50);
	expect([...new Set(named)].filter((name) => !names.has(name))).toEqual([]);
});

test('each line of a table has an answer', () => {
	const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
	const answers = rows.map((row) => row.split('|')[2]?.trim() ?? '');
	expect(rows.length).toBeGreaterThan(30);
	expect(answers.filter((answer) => !/`|^missing$|^this package$|^the 63 events/.test(answer))).toEqual([]);
});

test('what is called missing is not there', () => {
	expect([...names].filter((name) => /^Node: Record: (Create|Update)$/.test(name))).toEqual([]);
});
