import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { HighLevelSandbox, RecordedRequest } from '../../sandbox/highLevel';
import { runOperation } from '../support/highLevel';
import { cases, runExample } from '../cases/highLevel';
import { ROOT } from '../support/paths';

/** Set to write the pages anew: `UPDATE_DOCS=1 npm test -- contract/docs`. */
const update = process.env.UPDATE_DOCS === '1';

/** Compares the tables of a page in docs/ with what they must be, after writing the page where that is asked for. */
export function expectPage(name: string, page: string): void {
	const file = resolve(ROOT, 'docs', name);
	if (update) writeFileSync(file, page);
	expect(rowsOf(readFileSync(file, 'utf8'))).toEqual(rowsOf(page));
}

/** The rows of a page's tables, whatever a formatter did to their columns. */
export function rowsOf(page: string): string[] {
	return page
		.split('\n')
		.filter((line) => line.startsWith('|') && !/^\|[\s|-]+$/.test(line))
		.map((line) => line.replace(/\s+/g, ' '));
}

/** What an operation calls: in its example, and in the other ways to use it. */
export async function requestsOf(sandbox: HighLevelSandbox, id: string): Promise<RecordedRequest[]> {
	const ways = [{}, ...(cases[id]?.variants ?? []).map((variant) => variant.parameters)];
	const all: RecordedRequest[] = [];
	for (const parameters of ways) {
		sandbox.reset();
		const { requests } = await runExample(
			sandbox,
			id,
			async (_, options) =>
				await runOperation(sandbox, id, {
					...options,
					parameters: { ...options.parameters, ...parameters },
				}),
		);
		all.push(...requests);
	}
	return all;
}
