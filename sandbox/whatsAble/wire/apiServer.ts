import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RecordedRequest } from '../../shared/requestLog';
import type { FaultyProgress } from '../../shared/wire/faultAnswers';
import { replaceLostAnswer } from '../../shared/wire/faultAnswers';
import { authorise, keyOf } from './access';
import type { Answer } from './answers';
import { notFoundAnswer, refusalAnswer, xanoError } from './answers';
import type { ApiRoute, Call } from './apiRoute';
import { NotFound, Rejection, tooManyRequests } from './errors';
import { applyFaultOf, serverError } from './faultAnswers';
import type { Hub } from '../hub';
import { Input } from './input';
import type { KeyRecord } from '../records';
import { API_ROUTES } from '../routes';

/** What is known about a request on its way through the checks. */
export interface Progress extends FaultyProgress {
	entry: RecordedRequest;
	key?: KeyRecord;
}

declare module 'fastify' {
	interface FastifyRequest {
		/** Null for what is no call of the API. */
		whatsAble: Progress | null;
	}
	interface FastifyContextConfig {
		whatsAbleRoute?: ApiRoute;
		/** Part of the sandbox itself: not checked, recorded or limited. */
		ownControl?: boolean;
	}
}

/** Serves the API routes: faults, key, rate limit, then the route with its own checks. */
export function serveApi(app: FastifyInstance, hub: Hub): void {
	app.decorateRequest('whatsAble', null);
	app.addHook('onRequest', (request, reply) => admit(hub, request, reply));
	app.addHook('preValidation', async (request) => {
		if (request.whatsAble && request.body !== undefined) request.whatsAble.entry.body = request.body;
		await hub.waits.sleep(request.whatsAble?.delayMs ?? 0);
	});
	app.addHook('onSend', async (request, reply, payload) => finish(hub, request, reply, payload));
	app.setErrorHandler((error, request, reply) => answerError(hub, error, request, reply));
	app.setNotFoundHandler((request, reply) => answerError(hub, new NotFound(), request, reply));
	for (const route of API_ROUTES) {
		app.route({
			method: route.method,
			url: routerPath(route.path),
			config: { whatsAbleRoute: route },
			handler: async (request, reply) => reply.send(await route.answer(callOf(hub, request))),
		});
	}
}

/** A path as the router takes it: `api:group` has a colon of its own. */
function routerPath(path: string): string {
	return path.replaceAll(':', '::').replaceAll(/\{(\w+)\}/g, ':$1');
}

function callOf(hub: Hub, request: FastifyRequest): Call {
	const { body } = request;
	const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
	return {
		hub,
		key: request.whatsAble?.key,
		params: request.params as Record<string, string>,
		query: request.query as Record<string, unknown>,
		body: new Input(fields as Record<string, unknown>),
	};
}

/** Everything that can be refused before the body is read. */
async function admit(hub: Hub, request: FastifyRequest, reply: FastifyReply): Promise<void> {
	const { config } = request.routeOptions;
	if (config.ownControl) return;
	const entry = hub.log.open({
		method: request.method,
		path: pathOf(request),
		query: request.query as Record<string, unknown>,
	});
	const progress: Progress = { entry };
	request.whatsAble = progress;
	const { authorization } = request.headers;
	const route = config.whatsAbleRoute;
	if (authorization !== undefined) {
		const kind = keyOf(hub.state, authorization, route?.keyForm ?? 'raw')?.product ?? 'unknown';
		entry.token = { kind, last4: authorization.slice(-4) };
	}
	if (applyFaultOf(hub, request, reply, progress) || !route) return;
	identify(hub, route, authorization, progress);
	await hub.waits.sleep(hub.settings.latencyMs);
}

function identify(hub: Hub, route: ApiRoute, authorization: string | undefined, progress: Progress): void {
	const key = keyOf(hub.state, authorization, route.keyForm ?? 'raw');
	if (key) progress.key = key;
	if (route.product !== null) authorise(key, route.product);
	if (key && !hub.limiter.take(key.key).admitted) throw tooManyRequests();
}

/** The last step of every answer: a lost answer, the record. */
function finish(hub: Hub, request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
	const progress = request.whatsAble;
	if (!progress) return payload;
	const sent = replaceLostAnswer(request, reply, progress, payload, serverError);
	if (sent.arrives) hub.log.close(progress.entry, reply.statusCode);
	return sent.payload;
}

function answerError(hub: Hub, thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
	const { status, body } = answerFor(hub, thrown, request);
	return reply.code(status).send(body);
}

function answerFor(hub: Hub, thrown: unknown, request: FastifyRequest): Answer {
	const family = request.routeOptions.config.whatsAbleRoute?.family ?? 'integration';
	if (thrown instanceof Rejection) return refusalAnswer(family, thrown, hub.settings.whatsAppRefusals);
	if (thrown instanceof NotFound) return notFoundAnswer(thrown);
	const { statusCode = 500, message } = thrown as Error & { statusCode?: number };
	if (statusCode < 500) return xanoError(statusCode, 'ERROR_CODE_INPUT_ERROR', message);
	// Anything but a malformed request is a fault of the sandbox itself and must not pass in silence.
	console.error(`Sandbox failure in ${request.method} ${pathOf(request)}:`, thrown);
	return refusalAnswer(
		family,
		new Rejection('server_error', 'An internal server error occurred'),
		'documented',
	);
}

function pathOf(request: FastifyRequest): string {
	return request.url.split('?')[0] ?? '';
}
