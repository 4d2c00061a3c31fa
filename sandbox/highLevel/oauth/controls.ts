import type { FastifyInstance } from 'fastify';
import { badRequest } from '../wire/errors';
import type { Hub } from '../hub';
import { closedObject, filledText, texts } from '../../shared/jsonSchema';
import type { OAuthHandle } from './handle';
import { oauthHandle } from './handle';

const grantBody = closedObject(
	{
		userType: { type: 'string', enum: ['Location', 'Company'] },
		locationId: filledText,
		scopes: texts,
		clientId: filledText,
	},
	['userType'],
);
const whereBody = closedObject({ locationId: filledText, clientId: filledText });
const locationBody = closedObject({ locationId: filledText }, ['locationId']);
const uriBody = closedObject({ uri: { type: 'string', minLength: 1 }, clientId: filledText }, ['uri']);

/** The part of the controls that is about OAuth, under /__sandbox/oauth. */
export function serveOAuthControls(controls: FastifyInstance, hub: Hub): void {
	const config = { ownControl: true };
	const handle = oauthHandle(hub.state, hub.oauth);
	const act = <Body>(
		path: string,
		body: object,
		carryOut: (handle: OAuthHandle, sent: Body) => object,
	): void => {
		controls.post(`/oauth/${path}`, { config, schema: { body } }, (request) => {
			try {
				return carryOut(handle, request.body as Body);
			} catch (error) {
				throw badRequest((error as Error).message);
			}
		});
	};

	controls.get('/oauth', { config }, () => summary(handle));
	controls.post('/oauth/expire', { config }, () => ({ expired: handle.expireAccessTokens() }));
	act<Parameters<OAuthHandle['grant']>[0]>('grant', grantBody, ({ grant }, sent) => grant(sent));
	act<Where>('install', whereBody, ({ install }, where) => {
		install(where);
		return summary(handle);
	});
	act<Where>('uninstall', whereBody, ({ uninstall }, where) => {
		uninstall(where);
		return summary(handle);
	});
	act<{ locationId: string }>('pause', locationBody, ({ pause }, { locationId }) => {
		pause(locationId);
		return { locationId, paused: true };
	});
	act<{ locationId: string }>('unpause', locationBody, ({ unpause }, { locationId }) => {
		unpause(locationId);
		return { locationId, paused: false };
	});
	act<{ uri: string; clientId?: string }>('redirects', uriBody, ({ addRedirectUri }, { uri, clientId }) => {
		addRedirectUri(uri, clientId);
		return { apps: handle.apps };
	});
}

type Where = { locationId?: string; clientId?: string };

function summary(handle: OAuthHandle): object {
	return { apps: handle.apps, installs: handle.installs, counts: handle.counts() };
}
