import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox, RecordedRequest } from '../../../sandbox/highlevel';
import type { OperationRun } from '../../support/highLevel';
import { DEMO, runContact } from '../../support/highLevel';
import type { NodeRun } from '../../support/runWorkflow';

/** Every request as "METHOD /path", oldest first. */
export function calls(sandbox: HighLevelSandbox): string[] {
	return sandbox.requests.map(({ method, path }) => `${method} ${path}`);
}

/** The requests that changed something: all but reads and searches. */
export function writes(sandbox: HighLevelSandbox): RecordedRequest[] {
	return sandbox.requests.filter(({ method, path }) => method !== 'GET' && path !== '/contacts/search');
}

/** The body of the only request of that method and path. */
export function bodyOf(sandbox: HighLevelSandbox, method: string, path: string): IDataObject {
	const found = sandbox.requests.filter((request) => request.method === method && request.path === path);
	expect(found).toHaveLength(1);
	return found[0]?.body as IDataObject;
}

/** All contacts of the demo location. */
export function stored(sandbox: HighLevelSandbox) {
	return sandbox.state.contacts.inGroup(DEMO.locationId);
}

/** Runs an operation that must succeed, and answers the JSON of its items. */
export async function succeed(
	sandbox: HighLevelSandbox,
	operation: string,
	options: OperationRun = {},
): Promise<IDataObject[]> {
	const run = await runContact(sandbox, operation, options);
	expect(run.error?.message).toBeUndefined();
	return run.items.map(({ json }) => json);
}

/** Runs an operation that must fail, and answers n8n's error with the details that the node attached. */
export async function fail(
	sandbox: HighLevelSandbox,
	operation: string,
	options: OperationRun = {},
): Promise<NonNullable<NodeRun['error']> & { details: IDataObject }> {
	const { error } = await runContact(sandbox, operation, options);
	if (!error) throw new Error(`${operation} succeeded, which this test forbids`);
	return { ...error, message: error.message, details: (error.context?.details ?? {}) as IDataObject };
}

/** A resource mapper's value as the editor stores it. */
export function mapped(value: IDataObject, schema: IDataObject[] = []): IDataObject {
	return { mappingMode: 'defineBelow', value, matchingColumns: [], schema };
}
