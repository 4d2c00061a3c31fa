import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox, HighLevelSandboxOptions } from '../../sandbox/highlevel';
import { DEMO, startHighLevelSandbox } from '../../sandbox/highlevel';
import type { NodeRun, RunOptions } from './runWorkflow';
import { runNode } from './runWorkflow';

export { DEMO };

export interface ContactRun extends Partial<Omit<RunOptions, 'parameters' | 'credentials'>> {
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

/** Runs one contact operation against a sandbox. */
export async function runContact(
	sandbox: HighLevelSandbox,
	operation: string,
	{ parameters = {}, token, locationId, baseUrl, ...options }: ContactRun = {},
): Promise<NodeRun> {
	return await runNode({
		...options,
		parameters: { authentication: 'privateIntegration', resource: 'contact', operation, ...parameters },
		credentials: {
			goHighLevelPrivateIntegrationApi: {
				token: token ?? DEMO.token,
				locationId: locationId ?? DEMO.locationId,
				baseUrl: baseUrl ?? sandbox.url,
			},
		},
	});
}

/** A resource locator's value, chosen by id. */
export function byId(value: string): IDataObject {
	return { __rl: true, mode: 'id', value };
}
