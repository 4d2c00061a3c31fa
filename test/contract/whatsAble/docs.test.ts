import { catalogue } from '../../../nodes/WhatsAble/actions';
import type { RecordedRequest } from '../../../sandbox/whatsAble';
import { startSandbox } from '../../support/whatsAble';
import { expectPage } from '../docsPages';
import { runExample } from '../../cases/whatsAble';

/** Resources that are not of Notifyer. */
const PRODUCTS: Record<string, string> = {
	account: 'any',
	apiKey: 'any',
	notifierMessage: 'Notifier',
	whatsAbleGroup: 'WhatsAble',
	whatsAbleMessage: 'WhatsAble',
	whatsAbleNumber: 'WhatsAble',
};

async function pageOf(): Promise<string> {
	const resources = Object.entries(catalogue).sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'));
	const sections: string[] = [];
	for (const [resource, { name, operations }] of resources) {
		const rows: string[] = [];
		const sorted = Object.entries(operations).sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'));
		for (const [operation, { name: shown, description }] of sorted) {
			rows.push(`| ${shown} | ${description} | ${await endpointsOf(`${resource}.${operation}`)} |`);
		}
		sections.push(
			`## ${name}`,
			'',
			`Product of the API key: ${PRODUCTS[resource] ?? 'Notifyer'}.`,
			'',
			'| operation | what it does | endpoints |',
			'| --- | --- | --- |',
			...rows,
			'',
		);
	}
	return [
		'# Operations of the node WhatsAble',
		'',
		'Every operation, with the endpoints that it calls in an example with all of its fields; the lists of labels and templates are read once for many items. The page is made from the catalogue of operations: `UPDATE_DOCS=1 npm test -- contract/docs`.',
		'',
		...sections,
	].join('\n');
}

/** Each endpoint once, in the order in which they are called first. A sandbox of its own has no lists that were read. */
async function endpointsOf(id: string): Promise<string> {
	const sandbox = await startSandbox();
	const { requests } = await runExample(sandbox, id);
	await sandbox.close();
	return [...new Set(requests.map(nameOf))].join(', ');
}

function nameOf({ method, path }: RecordedRequest): string {
	return `${method} \`${path.replace(/wamid\.[^/]+$/, '{messageId}')}\``;
}

test('the page of operations of WhatsAble in docs/ says what each does and calls', async () => {
	expectPage('whatsable/operations.md', await pageOf());
}, 120_000);
