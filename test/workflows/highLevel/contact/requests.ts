import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox, RecordedRequest } from '../../../../sandbox/highLevel';
import type { OperationRun } from '../../../support/highLevel';
import { DEMO } from '../../../support/highLevel';
import * as outcomes from '../../../support/odd/outcomes';

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

/** Runs a contact operation that must succeed, and answers the JSON of its items. */
export async function succeed(
	sandbox: HighLevelSandbox,
	operation: string,
	options: OperationRun = {},
): Promise<IDataObject[]> {
	return await outcomes.succeed(sandbox, `contact.${operation}`, options);
}

/** Runs a contact operation that must fail, and answers n8n's error with the details that the node attached. */
export async function fail(
	sandbox: HighLevelSandbox,
	operation: string,
	options: OperationRun = {},
): ReturnType<typeof outcomes.fail> {
	return await outcomes.fail(sandbox, `contact.${operation}`, options);
}

/** A resource mapper's value as the editor stores it. */
export function mapped(value: IDataObject, schema: IDataObject[] = []): IDataObject {
	return { mappingMode: 'defineBelow', value, matchingColumns: [], schema };
}
