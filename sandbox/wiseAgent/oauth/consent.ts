import type { FastifyInstance } from 'fastify';
import { serveConsentPages } from '../../shared/oauth/consent';
import { formOf } from '../wire/form';
import type { Hub } from '../hub';
import { accessQuestion } from './consentPage';
import { readAccessRequest } from './consentRequest';

/** Serves the page on which a person lets an app into the account. */
export function serveConsent(app: FastifyInstance, hub: Hub): void {
	const { First, Last } = hub.state.home.user;
	serveConsentPages(app, {
		service: 'Wise Agent',
		paths: ['/WiseAuth/auth'],
		read: (fields) => readAccessRequest(hub.state, fields),
		question: (request) => accessQuestion(request, `${First} ${Last}`),
		fieldsOf: (body) => Object.fromEntries(formOf(body)),
		allow: ({ app: client, redirectUri, scopes, codeChallenge }, body) => {
			const chosen = formOf(body).flatMap(([name, scope]) => (name === 'allowed' ? [scope] : []));
			const granted = scopes.filter((scope) => chosen.includes(scope));
			if (granted.length === 0) return undefined;
			const consent = { app: client, scopes: granted, redirectUri: redirectUri.href, codeChallenge };
			const { code, expiresAtMs } = hub.oauth.authorise(consent);
			return { code, expires_at: new Date(expiresAtMs).toISOString(), scope: granted.join(' ') };
		},
	});
}
