import type { FastifyContextConfig, FastifyInstance, FastifyReply } from 'fastify';
import { sendCardPage } from '../cardPage';
import { refuseOtherOrigins } from '../origin';
import type { ConsentQuestion } from './consentPage';
import { consentPage, refusalPage } from './consentPage';
import type { ConsentFields, ConsentRequest } from './consentRequest';
import { ConsentError } from './consentRequest';

/** How a service lets a person let an app in. */
export interface Consent<Request extends ConsentRequest> {
	/** As people know it. */
	service: string;
	paths: readonly string[];
	config?: FastifyContextConfig;
	/** @throws ConsentError for a request that is not put to the person */
	read(fields: ConsentFields): Request;
	question(request: Request): ConsentQuestion;
	/** The fields of a form that was sent. */
	fieldsOf(body: unknown): ConsentFields;
	/** What the app is told once the person has allowed it, by parameter of the redirect URI; undefined where nothing
	 * was allowed.
	 * @throws ConsentError for a choice that was not offered */
	allow(request: Request, body: unknown): Record<string, string> | undefined;
}

/** Serves the pages on which a person lets an app in. */
export function serveConsentPages<Request extends ConsentRequest>(
	app: FastifyInstance,
	consent: Consent<Request>,
): void {
	const { config = {} } = consent;
	const note = `${consent.service} sandbox: nothing leaves this machine.`;
	const answer = (reply: FastifyReply, act: () => FastifyReply): FastifyReply => {
		try {
			return act();
		} catch (error) {
			if (!(error instanceof ConsentError)) throw error;
			return sendCardPage(reply.code(error.statusCode), "'none'", (nonce) => refusalPage(error, nonce, note));
		}
	};
	for (const path of consent.paths) {
		app.get(path, { config }, ({ query }, reply) =>
			answer(reply, () => {
				const fields = query as ConsentFields;
				const request = consent.read(fields);
				// Browsers hold the policy against the redirect that follows a form, too.
				return sendCardPage(reply, `'self' ${request.redirectUri.origin}`, (nonce) =>
					consentPage(consent.question(request), fields, nonce, note),
				);
			}),
		);
		app.post(path, { config }, (request, reply) => {
			refuseOtherOrigins(request);
			return answer(reply, () => reply.redirect(decided(consent, request.body), 303));
		});
	}
}

/** Where the browser goes with the person's decision. */
function decided<Request extends ConsentRequest>(consent: Consent<Request>, body: unknown): string {
	const fields = consent.fieldsOf(body);
	const request = consent.read(fields);
	const target = new URL(request.redirectUri);
	const allowed = fields['decision'] === 'allow' ? consent.allow(request, body) : undefined;
	// What the services do after a refusal is not documented; this is RFC 6749's.
	const told = { ...(allowed ?? { error: 'access_denied' }), state: request.state };
	for (const [name, value] of Object.entries(told)) {
		if (value !== undefined) target.searchParams.set(name, value);
	}
	return target.href;
}
