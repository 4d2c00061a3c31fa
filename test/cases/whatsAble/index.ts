import type { RecordedRequest, WhatsAbleSandbox } from '../../../sandbox/whatsAble';
import type { NodeRun } from '../../support/running/runWorkflow';
import type { WhatsAbleRun } from '../../support/whatsAble';
import { runWhatsAble } from '../../support/whatsAble';
import type { WhatsAbleCase } from '../case';
import { byResource, casesIn, examplesOf } from '../files';

/** Resource -> what its file in this folder exports. */
export const files = byResource<WhatsAbleCase>(import.meta.glob('./*.ts', { eager: true }));

/** `resource.operation` -> case. */
export const cases = casesIn(files);

/** `resource.operation` -> example. */
export const examples = examplesOf(cases);

/**
 * Runs an example through n8n-core and says which requests it made.
 *
 * @param onPrepared called when there is what the example needs, before it runs
 */
export async function runExample(
	sandbox: WhatsAbleSandbox,
	id: string,
	{ parameters, ...more }: WhatsAbleRun = {},
	onPrepared?: () => void,
): Promise<{ run: NodeRun; requests: RecordedRequest[] }> {
	const example = examples[id];
	if (!example) throw new Error(`There is no example for ${id}`);
	const items = (await example.prepare?.(sandbox)) ?? [{}];
	onPrepared?.();
	const before = sandbox.requests.length;
	const run = await runWhatsAble(sandbox, id, {
		instanceUrl: 'https://n8n.example.com',
		...(example.binary ? { binary: [example.binary] } : {}),
		...(example.apiKey ? { apiKey: example.apiKey } : {}),
		...more,
		parameters: { ...example.parameters, ...parameters },
		items,
	});
	return { run, requests: sandbox.requests.slice(before) };
}
