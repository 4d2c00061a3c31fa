import type { FastifyInstance } from 'fastify';
import { closedObject, filledText, texts } from '../../shared/jsonSchema';
import { ControlError } from '../../shared/origin';
import type { Hub } from '../hub';
import type { OAuthHandle } from '../oauth/handle';
import { oauthHandle } from '../oauth/handle';

const grantBody = closedObject({ scopes: texts, clientId: filledText });
const domainBody = closedObject({ domain: filledText, clientId: filledText }, ['domain']);

/** The part of the controls that is about OAuth, under /__sandbox/oauth. */
export function serveOAuthControls(controls: FastifyInstance, hub: Hub): void {
	const handle = oauthHandle(hub.state, hub.oauth);
	controls.get('/oauth', () => summary(handle));
	controls.post('/oauth/expire', () => ({ expired: handle.expireAccessTokens() }));
	controls.post('/oauth/disconnect', () => {
		handle.disconnect();
		return summary(handle);
	});
	controls.post('/oauth/grant', { schema: { body: grantBody } }, (request, reply) =>
		reply.code(201).send(orRefuse(() => handle.grant(request.body as Parameters<OAuthHandle['grant']>[0]))),
	);
	controls.post('/oauth/domains', { schema: { body: domainBody } }, (request) => {
		const { domain, clientId } = request.body as { domain: string; clientId?: string };
		orRefuse(() => handle.addRedirectDomain(domain, clientId));
		return summary(handle);
	});
}

function summary({ apps, counts }: OAuthHandle): object {
	return { apps, counts };
}

function orRefuse<T>(action: () => T): T {
	try {
		return action();
	} catch (error) {
		throw new ControlError(400, (error as Error).message);
	}
}
