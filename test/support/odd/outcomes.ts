import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { OperationRun } from '../highLevel';
import { runOperation } from '../highLevel';
import type { NodeRun } from '../running/runWorkflow';
import { detailsOf } from '../sandboxRuns';

/** Runs an operation (`resource.operation`) that must succeed, and answers the JSON of its items. */
export async function succeed(
	sandbox: HighLevelSandbox,
	id: string,
	options: OperationRun = {},
): Promise<IDataObject[]> {
	const run = await runOperation(sandbox, id, options);
	expect(run.error?.message).toBeUndefined();
	return run.items.map(({ json }) => json);
}

/** Runs an operation that must fail, and answers n8n's error with the details that the node attached. */
export async function fail(
	sandbox: HighLevelSandbox,
	id: string,
	options: OperationRun = {},
): Promise<NonNullable<NodeRun['error']> & { details: IDataObject }> {
	const run = await runOperation(sandbox, id, options);
	if (!run.error) throw new Error(`${id} succeeded, which this test forbids`);
	return { ...run.error, message: run.error.message, details: detailsOf(run) };
}
