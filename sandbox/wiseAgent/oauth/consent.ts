import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendCardPage } from '../../shared/cardPage';
import { refuseOtherOrigins } from '../../shared/origin';
import { DEMO } from '../demo';
import { formOf } from '../wire/form';
import type { Hub } from '../hub';
import { consentPage, refusalPage } from './consentPage';
import { ConsentError, readConsentRequest } from './consentRequest';

const PATH = '/WiseAuth/auth';

type Query = Record<string, unknown>;

/** Serves the page on which a person lets an app into the account. */
export function serveConsent(app: FastifyInstance, hub: Hub): void {
	app.get(PATH, (request, reply) => answer(reply, () => ask(hub, reply, request.query as Query)));
	app.post(PATH, (request, reply) => {
		refuseOtherOrigins(request);
		return answer(reply, () => decide(hub, request, reply));
	});
}

function answer(reply: FastifyReply, act: () => FastifyReply): FastifyReply {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof ConsentError)) throw error;
		return sendCardPage(reply.code(400), "'none'", (nonce) => refusalPage(error, nonce));
	}
}

function ask(hub: Hub, reply: FastifyReply, query: Query): FastifyReply {
	const request = readConsentRequest(hub.state, query);
	const { First, Last } = DEMO.user;
	// Browsers hold the policy against the redirect that follows a form, too.
	return sendCardPage(reply, `'self' ${request.redirectUri.origin}`, (nonce) =>
		consentPage(request, `${First} ${Last}`, query, nonce),
	);
}

function decide(hub: Hub, { body }: FastifyRequest, reply: FastifyReply): FastifyReply {
	const form = formOf(body);
	const sent = Object.fromEntries(form);
	const { app, redirectUri, scopes, state, codeChallenge } = readConsentRequest(hub.state, sent);
	const allowed = form.filter(([name]) => name === 'allowed').map(([, scope]) => scope);
	const granted = scopes.filter((scope) => allowed.includes(scope));
	const target = new URL(redirectUri);
	if (sent['decision'] === 'allow' && granted.length > 0) {
		const consent = { app, scopes: granted, redirectUri: redirectUri.href, codeChallenge };
		const { code, expiresAtMs } = hub.oauth.authorise(consent);
		target.searchParams.set('code', code);
		target.searchParams.set('expires_at', new Date(expiresAtMs).toISOString());
		target.searchParams.set('scope', granted.join(' '));
	} else {
		// What Wise Agent does after a refusal is not documented; this is RFC 6749's.
		target.searchParams.set('error', 'access_denied');
	}
	if (state !== undefined) target.searchParams.set('state', state);
	return reply.redirect(target.href, 303);
}
