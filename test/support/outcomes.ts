import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../sandbox/highlevel';
import type { OperationRun } from './highLevel';
import { runOperation } from './highLevel';
import { detailsOf } from './sandboxRuns';

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

/** Runs an operation that must fail, and answers what the operator reads, with the details that the node attached. */
export async function fail(
	sandbox: HighLevelSandbox,
	id: string,
	options: OperationRun = {},
): Promise<{ message: string; description?: string; details: IDataObject }> {
	const run = await runOperation(sandbox, id, options);
	if (!run.error) throw new Error(`${id} succeeded, which this test forbids`);
	const { message, description } = run.error;
	return { message, description, details: detailsOf(run) };
}
