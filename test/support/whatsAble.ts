import type { IDataObject } from 'n8n-workflow';

import { pace } from './pace';
import type { RecordedRequest, WhatsAbleSandbox, WhatsAbleSandboxOptions } from '../../sandbox/whatsAble';
import { DEMO, startWhatsAbleSandbox } from '../../sandbox/whatsAble';
import type { NodeRun, RunOptions } from './running/runWorkflow';
import { runNode } from './running/runWorkflow';
import { detailsOf } from './sandboxRuns';

export { DEMO };

export interface WhatsAbleRun extends Partial<Omit<RunOptions, 'parameters' | 'credentials' | 'node'>> {
	/** Parameters besides resource and operation. */
	parameters?: IDataObject;
	/** The demo key of Notifyer unless told. */
	apiKey?: string;
	baseUrl?: string;
}

// The node's own pace is out of the way: no test is about it.
pace({ rateLimit: { max: 100_000 } }, 'WhatsAble');

/** A sandbox of its own for a test file. */
export async function startSandbox(options: WhatsAbleSandboxOptions = {}): Promise<WhatsAbleSandbox> {
	return await startWhatsAbleSandbox({ quiet: true, ...options });
}

/**
 * Runs one operation of the WhatsAble node against a sandbox.
 *
 * @param id `resource.operation`
 */
export async function runWhatsAble(
	sandbox: WhatsAbleSandbox,
	id: string,
	{ parameters = {}, apiKey = DEMO.keys.notifyer, baseUrl = sandbox.url, ...options }: WhatsAbleRun = {},
): Promise<NodeRun> {
	const [resource = '', operation = ''] = id.split('.');
	return await runNode({
		...options,
		node: 'whatsAble',
		parameters: { resource, operation, ...parameters },
		credentials: { whatsAbleSyncApi: { apiKey, baseUrl } },
	});
}

/** Runs an operation that must succeed, and answers the JSON of its items. */
export async function succeed(
	sandbox: WhatsAbleSandbox,
	id: string,
	options: WhatsAbleRun = {},
): Promise<IDataObject[]> {
	const run = await runWhatsAble(sandbox, id, options);
	expect(`${run.error?.message ?? ''}${run.error?.description ?? ''}`).toBe('');
	return run.items.map(({ json }) => json);
}

/** Runs an operation that must fail, and answers n8n's error with the details that the node attached. */
export async function fail(
	sandbox: WhatsAbleSandbox,
	id: string,
	options: WhatsAbleRun = {},
): Promise<NonNullable<NodeRun['error']> & { details: IDataObject }> {
	const run = await runWhatsAble(sandbox, id, options);
	if (!run.error) throw new Error(`${id} succeeded, which this test forbids`);
	return { ...run.error, message: run.error.message, details: detailsOf(run) };
}

/** The requests to an endpoint, by a part of its path. */
export function requestsTo(sandbox: WhatsAbleSandbox, path: string): RecordedRequest[] {
	return sandbox.requests.filter((request) => request.path.includes(path));
}

/** The texts that the business has sent to a number, oldest first, without what the seed has. */
export function textsTo(sandbox: WhatsAbleSandbox, phone: string, product = 'notifyer'): string[] {
	return sandbox.state
		.conversation(`${product}/${phone}`)
		.filter(({ direction, sendBy }) => direction === 'outgoing' && (sendBy === 'n8n' || sendBy === 'API'))
		.map(({ text }) => text);
}

/** What the sandbox keeps of a contact of Notifyer. */
export function contactOf(
	sandbox: WhatsAbleSandbox,
	phone: string,
): { name: string; note: string; labels: string[] } | undefined {
	const contact = sandbox.state.contact('notifyer', phone);
	return contact && { name: contact.name, note: contact.note, labels: [...contact.labels] };
}
