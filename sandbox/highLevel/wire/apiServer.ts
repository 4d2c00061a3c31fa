import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorObject } from 'ajv';
import type { Allowance } from '../../shared/rateLimit';
import type { RecordedRequest } from '../../shared/requestLog';
import { withoutSecrets } from '../../shared/requestLog';
import type { FaultyProgress } from '../../shared/wire/faultAnswers';
import { replaceLostAnswer } from '../../shared/wire/faultAnswers';
import { authenticate, authorise, checkLocation, rateLimitKey, requestedLocation } from './access';
import type { ApiRoute, Call } from './apiRoute';
import { schemaFor } from './apiRoute';
import { ApiError, tooManyRequests } from './errors';
import { applyFaultOf, EDGE, INNER, serverError } from './faultAnswers';
import type { Hub } from '../hub';
import type { TokenRecord } from '../state/records';
import { API_ROUTES } from '../routes';
import { emptyQuery } from '../schemas/location';
import { validationError } from './validation';
import type { ApiVersion } from './versions';
import { API_VERSIONS, NO_VERSION, requireVersion, versionOf } from './versions';

/** Ours: the specifications name no limit. */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** What is known about a request on its way through the checks. */
export interface Progress extends FaultyProgress {
	entry: RecordedRequest;
	token?: Readonly<TokenRecord>;
	allowance: Allowance;
	traceId: string;
}

declare module 'fastify' {
	interface FastifyRequest {
		progress: Progress | null;
	}
	interface FastifyContextConfig {
		route?: ApiRoute;
		/** Part of the sandbox itself, or a page for people, not of the API: not checked, recorded or limited. */
		ownControl?: boolean;
		/** Whether the body may be a form. */
		form?: boolean;
	}
}

/**
 * Serves the API routes. The order of the checks: version, route, token, rate limit, scope, location, body.
 * That a route is looked for before the token is measured (an unknown path answers 404 without a token); the rest
 * of the order is not documented.
 */
export function serveApi(app: FastifyInstance, hub: Hub): void {
	app.decorateRequest('progress', null);
	app.addHook('onRequest', (request, reply) => admit(hub, request, reply));
	app.addHook('preValidation', async (request) => await hub.waits.sleep(request.progress?.delayMs ?? 0));
	app.addHook('preValidation', async (request) => checkAccessToLocation(hub, request));
	app.addHook('onSend', async (request, reply, payload) => finish(hub, request, reply, payload));
	app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
	app.setNotFoundHandler((request, reply) =>
		answerError(
			new ApiError(404, `Cannot ${request.method} ${pathOf(request)}`, { error: 'Not Found' }),
			request,
			reply,
		),
	);
	for (const route of API_ROUTES) register(app, hub, route);
}

function register(app: FastifyInstance, hub: Hub, route: ApiRoute): void {
	for (const version of route.versions ?? API_VERSIONS) serve(app, hub, route, version);
	// Without a version, the token endpoint speaks as under the dated ones. Source: measured; official examples.
	if (route.scope === null) serve(app, hub, route, 'dated', NO_VERSION);
}

function serve(
	app: FastifyInstance,
	hub: Hub,
	route: ApiRoute,
	version: ApiVersion,
	apiVersion: string = version,
): void {
	app.route({
		method: route.method,
		url: route.path,
		constraints: { apiVersion },
		...(route.multipart ? { bodyLimit: MAX_UPLOAD_BYTES } : {}),
		config: { route, ...(route.form ? { form: true } : {}) },
		schema: {
			querystring: schemaFor(route.query ?? emptyQuery, version),
			...(route.body ? { body: schemaFor(route.body, version) } : {}),
		},
		// The framework refuses a call without a body before it looks at the schema; the API treats it as empty.
		preValidation: async (request) => {
			request.body ??= {};
		},
		handler: async (request, reply) => {
			const call = callOf(hub, request, version);
			limit(hub, request, route.limitedAs?.(call));
			return reply.code(route.status ?? 200).send(route.answer(call));
		},
	});
}

function callOf(hub: Hub, request: FastifyRequest, version: ApiVersion): Call {
	const { token, traceId } = request.progress as Progress;
	return {
		state: hub.state,
		oauth: hub.oauth,
		version,
		get token() {
			if (!token) throw new Error(`${request.url} is called without a token`);
			return token;
		},
		baseUrl: hub.url,
		traceId,
		params: request.params as Record<string, string>,
		query: request.query as Record<string, unknown>,
		body: request.body as Record<string, unknown>,
		files: request.uploadedFiles ?? [],
	};
}

/** Counts a request against a limit, and refuses it when that is used up. */
function limit(hub: Hub, { progress }: FastifyRequest, key: string | undefined): void {
	if (!progress || key === undefined) return;
	progress.allowance = hub.limiter.take(key);
	if (progress.allowance.refusedBy) throw tooManyRequests(progress.allowance.refusedBy);
}

/** Everything that can be refused before the body is read. */
async function admit(hub: Hub, request: FastifyRequest, reply: FastifyReply): Promise<void> {
	const { config } = request.routeOptions;
	if (config.ownControl) return;
	const path = pathOf(request);
	const entry = hub.log.open({
		method: request.method,
		path,
		query: request.query as Record<string, unknown>,
	});
	const progress: Progress = { entry, allowance: hub.limiter.peek(''), traceId: randomUUID() };
	request.progress = progress;
	const versionHeader = request.headers['version'];
	if (typeof versionHeader === 'string') entry.version = versionHeader;

	if (applyFaultOf(EDGE, hub, request, reply, progress)) return;
	const { route } = config;
	if (route?.scope !== null || versionHeader !== undefined) requireVersion(versionHeader);
	if (!route) return;

	if (route.scope !== null) identify(hub, request, progress);
	await hub.waits.sleep(hub.settings.latencyMs);
	if (applyFaultOf(INNER, hub, request, reply, progress)) return;
	if (progress.token) authorise(progress.token, route);
}

function identify(hub: Hub, request: FastifyRequest, progress: Progress): void {
	const { entry } = progress;
	const token = authenticate(hub.state, request.headers.authorization);
	progress.token = token;
	entry.token = { kind: `${token.level} ${token.kind}`, last4: token.token.slice(-4) };
	if (token.locationId) entry.locationId = token.locationId;
	limit(hub, request, rateLimitKey(token));
}

function checkAccessToLocation(hub: Hub, request: FastifyRequest): void {
	const { progress } = request;
	const { route } = request.routeOptions.config;
	if (!progress || !route) return;
	if (request.body !== undefined) progress.entry.body = withoutSecrets(request.body);
	if (!progress.token) return;
	const locationId = requestedLocation(request as { params: unknown; query: unknown; body: unknown });
	if (locationId !== undefined) progress.entry.locationId = locationId;
	checkLocation(hub.state, progress.token, route, locationId);
}

/** The last step of every answer: headers, a lost answer, the record. */
function finish(hub: Hub, request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
	const { progress } = request;
	if (!progress) return payload;
	setRateLimitHeaders(hub, reply, progress.allowance);
	const sent = replaceLostAnswer(request, reply, progress, payload, (status) => ({
		...serverError(status).body(),
		traceId: progress.traceId,
	}));
	if (sent.arrives) hub.log.close(progress.entry, reply.statusCode);
	return sent.payload;
}

/** Source: official page on rate limits; the daily reset is what the official SDK parses. */
function setRateLimitHeaders(hub: Hub, reply: FastifyReply, allowance: Allowance): void {
	const { max, intervalMs, daily } = hub.limiter.limits;
	reply.header('X-RateLimit-Limit-Daily', daily);
	reply.header('X-RateLimit-Daily-Remaining', allowance.dailyRemaining);
	reply.header('X-RateLimit-Interval-Milliseconds', intervalMs);
	reply.header('X-RateLimit-Max', max);
	reply.header('X-RateLimit-Remaining', allowance.remaining);
	if (allowance.dailyRemaining === 0) reply.header('X-RateLimit-Daily-Reset', allowance.dailyResetMs);
}

function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
	const error = thrown as Error & { validation?: ErrorObject[]; statusCode?: number };
	const refusal = error.validation ? refuse(error.validation, request) : error;
	const traceId = request.progress?.traceId;
	if (refusal instanceof ApiError) {
		const trace = traceId && refusal.traced ? { traceId } : {};
		return reply.code(refusal.statusCode).send({ ...refusal.body(), ...trace });
	}
	const statusCode = refusal.statusCode ?? 500;
	// Anything but a malformed request is a fault of the sandbox itself and must not pass in silence.
	if (statusCode >= 500) console.error(`Sandbox failure in ${request.method} ${pathOf(request)}:`, error);
	const message = statusCode >= 500 ? 'Internal server error' : error.message;
	return reply.code(statusCode).send({ statusCode, message, ...(traceId ? { traceId } : {}) });
}

function refuse(errors: ErrorObject[], request: FastifyRequest): ApiError {
	const { route } = request.routeOptions.config;
	const version = versionOf(request.headers['version']) ?? 'dated';
	return route?.refuse?.(errors, version) ?? validationError(errors);
}

function pathOf(request: FastifyRequest): string {
	return request.url.split('?')[0] ?? '';
}
