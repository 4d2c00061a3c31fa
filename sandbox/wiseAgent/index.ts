import type { RunningSandbox } from '../shared/running/start';
import { startServer } from '../shared/running/start';
import { serveControls } from './controls';
import type { WiseAgentFaultRule } from './faults';
import { Hub } from './hub';
import { serveConsent } from './oauth/consent';
import type { OAuthHandle } from './oauth/handle';
import { oauthHandle } from './oauth/handle';
import { serveTokens } from './oauth/tokenEndpoint';
import type { SandboxSettings, SettingsPatch, WiseAgentSandboxOptions } from './options';
import { servePage } from './page';
import { demoSeed, emptySeed } from './seed';
import type { SandboxState } from './state';
import { serveVisitedWebsites } from './visitedWebsites';
import { serveWebconnect } from './webconnect';
import type { WebhooksHandle } from './webhooks/webhooks';
import { createServer } from './wire/server';

export { DEMO } from './demo';
export {
	FAILURE_SHAPES,
	WISE_AGENT_FAULT_KINDS,
	type FailureShape,
	type WiseAgentFaultKind,
	type WiseAgentFaultRule,
} from './faults';
export type { SandboxSettings, SettingsPatch, WiseAgentSandboxOptions } from './options';
export type { SandboxState } from './state';
export type * from './records';
export type { OAuthCounts } from './oauth/counts';
export type { OAuthHandle } from './oauth/handle';
export { SCOPES, type Scope } from './oauth/scopes';
export type { TokenAnswer } from './oauth/oauth';
export type { WebhookSettings } from './webhooks/settings';
export type { RegisteredDelivery, WebhooksHandle } from './webhooks/webhooks';
export type { RecordedRequest } from '../shared/requestLog';

/** A running sandbox. */
export interface WiseAgentSandbox extends RunningSandbox<SandboxSettings, SettingsPatch, WiseAgentFaultRule> {
	/** The store itself, for tests in the same process. What is changed through it counts as made by hand. */
	state: SandboxState;
	/** Apps and tokens. */
	oauth: OAuthHandle;
	/** Deliveries to the webhooks that apps have registered, which are among the records. */
	webhooks: WebhooksHandle;
}

/**
 * Starts a server with the wire behaviour of Wise Agent's API on this machine.
 * @throws Error with code EADDRINUSE when the port is taken; when the state file cannot be read
 */
export async function startWiseAgentSandbox(
	options: WiseAgentSandboxOptions = {},
): Promise<WiseAgentSandbox> {
	const hub = new Hub(options, options.empty ? emptySeed : demoSeed);
	const app = createServer();
	serveWebconnect(app, hub);
	serveVisitedWebsites(app, hub);
	serveTokens(app, hub);
	serveConsent(app, hub);
	serveControls(app, hub);
	servePage(app, hub);
	const running = await startServer(app, hub, options, 'Wise Agent');
	return {
		...running,
		state: hub.state,
		oauth: oauthHandle(hub.state, hub.oauth),
		webhooks: hub.webhooks,
	};
}
