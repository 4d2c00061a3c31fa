import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox, HighLevelSandboxOptions } from '../../sandbox/highLevel';
import { DEMO, startHighLevelSandbox } from '../../sandbox/highLevel';
import type { NodeRun, RunOptions } from './running/runWorkflow';
import { runNode } from './running/runWorkflow';

export { DEMO };

/** An id in the shape of HighLevel's that nothing has. */
export const UNKNOWN = 'AAAAbbbbCCCCddddEEEE';

/** Operations that HighLevel lets an agency do alone. */
export const OF_AGENCIES: readonly string[] = ['location.create'];

export interface OperationRun extends Partial<Omit<RunOptions, 'parameters' | 'credentials'>> {
	/** Parameters besides authentication, resource and operation. */
	parameters?: IDataObject;
	token?: string;
	locationId?: string;
	baseUrl?: string;
}

/** A sandbox of its own for a test file, with the limit out of the way unless the test is about it. */
export async function startSandbox(options: HighLevelSandboxOptions = {}): Promise<HighLevelSandbox> {
	return await startHighLevelSandbox({
		quiet: true,
		rateLimit: { max: 100_000, intervalMs: 10_000 },
		...options,
	});
}

/**
 * Runs one operation against a sandbox.
 *
 * @param id `resource.operation`
 */
export async function runOperation(
	sandbox: HighLevelSandbox,
	id: string,
	{ parameters = {}, token, locationId, baseUrl, ...options }: OperationRun = {},
): Promise<NodeRun> {
	return await runNode({
		...options,
		parameters: { authentication: 'privateIntegration', ...chosen(id), ...parameters },
		credentials: {
			goHighLevelPrivateIntegrationApi: {
				token: token ?? (OF_AGENCIES.includes(id) ? DEMO.agencyToken : DEMO.token),
				locationId: locationId ?? DEMO.locationId,
				baseUrl: baseUrl ?? sandbox.url,
			},
		},
	});
}

/** Runs one contact operation against a sandbox. */
export async function runContact(
	sandbox: HighLevelSandbox,
	operation: string,
	options: OperationRun = {},
): Promise<NodeRun> {
	return await runOperation(sandbox, `contact.${operation}`, options);
}

/** `resource.operation` as the editor stores it. */
export function chosen(id: string): { resource: string; operation: string } {
	const [resource = '', operation = ''] = id.split('.');
	return { resource, operation };
}

/** A resource locator's value, chosen by id. */
export function byId(value: string): IDataObject {
	return { __rl: true, mode: 'id', value };
}
