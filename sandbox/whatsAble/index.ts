import Fastify, { type FastifyInstance } from 'fastify';
import type { RecordedRequest } from '../shared/request-log';
import { serveApi } from './api-server';
import type { WhatsAbleFaultRule } from './faults';
import { Hub } from './hub';
import type { SandboxSettings, SettingsPatch, WhatsAbleSandboxOptions } from './options';
import type { WhatsAbleState } from './state';

export { DEMO } from './demo';
export type { SandboxSettings, SettingsPatch, WhatsAbleSandboxOptions } from './options';
export type * from './records';
export type { WhatsAbleState } from './state';
export type { WebhookSettings } from './webhooks/settings';
export type { WhatsAbleFaultKind, WhatsAbleFaultRule } from './faults';
export type { RecordedRequest } from '../shared/request-log';

/** A running sandbox. */
export interface WhatsAbleSandbox {
	/** `http://127.0.0.1:<port>`, without a trailing slash: takes the place of both real hosts. */
	url: string;
	/** The store itself, for tests in the same process. */
	state: WhatsAbleState;
	/** Every API request since the start or the last reset, oldest first. */
	requests: RecordedRequest[];
	/** What is set now. */
	settings: Readonly<SandboxSettings>;
	faults: { add(rule: WhatsAbleFaultRule): void; clear(): void };
	/** The sandbox's own time, by which windows close, messages are delivered and scheduled ones are due. */
	clock: { readonly nowMs: number; advance(ms: number): void };
	/** Changes settings at run time. */
	configure(settings: SettingsPatch): void;
	/** Back to the seed state: no requests, no faults, no registrations. Settings and time stay. */
	reset(): void;
	/** Closes all connections, unanswered ones included. */
	close(): Promise<void>;
}

const HOST = '127.0.0.1';

/**
 * Starts a server with the wire behaviour of WhatsAble's, Notifyer's and Notifier's APIs on this machine.
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startWhatsAbleSandbox(
	options: WhatsAbleSandboxOptions = {},
): Promise<WhatsAbleSandbox> {
	const hub = new Hub(options);
	const app = createServer();
	serveApi(app, hub);
	await app.listen({ host: HOST, port: options.port ?? 0 });
	hub.url = `http://${HOST}:${(app.server.address() as { port: number }).port}`;
	if (!options.quiet) console.log(`WhatsAble sandbox listens on ${hub.url}`);
	return {
		url: hub.url,
		state: hub.state,
		requests: hub.log.entries,
		settings: hub.settings,
		faults: { add: (rule) => hub.faults.add(rule), clear: () => hub.faults.clear() },
		clock: hub.clock,
		configure: (settings) => hub.configure(settings),
		reset: () => hub.reset(),
		close: async () => {
			hub.close();
			await app.close();
		},
	};
}

function createServer(): FastifyInstance {
	const app = Fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
	});
	// Xano takes a call without a body, and one with an empty JSON body, for one without parameters.
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		if (text === '') return done(null, {});
		try {
			done(null, JSON.parse(text as string));
		} catch (error) {
			done(Object.assign(error as Error, { statusCode: 400 }), undefined);
		}
	});
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _text, done) => done(null, {}));
	return app;
}
