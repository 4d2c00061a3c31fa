import { catalogue } from '../../../nodes/WiseAgent/actions';
import { scopesOf } from '../../../nodes/core/operation/request';
import type { RecordedRequest, WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { startWiseAgent } from '../../support/wiseAgent';
import { expectPage } from '../docsPages';
import { runExample } from '../../cases/wiseAgent';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function pageOf(): Promise<string> {
	const resources = Object.entries(catalogue).sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'));
	const sections: string[] = [];
	for (const [resource, { name, operations }] of resources) {
		const rows: string[] = [];
		const sorted = Object.entries(operations).sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'));
		for (const [id, operation] of sorted) {
			const { requests } = await runExample(sandbox, `${resource}.${id}`);
			const { name: shown, description } = operation;
			rows.push(`| ${shown} | ${description} | ${scopesOf(operation).join(', ')} | ${typesOf(requests)} |`);
			sandbox.reset();
		}
		sections.push(
			`## ${name}`,
			'',
			'| operation | what it does | scopes | requests |',
			'| --- | --- | --- | --- |',
			...rows,
			'',
		);
	}
	return [
		'# Operations of the node Wise Agent',
		'',
		'Every operation, with the scopes that the connection needs for it, and the requests (verb and `requestType`) that it makes in an example with all of its fields. The page is made from the catalogue of operations: `UPDATE_DOCS=1 npm test -- contract/docs`.',
		'',
		...sections,
	].join('\n');
}

/** Each request once, in the order in which they are made first. */
function typesOf(requests: RecordedRequest[]): string {
	const types = requests.map(({ method, requestType }) => `${method} \`${requestType}\``);
	return [...new Set(types)].join(', ');
}

test('the page of operations of Wise Agent in docs/ says what each does and needs', async () => {
	expectPage('wise-agent/operations.md', await pageOf());
}, 120_000);
