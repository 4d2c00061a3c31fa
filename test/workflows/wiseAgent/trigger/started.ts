import type { IDataObject } from 'n8n-workflow';

import { WiseAgentTrigger } from '../../../../nodes/WiseAgent/WiseAgentTrigger.node.ts';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { DEMO } from '../../../../sandbox/wiseAgent';
import type { TriggerOptions } from '../../../support/running/runWebhook';
import { TriggerServer } from '../../../support/running/runWebhook';
import type { WiseAgentConnection } from '../../../support/wiseAgent';
import { storedAs } from '../../../support/wiseAgent';

export interface Started extends Partial<Omit<TriggerOptions, 'parameters' | 'credentials'>> {
	events?: string[];
	readRecords?: boolean;
	/** A token that never expires and may do everything, unless told. */
	connection?: WiseAgentConnection;
	baseUrl?: string;
}

/** A server with the trigger; it is not activated yet. */
export async function startTrigger(
	sandbox: WiseAgentSandbox,
	{ events = ['contactCreate'], readRecords = true, connection, baseUrl, ...options }: Started = {},
): Promise<TriggerServer> {
	const { id, credentials } = connection ?? storedAs(sandbox, { access_token: DEMO.accessToken });
	const stored = { ...credentials.wiseAgentOAuth2Api, ...(baseUrl === undefined ? {} : { baseUrl }) };
	return await TriggerServer.start({
		nodeType: new WiseAgentTrigger(),
		parameters: { events, readRecords },
		credentials: { wiseAgentOAuth2Api: stored },
		credentialId: id,
		...options,
	});
}

/** The registrations in Wise Agent: event and state, sorted. */
export function registered(sandbox: WiseAgentSandbox): string[] {
	return [...sandbox.state.webhooks.values()].map(({ EventType, Status }) => `${EventType} ${Status}`).sort();
}

/** The URLs that are registered. */
export function registeredUrls(sandbox: WiseAgentSandbox): string[] {
	return [...sandbox.state.webhooks.values()].map(({ Url }) => Url);
}

export interface Sent {
	status: number;
	body: string;
}

/** Delivers as anybody could who knows the URL. */
export async function deliver(url: string, payload: IDataObject | string): Promise<Sent> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: typeof payload === 'string' ? payload : JSON.stringify(payload),
	});
	return { status: response.status, body: await response.text() };
}
