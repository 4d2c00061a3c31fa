import type { TriggerOptions, TriggerServer } from '../../support/running/runWebhook';
import { startSandbox as startWhatsAble } from '../../support/whatsAble';
import { registeredUrl, startTrigger as startWhatsAbleTrigger } from '../../support/whatsAbleTrigger';
import { startWiseAgent } from '../../support/wiseAgent';
import {
	registeredUrls,
	startTrigger as startWiseAgentTrigger,
} from '../../workflows/wiseAgent/trigger/started';

export interface ServiceOptions extends Pick<Partial<TriggerOptions>, 'publicUrl' | 'nodeId'> {
	/** Where the service is; the sandbox unless told. */
	baseUrl?: string;
}

/** A service that delivers to URLs which its trigger registers. */
export interface Service {
	sandboxUrl: string;
	start(options?: ServiceOptions): Promise<TriggerServer>;
	/** The URL that was registered last. */
	registered(): string;
	/** What the sandbox was asked, for any purpose. */
	requestCount(): number;
	/** A delivery that starts the workflow. */
	payload: string;
	close(): Promise<void>;
}

/** Every service whose trigger registers URLs, with where the real one is. */
export const SERVICES: Array<[name: string, realUrl: string, open: () => Promise<Service>]> = [
	['Wise Agent', 'https://sync.thewiseagent.com', openWiseAgent],
	['WhatsAble', 'https://api.insightssystem.com', openWhatsAble],
];

async function openWiseAgent(): Promise<Service> {
	const sandbox = await startWiseAgent();
	return {
		sandboxUrl: sandbox.url,
		start: async (options) => await startWiseAgentTrigger(sandbox, { readRecords: false, ...options }),
		registered: () => registeredUrls(sandbox).at(-1) ?? '',
		requestCount: () => sandbox.requests.length,
		payload: JSON.stringify({ EventType: 'contactCreate', EventCreated: '', ResourceIds: [7] }),
		close: async () => await sandbox.close(),
	};
}

async function openWhatsAble(): Promise<Service> {
	const sandbox = await startWhatsAble();

	return {
		sandboxUrl: sandbox.url,
		start: async ({ baseUrl, ...options } = {}) => {
			const server = await startWhatsAbleTrigger(sandbox, options);
			const apiKey = 'a-key-of-nobody';
			if (baseUrl) server.change({ credentials: { whatsAbleSyncApi: { apiKey, baseUrl } } });
			return server;
		},
		registered: () => registeredUrl(sandbox),
		requestCount: () => sandbox.requests.length,
		payload: JSON.stringify({
			phone_number: '14155550132',
			last_message_of_user: 'Hi',
			incoming_message: true,
		}),
		close: async () => await sandbox.close(),
	};
}
