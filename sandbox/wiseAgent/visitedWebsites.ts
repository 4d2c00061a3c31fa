import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hub } from './hub';
import { Parameters } from './wire/parameters';
import { Refusal } from './wire/refusal';
import { respond } from './wire/respond';

const PATH = '/secure/client/api/ClientVisitedDomain.aspx';

interface Visit {
	ClientId?: unknown;
	UrlVisited?: unknown;
	Label?: unknown;
	DateTimeVisited?: unknown;
}

/** Serves the one operation that has an address of its own, takes JSON, and answers with real status codes.
 * Source: official API page, addVisitedWebsite. */
export function serveVisitedWebsites(app: FastifyInstance, hub: Hub): void {
	app.put(PATH, (request, reply) => {
		const query = new URLSearchParams(request.url.split('?')[1]);
		return respond(hub, request, reply, { body: request.body }, () =>
			store(hub, request, new Parameters(query)),
		);
	});
}

function store(hub: Hub, request: FastifyRequest, parameters: Parameters): string {
	authenticate(hub, request.headers.authorization);
	const apikey = parameters.text('apikey');
	if (apikey === '') throw new Refusal('No user apikey provided.', 401);
	if (!/^[0-9a-z]{32}$/i.test(apikey)) throw new Refusal('User apikey is invalid.', 401);
	if (apikey !== hub.state.home.apikey) throw new Refusal('User with that apikey not found.', 404);
	const { SingleClient, BulkClients } = (request.body ?? {}) as {
		SingleClient?: Visit;
		BulkClients?: Visit[];
	};
	const visits = SingleClient ? [SingleClient] : (BulkClients ?? []);
	if (visits.length === 0) throw new Refusal('No SingleClient or BulkClients objects provided.', 400);
	const unknown = visits.some(({ ClientId }) => !hub.state.contacts.has(String(ClientId)));
	if (unknown) throw new Refusal('Client with that ClientId not found.', 404);
	for (const { ClientId, UrlVisited, Label, DateTimeVisited } of visits) {
		const id = hub.state.newId('visit');
		hub.state.visits.set(String(id), {
			id,
			ClientId: Number(ClientId),
			UrlVisited: String(UrlVisited ?? ''),
			Label: String(Label ?? '').slice(0, 250),
			DateTimeVisited: String(DateTimeVisited ?? ''),
		});
	}
	return '';
}

function authenticate(hub: Hub, authorization: string | undefined): void {
	const token = asText(() => hub.oauth.authenticate(authorization));
	if (!token) throw new Refusal('No access token provided.', 401);
	if (!token.scopes.includes('contacts')) throw new Refusal('Access token is invalid.', 401);
}

/** An unknown and an expired token are told alike here. */
function asText<T>(check: () => T): T {
	try {
		return check();
	} catch (error) {
		if (error instanceof Refusal) throw new Refusal('Access token is invalid.', 401);
		throw error;
	}
}
