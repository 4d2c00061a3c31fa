import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendCardPage } from '../../shared/cardPage';
import { refuseOtherOrigins } from '../../shared/origin';
import type { Hub } from '../hub';
import { consentPage, refusalPage } from './consentPage';
import type { ConsentRequest } from './consentRequest';
import { ConsentError, readConsentRequest } from './consentRequest';

/** Of the two addresses, the second is the older one, which the official SDK and n8n still open. */
const PATHS = ['/v2/oauth/chooselocation', '/oauth/chooselocation'];

type Query = Record<string, unknown>;

/** Serves the pages on which a person lets an app into a location. They are HighLevel's Marketplace's, not its API's. */
export function serveConsent(app: FastifyInstance, hub: Hub): void {
	const config = { ownControl: true, form: true };
	for (const path of PATHS) {
		app.get(path, { config }, (request, reply) =>
			answer(reply, () => ask(hub, reply, request.query as Query)),
		);
		app.post(path, { config }, (request, reply) => {
			refuseOtherOrigins(request);
			return answer(reply, () => decide(hub, request, reply));
		});
	}
}

function answer(reply: FastifyReply, act: () => FastifyReply): FastifyReply {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof ConsentError)) throw error;
		return sendCardPage(reply.code(error.statusCode), "'none'", (nonce) => refusalPage(error, nonce));
	}
}

function ask(hub: Hub, reply: FastifyReply, query: Query): FastifyReply {
	const request = readConsentRequest(hub.state, query);
	// Browsers hold the policy against the redirect that follows a form, too.
	return sendCardPage(reply, `'self' ${request.redirectUri.origin}`, (nonce) =>
		consentPage(request, [...hub.state.locations.values()], query, nonce),
	);
}

function decide(hub: Hub, { body }: FastifyRequest, reply: FastifyReply): FastifyReply {
	const sent = (body ?? {}) as Query;
	const request = readConsentRequest(hub.state, sent);
	const { redirectUri, state } = request;
	if (sent['decision'] === 'allow') {
		const { app, scopes } = request;
		const locationId = chosenLocation(hub, request, sent['location']);
		redirectUri.searchParams.set('code', hub.oauth.authorise({ app, locationId, scopes }, redirectUri.href));
	} else {
		// What HighLevel does after Cancel is not documented; this is RFC 6749's.
		redirectUri.searchParams.set('error', 'access_denied');
	}
	if (state !== undefined) redirectUri.searchParams.set('state', state);
	return reply.redirect(redirectUri.href, 303);
}

function chosenLocation(hub: Hub, { app }: ConsentRequest, chosen: unknown): string | null {
	if (chosen === 'agency' && app.bulkInstallable) return null;
	const location = hub.state.locations.get(String(chosen));
	if (!location || location.paused) {
		throw new ConsentError(400, 'No location', 'Choose one of the locations that are offered.');
	}
	return location.id;
}
