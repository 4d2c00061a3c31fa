import type { ErrorObject } from 'ajv';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { badRequest, unprocessable, wrongLocation } from '../wire/errors';
import { invalidParameter, missingParameter, notInstalled } from '../oauth/errors';
import type { Issued } from '../oauth/oauth';
import { appIdOf } from '../oauth/records';
import { locationTokenBody, tokenBody } from '../schemas/oauth';
import { validationError } from '../wire/validation';
import type { ApiVersion } from '../wire/versions';
import { locationTokenAnswer, namedFor, tokenAnswer } from '../views/token';

/** Where tokens come from. Both kinds of calls take forms as well as JSON. */
export const oauthRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/oauth/token',
		scope: null,
		form: true,
		body: tokenBody,
		refuse: refuseToken,
		limitedAs: (call) => {
			const owner = call.oauth.ownerOf(sentNames(call));
			return owner && `${owner.clientId} ${owner.companyId}`;
		},
		answer: (call) => {
			const issued = token(call);
			const installs = call.state.installs.inGroup(issued.holder.companyId);
			return { ...namedFor(call.version, tokenAnswer(issued, installs)), traceId: call.traceId };
		},
	},
	locationToken('/oauth/locationToken', 'dated'),
	locationToken('/oauth/location-token', 'v3'),
];

function locationToken(path: string, version: ApiVersion): ApiRoute {
	return {
		method: 'POST',
		path,
		versions: [version],
		scope: 'oauth.write',
		audience: 'agencyOAuth',
		form: true,
		body: locationTokenBody,
		// The specifications say 200; 201 was measured.
		status: 201,
		answer: (call) => {
			const { companyId, locationId } = call.body as { companyId: string; locationId: string };
			const clientId = call.token.app ?? '';
			if (companyId !== call.token.companyId) throw wrongLocation();
			if (!call.oauth.installs.has(appIdOf(clientId), locationId)) throw notInstalled(locationId);
			const issued = call.oauth.mint({ ...call.token, clientId }, locationId);
			return { ...namedFor(version, locationTokenAnswer(issued)), traceId: call.traceId };
		},
	};
}

interface Sent {
	clientId: string;
	clientSecret: string;
	grantType: string;
	code?: string;
	refreshToken?: string;
	redirectUri?: string;
}

/** The body with the names of v3, whichever it has. */
function sentNames({ body, version }: Call): Sent {
	if (version === 'v3') return body as unknown as Sent;
	return {
		clientId: body['client_id'],
		clientSecret: body['client_secret'],
		grantType: body['grant_type'],
		code: body['code'],
		refreshToken: body['refresh_token'],
		redirectUri: body['redirect_uri'],
	} as Sent;
}

function token(call: Call): Issued {
	const { code, refreshToken, ...sent } = sentNames(call);
	if (sent.grantType === 'authorization_code') {
		if (!code) throw missing(call.version, 'code', 'code');
		return call.oauth.exchange({ ...sent, code });
	}
	if (!refreshToken) throw missing(call.version, 'refresh_token', 'refreshToken');
	return call.oauth.refresh({ ...sent, refreshToken });
}

function missing(version: ApiVersion, name: string, nameV3: string) {
	return version === 'v3'
		? missingParameter(nameV3)
		: unprocessable([`${name} should not be empty`, `${name} must be a string`]);
}

/** Dated versions refuse with a list, as reported (`grant_type must be a valid enum value`); v3 names the first
 * parameter that is wrong. */
function refuseToken(errors: readonly ErrorObject[], version: ApiVersion) {
	if (version === 'dated') return validationError(errors);
	const [first] = errors;
	const name = first?.params['missingProperty'] ?? first?.instancePath.split('/')[1];
	if (name === undefined) return badRequest('Invalid request');
	const isEmpty = first?.keyword === 'required' || first?.keyword === 'minLength';
	return isEmpty ? missingParameter(String(name)) : invalidParameter(String(name));
}
