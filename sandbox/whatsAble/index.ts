import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import type { RunningSandbox } from '../shared/running/start';
import { startServer } from '../shared/running/start';
import { acceptJson } from '../shared/wire/bodies';
import { serveApi } from './wire/apiServer';
import { serveControls } from './controls';
import type { WhatsAbleFaultRule } from './wire/faults';
import { serveFiles } from './files';
import { Hub } from './hub';
import type { IncomingMessage, TeammateMessage } from './messages/chat';
import { receive, writeAsTeammate } from './messages/chat';
import type { SandboxSettings, SettingsPatch, WhatsAbleSandboxOptions } from './options';
import { servePage } from './page';
import type { DeliveryStatus, MessageRecord, RegistrationRecord } from './records';
import { demoSeed } from './seed';
import type { WhatsAbleState } from './state';
import type { DashboardWebhook } from './webhooks/registry';
import type { WebhookDelivery } from './webhooks/webhooks';

export { DEMO } from './demo';
export type { SandboxSettings, SettingsPatch, WhatsAbleSandboxOptions } from './options';
export type * from './records';
export type { WhatsAbleState } from './state';
export type { IncomingMessage, TeammateMessage } from './messages/chat';
export type { DashboardWebhook } from './webhooks/registry';
export type { WebhookSettings } from './webhooks/settings';
export type { WebhookDelivery } from './webhooks/webhooks';
export type { WhatsAbleFaultKind, WhatsAbleFaultRule } from './wire/faults';
export type { RecordedRequest } from '../shared/requestLog';

/** Message webhooks: what a test or a person can know and do about them. */
export interface WebhooksHandle {
	/** The latest deliveries, oldest first. */
	readonly deliveries: readonly WebhookDelivery[];
	/** Where they go, in the order of registration. */
	readonly registrations: ReadonlyArray<Readonly<RegistrationRecord>>;
	/** Registers as the dashboard does. Throws an Error for an address that is known, or is none. */
	add(webhook: DashboardWebhook): Readonly<RegistrationRecord>;
	/** Removes as the dashboard can, and a key cannot. */
	remove(id: number): boolean;
	/** Delivers once more, with the same body. Throws an Error for a delivery that is unknown or still being tried. */
	resend(webhookId: string): void;
	/** Waits until nothing is on its way or waiting for another try. */
	idle(): Promise<void>;
}

/** A running sandbox. */
export interface WhatsAbleSandbox extends RunningSandbox<SandboxSettings, SettingsPatch, WhatsAbleFaultRule> {
	/** The store itself, for tests in the same process. */
	state: WhatsAbleState;
	/** The sandbox's own time, by which windows close, messages are delivered and scheduled ones are due. */
	clock: { readonly nowMs: number; advance(ms: number): void };
	webhooks: WebhooksHandle;
	/** Lets a contact write. Throws when the number cannot exist, or there is nothing in the message. */
	receive(message: IncomingMessage): Readonly<MessageRecord>;
	/** Lets a person of the business write, past the API. Throws like `receive`, and when the 24 hours are over. */
	writeAsTeammate(message: TeammateMessage): Readonly<MessageRecord>;
	/** Moves a sent message to a state. Throws an Error when there is no such message. */
	setStatus(id: string, status: DeliveryStatus, reason?: string): Readonly<MessageRecord>;
}

/**
 * Starts a server with the wire behaviour of WhatsAble's, Notifyer's and Notifier's APIs on this machine.
 * @throws Error with code EADDRINUSE when the port is taken; when the state file cannot be read
 */
export async function startWhatsAbleSandbox(
	options: WhatsAbleSandboxOptions = {},
): Promise<WhatsAbleSandbox> {
	const hub = new Hub(options, demoSeed);
	const app = createServer();
	serveApi(app, hub);
	serveFiles(app, hub);
	serveControls(app, hub);
	servePage(app, hub);
	const running = await startServer(app, hub, options, 'WhatsAble');
	return {
		...running,
		state: hub.state,
		clock: hub.clock,
		webhooks: webhooksHandle(hub),
		receive: (message) => receive(hub, message),
		writeAsTeammate: (message) => writeAsTeammate(hub, message),
		setStatus: (id, status, reason) => hub.outbox.setStatus(id, status, reason),
	};
}

function webhooksHandle({ webhooks }: Hub): WebhooksHandle {
	return {
		deliveries: webhooks.deliveries,
		get registrations() {
			return webhooks.registry.list();
		},
		add: (webhook) => webhooks.registry.add(webhook),
		remove: (id) => webhooks.registry.remove(id),
		resend: (webhookId) => webhooks.resend(webhookId),
		idle: () => webhooks.idle(),
	};
}

function createServer(): FastifyInstance {
	const app = Fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
		ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
	});
	// Xano takes a call without a body, and one with an empty JSON body, for one without parameters.
	app.removeContentTypeParser('application/json');
	acceptJson(app);
	return app;
}
