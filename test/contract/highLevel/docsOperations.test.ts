import { catalogue } from '../../../nodes/GoHighLevel/actions';
import { scopesOf } from '../../../nodes/core/operation/request';
import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { startSandbox } from '../../support/highLevel';
import { expectPage, requestsOf } from '../docsPages';
import type { SpecifiedOperation } from './specification';
import {
	hasSpecification,
	operationFor,
	sayThatSpecificationIsMissing,
	specifiedForNode,
} from './specification';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

async function pageOf(specified: SpecifiedOperation[]): Promise<string> {
	const resources = Object.entries(catalogue).sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'));
	const sections: string[] = [];
	for (const [resource, { name, operations }] of resources) {
		const rows: string[] = [];
		const sorted = Object.entries(operations).sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'));
		for (const [id, operation] of sorted) {
			const { name: shown, description } = operation;
			const needs = await neededScopes(specified, `${resource}.${id}`, scopesOf(operation));
			rows.push(`| ${shown} | ${description} | ${needs} |`);
		}
		sections.push(
			`## ${name}`,
			'',
			'| operation | what it does | scopes |',
			'| --- | --- | --- |',
			...rows,
			'',
		);
	}
	return [
		'# Operations',
		'',
		"Every operation of the node GoHighLevel, with the scopes that a private integration or an app needs for it. Where it says *assumed*, HighLevel's specification names no scope for an endpoint that the operation calls, and this is what is believed to be right. The page is made from the catalogue of operations: `UPDATE_DOCS=1 npm test -- contract/docs`.",
		'',
		...sections,
	].join('\n');
}

async function neededScopes(specified: SpecifiedOperation[], id: string, scopes: string[]): Promise<string> {
	if (id.startsWith('account.')) return 'none';
	if (scopes.length === 0) return 'those that the documentation of the endpoint names';
	const requests = await requestsOf(sandbox, id);
	const isAssumed = requests.some(
		({ method, path }) => operationFor(specified, method, path)?.scopes.length === 0,
	);
	return `${scopes.join(', ')}${isAssumed ? ' (assumed)' : ''}`;
}

if (!hasSpecification) {
	test(
		'the operations are not compared where the specification is not at hand',
		sayThatSpecificationIsMissing,
	);
} else {
	test('the page of operations in docs/ says what each does and needs', async () => {
		expectPage('highlevel/operations.md', await pageOf(specifiedForNode()));
	}, 120_000);
}
