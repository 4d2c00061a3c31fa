import type { IncomingMessage } from 'node:http';
import type { ParsedUrlQuery } from 'node:querystring';
import { parse } from 'node:querystring';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import type { FaultRule } from '../shared/faults';
import type { RunningSandbox } from '../shared/running/start';
import { startServer } from '../shared/running/start';
import { acceptJson } from '../shared/wire/bodies';
import { serveApi } from './wire/apiServer';
import { serveControls } from './controls';
import { badRequest } from './wire/errors';
import { serveFiles } from './wire/fileServer';
import { Hub } from './hub';
import { acceptMultipart } from './wire/multipart';
import type { HighLevelSandboxOptions, SandboxSettings, SettingsPatch } from './options';
import { serveConsent } from './oauth/consent';
import type { OAuthHandle } from './oauth/handle';
import { oauthHandle } from './oauth/handle';
import { servePage } from './page';
import { demoSeed, lifelikeSeed } from './seed/seed';
import type { SandboxState } from './state/state';
import { compileSchema } from './wire/validation';
import type { WebhooksHandle } from './webhooks/webhooks';
import { NO_VERSION, versionOf } from './wire/versions';

export { DEMO } from './seed/demo';
export { ALL_SCOPES, APP_SCOPES } from './seed/scopes';
export type { HighLevelSandboxOptions, SandboxSettings, SettingsPatch } from './options';
export type { SandboxState } from './state/state';
export type * from './state/records';
export type * from './resources';
export type * from './calendar/records';
export type { AppRecord, InstallRecord, UserType } from './oauth/records';
export type { OAuthCounts } from './oauth/counters';
export type { OAuthHandle } from './oauth/handle';
export type { TokenAnswer } from './views/token';
export { WEBHOOK_EVENTS, type WebhookEvent, type WebhookSettings } from './webhooks/settings';
export type { WebhookDelivery } from './webhooks/delivery';
export type { WebhookTry } from '../shared/webhooks/sender';
export type { WebhooksHandle } from './webhooks/webhooks';
export type { FaultKind, FaultRule } from '../shared/faults';
export type { RecordedRequest } from '../shared/requestLog';

/** A running sandbox. */
export interface HighLevelSandbox extends RunningSandbox<SandboxSettings, SettingsPatch, FaultRule> {
	/** The store itself, for tests in the same process. */
	state: SandboxState;
	/** Apps, consent and tokens. */
	oauth: OAuthHandle;
	/** The demo app's webhooks. Where they go and which are sent is among the settings. */
	webhooks: WebhooksHandle;
}

/**
 * Starts a server with the wire behaviour of HighLevel's API on this machine.
 * @throws Error with code EADDRINUSE when the port is taken; when the state file cannot be read
 */
export async function startHighLevelSandbox(
	options: HighLevelSandboxOptions = {},
): Promise<HighLevelSandbox> {
	const hub = new Hub(options, options.opportunities ? lifelikeSeed : demoSeed);
	const app = createServer();
	serveApi(app, hub);
	serveFiles(app, hub);
	serveControls(app, hub);
	serveConsent(app, hub);
	servePage(app, hub);
	const running = await startServer(app, hub, options, 'HighLevel');
	return {
		...running,
		state: hub.state,
		oauth: oauthHandle(hub.state, hub.oauth),
		webhooks: hub.webhooks,
	};
}

/** Where the router keeps the handlers of a path, by version. */
class VersionHandlers<Handler> {
	private readonly handlers = new Map<unknown, Handler>();

	get(version: unknown): Handler | null {
		return this.handlers.get(version) ?? null;
	}

	set(version: unknown, handler: Handler): void {
		this.handlers.set(version, handler);
	}
}

function createServer(): FastifyInstance {
	const app = Fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: {
			ignoreTrailingSlash: true,
			querystringParser: readQuery,
			// The same path answers differently under each version, and not at all under one that lacks it.
			constraints: {
				apiVersion: {
					name: 'apiVersion',
					storage: () => new VersionHandlers<never>(),
					deriveConstraint: (request: IncomingMessage) => versionOf(request.headers['version']) ?? NO_VERSION,
					mustMatchWhenDerived: false,
				},
			},
		},
	});
	app.setValidatorCompiler(({ schema, httpPart }) => {
		const validate = compileSchema(schema as Record<string, unknown>, httpPart);
		return (data: unknown) => (validate(data) ? { value: data } : { error: validate.errors as never });
	});
	acceptAnyBody(app);
	return app;
}

/** The official SDK writes a list as `name[]=a&name[]=b`; it counts as `name=a&name=b`. */
function readQuery(text: string): ParsedUrlQuery {
	return parse(text.replace(/(^|&)([^&=]+?)(?:\[\]|%5B%5D)(?==)/gi, '$1$2'));
}

/** Bodies are read as the API reads them: an empty JSON body is an empty object, and one of another type counts as
 * not sent, so that what it lacks is refused by name. */
function acceptAnyBody(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	acceptJson(app, ({ message }) => badRequest(message));
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(request, text, done) => {
			const { form } = request.routeOptions.config;
			done(null, form ? Object.fromEntries(new URLSearchParams(text as string)) : {});
		},
	);
	acceptMultipart(app);
}
