import { pace } from '../../../support/pace';
import type { RecordedRequest, WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import type { Forwarder, Passage, Passing } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { textOf } from '../../../support/sandboxRuns';
import type { WiseAgentRun } from '../../../support/wiseAgent';
import { DEMO, startWiseAgent, storedAs } from '../../../support/wiseAgent';
import { runWith, sizesOf, timelessContentOf } from './operations';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

/** What an operation did when nothing was in its way, or while something was. */
export interface Ran {
	run: NodeRun;
	requests: RecordedRequest[];
	/** What the sandbox has afterwards, without times. */
	content: string;
	sizes: Record<string, number>;
}

/** A sandbox behind something that spoils what passes. */
export class Spoiled {
	private readonly calm = new Map<string, Ran>();
	private count = 0;

	private constructor(
		readonly sandbox: WiseAgentSandbox,
		readonly forwarder: Forwarder,
	) {}

	static async start(): Promise<Spoiled> {
		const sandbox = await startWiseAgent();
		return new Spoiled(sandbox, await startForwarder(sandbox.url));
	}

	async close(): Promise<void> {
		await this.forwarder.close();
		await this.sandbox.close();
	}

	/** Runs the example of an operation in a fresh account. */
	async run(id: string, passage: Passage, options: WiseAgentRun = {}): Promise<Ran> {
		this.sandbox.reset();
		this.forwarder.passage = passage;
		this.count += 1;
		// Another account in the eyes of the node: what it remembers of one is about other records.
		const connection = storedAs(this.sandbox, { access_token: DEMO.accessToken });
		connection.credentials.wiseAgentOAuth2Api.clientId = `spoiled-${this.count}`;
		const baseUrl = this.forwarder.url;
		const { run, requests } = await runWith(this.sandbox, id, { connection, baseUrl, ...options });
		return { run, requests, content: timelessContentOf(this.sandbox), sizes: sizesOf(this.sandbox) };
	}

	/** The same with nothing in the way; done once. */
	async calmly(id: string): Promise<Ran> {
		const known = this.calm.get(id) ?? (await this.run(id, {}));
		this.calm.set(id, known);
		return known;
	}
}

export function isWrite({ method }: { method: string }): boolean {
	return method !== 'GET';
}

/** Only requests to the API. */
export function isApi({ path }: Passing): boolean {
	return path.includes('requestType=');
}

/** What an operator can make something of: nothing is certain, or it was not Wise Agent. */
export const CLEAR =
	/did not answer|answer was lost|may have happened|was not found|does not find it|returned another record|returned records of|cannot be read/;

/** Of which kind there are more records than there would be with nothing in the way. */
export function furtherKind(sizes: Ran['sizes'], calm: Ran['sizes']): string | undefined {
	return Object.keys(sizes).find((name) => (sizes[name] ?? 0) > (calm[name] ?? 0));
}

function isDeletion({ requests }: Ran): boolean {
	return requests.some(({ method }) => method === 'DELETE');
}

/**
 * What is wrong with a run whose answers were spoiled; `undefined` when nothing is.
 *
 * @param calm the same with nothing in the way
 */
export function faultOf({ run, content, sizes }: Ran, calm: Ran): string | undefined {
	const text = textOf(run);
	const second = isDeletion(calm) ? undefined : furtherKind(sizes, calm.sizes);
	if (second) return `a second record among ${second}: ${text}`;
	if (run.error === undefined) return content === calm.content ? undefined : 'success, and it is not there';
	if (RAW_ERROR.test(text)) return `a raw error: ${text}`;
	return CLEAR.test(text) ? undefined : `not clear: ${text}`;
}
