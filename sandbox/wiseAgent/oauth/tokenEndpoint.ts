import type { FastifyInstance, FastifyRequest } from 'fastify';
import { withoutSecrets } from '../../shared/requestLog';
import { formOf } from '../wire/form';
import type { Hub } from '../hub';
import { oauthError } from '../wire/refusal';
import { respond } from '../wire/respond';
import type { ClientCredentials, TokenAnswer } from './oauth';

type Fields = Readonly<Record<string, string | undefined>>;

/** Serves the endpoints that apps call. Both take JSON and forms. */
export function serveTokens(app: FastifyInstance, hub: Hub): void {
	app.post('/WiseAuth/token', (request, reply) => {
		const fields = fieldsOf(request);
		return respond(hub, request, reply, { body: withoutSecrets(fields) }, () =>
			token(hub, request.headers.authorization, fields),
		);
	});
	app.post('/WiseAuth/revoke', (request, reply) => {
		const fields = fieldsOf(request);
		return respond(hub, request, reply, { body: withoutSecrets(fields) }, () => {
			if (!fields['token']) throw invalidRequest('token');
			hub.oauth.revoke(fields['token']);
			// The answer is not documented; RFC 7009 asks for no more than the status.
			return {};
		});
	});
}

function fieldsOf({ body }: FastifyRequest): Fields {
	const entries = Array.isArray(body) ? formOf(body) : Object.entries((body ?? {}) as object);
	return Object.fromEntries(
		entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
	);
}

function token({ oauth }: Hub, authorization: string | undefined, fields: Fields): TokenAnswer {
	const client = clientOf(authorization, fields);
	const { code, refresh_token: refreshToken } = fields;
	const { redirect_uri: redirectUri, code_verifier: codeVerifier } = fields;
	switch (fields['grant_type']) {
		case 'authorization_code':
			if (!code) throw invalidRequest('code');
			return oauth.exchange({
				...client,
				code,
				...(redirectUri ? { redirectUri } : {}),
				...(codeVerifier ? { codeVerifier } : {}),
			});
		case 'refresh_token':
			if (!refreshToken) throw invalidRequest('refresh_token');
			return oauth.refresh({ ...client, refreshToken });
		default:
			throw oauthError(400, 'unsupported_grant_type', 'The grant_type is not supported');
	}
}

/** The body's credentials, or those of a Basic header. */
function clientOf(authorization: string | undefined, fields: Fields): ClientCredentials {
	const { client_id: clientId, client_secret: clientSecret } = fields;
	const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
	if (clientId === undefined && basic !== undefined) {
		const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
		return { clientId: plain(id), clientSecret: plain(secret.join(':')) };
	}
	return { ...(clientId ? { clientId } : {}), ...(clientSecret ? { clientSecret } : {}) };
}

/** RFC 6749 has the parts of a Basic header encoded like those of a form; the official page does not mention it. */
function plain(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

const invalidRequest = (name: string) => oauthError(400, 'invalid_request', `Missing ${name}`);
