import type { FastifyInstance } from 'fastify';
import { serveConsentPages } from '../../shared/oauth/consent';
import type { ConsentFields } from '../../shared/oauth/consentRequest';
import { ConsentError } from '../../shared/oauth/consentRequest';
import type { Hub } from '../hub';
import { installQuestion } from './consentPage';
import type { InstallRequest } from './consentRequest';
import { readInstallRequest } from './consentRequest';

/** Of the two addresses, the second is the older one, which the official SDK and n8n still open. */
const PATHS = ['/v2/oauth/chooselocation', '/oauth/chooselocation'];

/** Serves the pages on which a person lets an app into a location. They are HighLevel's Marketplace's, not its API's. */
export function serveConsent(app: FastifyInstance, hub: Hub): void {
	const fieldsOf = (body: unknown) => (body ?? {}) as ConsentFields;
	serveConsentPages(app, {
		service: 'HighLevel',
		paths: PATHS,
		config: { ownControl: true, form: true },
		read: (fields) => readInstallRequest(hub.state, fields),
		question: (request) => installQuestion(request, [...hub.state.locations.values()]),
		fieldsOf,
		allow: (request, body) => {
			const { app: installed, scopes, redirectUri } = request;
			const locationId = chosenLocation(hub, request, fieldsOf(body)['location']);
			return { code: hub.oauth.authorise({ app: installed, locationId, scopes }, redirectUri.href) };
		},
	});
}

function chosenLocation(hub: Hub, { app }: InstallRequest, chosen: unknown): string | null {
	if (chosen === 'agency' && app.bulkInstallable) return null;
	const location = hub.state.locations.get(String(chosen));
	if (!location || location.paused) {
		throw new ConsentError('No location', 'Choose one of the locations that are offered.');
	}
	return location.id;
}
