import type { HighLevelSandbox, RecordedRequest } from '../../../sandbox/highLevel';
import type { OperationRun } from '../../support/highLevel';
import { runOperation } from '../../support/highLevel';
import type { NodeRun } from '../../support/running/runWorkflow';
import type { HighLevelCase } from '../case';
import { byResource, casesIn, examplesOf, loadFolder } from '../files';

/** Resource -> what its file in this folder exports. tsx runs this as well, for the check of a real location. */
export const files = byResource<HighLevelCase>(
	process.env.VITEST ? import.meta.glob('./*.ts', { eager: true }) : loadFolder(__dirname, require),
);

/** `resource.operation` -> case. */
export const cases = casesIn(files);

/** `resource.operation` -> example. */
export const examples = examplesOf(cases);

/** Runs an example through n8n-core and says which requests it made; with the demo token unless `runs` does otherwise. */
export async function runExample(
	sandbox: HighLevelSandbox,
	id: string,
	runs: (id: string, options: OperationRun) => Promise<NodeRun> = async (_, options) =>
		await runOperation(sandbox, id, options),
): Promise<{ run: NodeRun; requests: RecordedRequest[] }> {
	const example = examples[id];
	if (!example) throw new Error(`There is no example for ${id}`);
	const item = example.prepare?.(sandbox) ?? {};
	const before = sandbox.requests.length;
	const run = await runs(id, { parameters: example.parameters, items: [item] });
	return { run, requests: sandbox.requests.slice(before) };
}
