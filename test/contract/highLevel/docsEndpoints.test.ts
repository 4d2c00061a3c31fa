import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { catalogue } from '../../../nodes/GoHighLevel/actions';
import type { HighLevelSandbox, RecordedRequest } from '../../../sandbox/highLevel';
import { startSandbox } from '../../support/highLevel';
import { expectPage, requestsOf, rowsOf } from '../docsPages';
import { examples } from '../../cases/highLevel';
import type { SpecifiedOperation } from './specification';
import {
	hasSpecification,
	operationFor,
	sayThatSpecificationIsMissing,
	specifiedForNode,
	specifiedOperations,
} from './specification';
import { ROOT } from '../../support/paths';

const PAGE = resolve(ROOT, 'docs/highlevel/endpoints.md');

/** What operations read on the side, to know a location's settings and fields; shown for their own operations only. */
const ON_THE_SIDE = ['GET /locations/{locationId}', 'GET /locations/{locationId}/customFields'];
const OWN = ['customField', 'location'];

/** A call of any endpoint is none of its own. */
const operations = Object.keys(examples).filter((id) => id !== 'customApiCall.request');

/** In v3, what v2 calls otherwise; the node speaks v2 as long as both are there. */
const RENAMED_IN_V3: Record<string, string> = {
	'DELETE /contacts/{contactId}/campaigns/remove-all': 'DELETE /contacts/{contactId}/campaigns/removeAll',
};

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

/** Endpoint, as the specification writes it -> the operations that call it. */
async function endpointsOfOperations(specified: SpecifiedOperation[]): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	for (const id of operations) {
		for (const request of await requestsOf(sandbox, id)) {
			const endpoint = nameOf(specified, request);
			if (ON_THE_SIDE.includes(endpoint) && !OWN.includes(String(id.split('.')[0]))) continue;
			found.set(endpoint, [...new Set([...(found.get(endpoint) ?? []), id])]);
		}
	}
	return found;
}

function nameOf(specified: SpecifiedOperation[], { method, path }: RecordedRequest): string {
	const operation = operationFor(specified, method, path);
	return operation ? `${method} ${operation.path}` : `${method} ${path}`;
}

function pageOf(endpoints: Map<string, string[]>): string {
	const rows = [...endpoints]
		.map(([endpoint, ids]) => [endpoint.split(' ') as [string, string], ids] as const)
		.sort(([[verbA, a]], [[verbB, b]]) => a.localeCompare(b, 'en') || verbA.localeCompare(verbB, 'en'))
		.map(([[verb, path], ids]) => `| \`${verb} ${path}\` | ${ids.map(shown).join('; ')} |`);
	return [
		'# Endpoints and operations',
		'',
		'Which operation of the node calls which endpoint of HighLevel. The table is made from the catalogue of operations: `UPDATE_DOCS=1 npm test -- contract/docs` runs every operation against the sandbox and writes down what it calls; `npm test` fails when the table is not true any more, or when an endpoint of the Contacts API has no operation. Any other endpoint can be called by **Custom API Call**.',
		'',
		'| endpoint | operation: what it does |',
		'| --- | --- |',
		...rows,
		'',
	].join('\n');
}

function shown(id: string): string {
	const [resource = '', name = ''] = id.split('.');
	const operation = catalogue[resource]?.operations[name];
	return `${catalogue[resource]?.name}: ${operation?.name} (${operation?.action.toLowerCase()})`;
}

if (!hasSpecification) {
	test(
		'the endpoints are not compared where the specification is not at hand',
		sayThatSpecificationIsMissing,
	);
} else {
	const specified = specifiedForNode();

	test('the table of endpoints in docs/ says what the operations call', async () => {
		expectPage('highlevel/endpoints.md', pageOf(await endpointsOfOperations(specified)));
	}, 120_000);

	test.each(['v2', 'v3'] as const)(
		'every endpoint of the Contacts API (%s) can be reached from the editor',
		(version) => {
			const rows = rowsOf(readFileSync(PAGE, 'utf8'));
			const missing = specifiedOperations(version, ['contacts'])
				.map(({ method, path }) => `${method} ${path}`)
				.filter((name) => !rows.some((row) => row.startsWith(`| \`${RENAMED_IN_V3[name] ?? name}\` |`)));
			expect(missing).toEqual([]);
		},
	);
}
