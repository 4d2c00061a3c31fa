import type { RecordedRequest, WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import type { NodeRun } from '../../support/running/runWorkflow';
import type { WiseAgentRun } from '../../support/wiseAgent';
import { runWiseAgent } from '../../support/wiseAgent';
import type { WiseAgentCase } from '../case';
import { byResource, casesIn, examplesOf } from '../files';

/** Resource -> what its file in this folder exports. */
export const files = byResource<WiseAgentCase>(import.meta.glob('./*.ts', { eager: true }));

/** `resource.operation` -> case. */
export const cases = casesIn(files);

/** `resource.operation` -> example. */
export const examples = examplesOf(cases);

/** Runs an example through n8n-core and says which requests it made. */
export async function runExample(
	sandbox: WiseAgentSandbox,
	id: string,
	{ parameters, ...options }: WiseAgentRun = {},
): Promise<{ run: NodeRun; requests: RecordedRequest[] }> {
	const example = examples[id];
	if (!example) throw new Error(`There is no example for ${id}`);
	const item = example.prepare?.(sandbox) ?? {};
	const before = sandbox.requests.length;
	const run = await runWiseAgent(sandbox, id, {
		...options,
		parameters: { ...example.parameters, ...parameters },
		items: [item],
	});
	return { run, requests: sandbox.requests.slice(before) };
}
