import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { JsonSchema } from '../../shared/jsonSchema';
import type { Hub } from '../hub';
import { API_ROUTES } from '../routes';
import type { Home } from '../state/home';
import type { TokenRecord } from '../state/records';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { schemaFor } from '../wire/apiRoute';
import { answerRefusal } from './plainWords';
import { serveVisitors } from './submissions';

/** What a person changes in HighLevel's own screens, by the endpoint of the API that does the same. */
const BY_HAND = [
	'POST /contacts/',
	'PUT /contacts/:contactId',
	'DELETE /contacts/:contactId',
	'POST /contacts/:contactId/tags',
	'DELETE /contacts/:contactId/tags',
	'POST /contacts/:contactId/notes',
	'PUT /contacts/:contactId/notes/:id',
	'DELETE /contacts/:contactId/notes/:id',
	'POST /contacts/:contactId/tasks',
	'PUT /contacts/:contactId/tasks/:taskId',
	'DELETE /contacts/:contactId/tasks/:taskId',
	'POST /opportunities/',
	'PUT /opportunities/:id',
	'PUT /opportunities/:id/status',
	'DELETE /opportunities/:id',
	'POST /calendars/events/appointments',
	'PUT /calendars/events/appointments/:eventId',
	'DELETE /calendars/events/:eventId',
	'POST /objects/:schemaKey/records',
	'PUT /objects/:schemaKey/records/:id',
	'DELETE /objects/:schemaKey/records/:id',
	'POST /conversations/messages',
	'POST /conversations/messages/inbound',
];

/** Whichever: what the page sends is named alike in both. */
const VERSION = 'v3';

/** Routes look at a token to see which location it opens: a person who is signed in opens that of the sandbox. */
function personIn({ companyId, locationId }: Home): TokenRecord {
	return { token: '', kind: 'pit', level: 'location', companyId, locationId, scopes: [], app: null };
}

/**
 * What a person does in HighLevel by hand, under /__sandbox/manual and the path of the API. It is carried out by the
 * API's own routes, so the same is stored, refused and sent to webhooks; but it needs no token, no version and no
 * location, and is neither recorded nor limited.
 */
export function serveManualControls(controls: FastifyInstance, hub: Hub): void {
	void controls.register(
		async (manual) => {
			manual.setErrorHandler((error, _request, reply) => answerRefusal(error, reply));
			for (const name of BY_HAND) serveRoute(manual, hub, routeNamed(name));
			serveVisitors(manual, hub.state);
		},
		{ prefix: '/manual' },
	);
}

function routeNamed(name: string): ApiRoute {
	const route = API_ROUTES.find(({ method, path }) => `${method} ${path}` === name);
	if (!route) throw new Error(`The API has no ${name}`);
	return route;
}

function serveRoute(manual: FastifyInstance, hub: Hub, route: ApiRoute): void {
	const body = route.body && schemaFor(route.body, VERSION);
	const { locationId } = hub.state.home;
	manual.route({
		method: route.method,
		url: route.path,
		config: { ownControl: true },
		schema: body ? { body } : {},
		preValidation: async (request) => {
			request.body = { ...(takesLocation(body) ? { locationId } : {}), ...bodyOf(request) };
		},
		handler: async (request, reply) =>
			reply.code(route.status ?? 200).send(route.answer(callByHand(hub, request))),
	});
}

function takesLocation(body: JsonSchema | undefined): boolean {
	return body !== undefined && 'locationId' in (body['properties'] as object);
}

function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
	return (body ?? {}) as Record<string, unknown>;
}

function callByHand({ state, oauth, url }: Hub, request: FastifyRequest): Call {
	return {
		state,
		oauth,
		version: VERSION,
		token: personIn(state.home),
		baseUrl: url,
		traceId: randomUUID(),
		params: request.params as Record<string, string>,
		query: {},
		body: bodyOf(request),
		files: [],
	};
}
