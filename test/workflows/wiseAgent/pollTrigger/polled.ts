import type { IDataObject, INodeType } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { DEMO } from '../../../../sandbox/wiseAgent';
import type { PollerOptions } from '../../../support/running/runPolls';
import { loadAnew, Poller } from '../../../support/running/runPolls';
import type { WiseAgentConnection } from '../../../support/wiseAgent';
import { storedAs } from '../../../support/wiseAgent';

export interface Polled extends Partial<Omit<PollerOptions, 'node' | 'connection'>> {
	wiseAgent?: WiseAgentConnection;
	/** In place of the sandbox's own address. */
	baseUrl?: string;
}

/** A workflow with the trigger; it is not activated yet. */
export function pollerOf(
	sandbox: WiseAgentSandbox,
	parameters: IDataObject,
	{ wiseAgent, baseUrl, ...options }: Polled = {},
): Poller {
	const { id, credentials } = wiseAgent ?? storedAs(sandbox, { access_token: DEMO.accessToken });
	if (baseUrl !== undefined) Object.assign(credentials.wiseAgentOAuth2Api, { baseUrl });
	return new Poller(sandbox, {
		...options,
		parameters,
		node: {
			name: 'wiseAgentPollTrigger',
			load: loadWiseAgent,
			credential: 'wiseAgentOAuth2Api',
			credentialId: id,
			credentials: () => ({ ...credentials }),
		},
	});
}

async function loadWiseAgent(): Promise<INodeType> {
	return await loadAnew(async () => {
		const { pace } = await import('../../../support/pace');
		pace({ rateLimit: { max: 100_000 } }, 'Wise Agent');
		const { WiseAgentPollTrigger } = await import('../../../../nodes/WiseAgent/WiseAgentPollTrigger.node.ts');
		return new WiseAgentPollTrigger();
	});
}

/** `event id` of each item, in their order. */
export function eventsOf(items: IDataObject[]): string[] {
	return items.map(({ event, ClientID, TaskID }) => `${String(event)} ${String(ClientID ?? TaskID)}`);
}
