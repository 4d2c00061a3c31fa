import type { ApiRoute } from './apiRoute';
import { authClassRefused, invalidToken, scopeMissing, userTypeMismatch, wrongLocation } from './errors';
import type { TokenRecord } from '../state/records';
import type { SandboxState } from '../state/state';

/** The token of an `Authorization` header.
 * @throws ApiError 401 when it is missing, malformed, unknown or expired */
export function authenticate(state: SandboxState, authorization: string | undefined): Readonly<TokenRecord> {
	const match = /^Bearer\s+(\S+)$/i.exec(authorization ?? '');
	const token = match?.[1] === undefined ? undefined : state.tokens.get(match[1]);
	if (!token) throw invalidToken();
	if (token.expiresAtMs !== undefined && token.expiresAtMs <= Date.now()) {
		state.tokens.delete(token.token);
		throw invalidToken();
	}
	return token;
}

/** The requests of an app's tokens count together, per location (or company, for agency tokens).
 * Source: official page on rate limits. */
export function rateLimitKey(token: Readonly<TokenRecord>): string {
	return `${token.app ?? token.token} ${token.locationId ?? token.companyId}`;
}

/** @throws ApiError 401 when the token's level or its scopes do not reach the route */
export function authorise(token: Readonly<TokenRecord>, route: ApiRoute): void {
	if (route.audience === 'agencyOAuth') {
		if (token.kind === 'pit') throw scopeMissing();
		if (token.level !== 'agency') throw authClassRefused();
	} else if (route.audience === 'agency') {
		// How the token of a location is refused here is not documented; it is refused as an agency's is elsewhere.
		if (token.level !== 'agency') throw token.kind === 'oauth' ? authClassRefused() : scopeMissing();
	} else if (token.level === 'agency' && route.audience !== 'any') {
		if (token.kind === 'oauth') throw authClassRefused();
		throw route.path.startsWith('/users/') ? userTypeMismatch() : scopeMissing();
	}
	if (route.scope === null || !token.scopes.includes(route.scope)) throw scopeMissing();
}

/** The second is that of one search under the dated versions. */
const LOCATION_NAMES = ['locationId', 'location_id'] as const;

/** Where a request names its location, in the order in which it is looked for. */
export function requestedLocation(parts: {
	params: unknown;
	query: unknown;
	body: unknown;
}): string | undefined {
	for (const part of [parts.params, parts.query, parts.body]) {
		for (const name of LOCATION_NAMES) {
			const locationId = (part as Record<string, unknown> | null | undefined)?.[name];
			if (typeof locationId === 'string' && locationId !== '') return locationId;
		}
	}
	return undefined;
}

/** @throws ApiError 403 when the request is for a location that the token does not open, or when it must name one
 * and does not */
export function checkLocation(
	state: SandboxState,
	token: Readonly<TokenRecord>,
	route: ApiRoute,
	locationId: string | undefined,
): void {
	if (locationId === undefined) {
		if (route.locationInQuery) throw wrongLocation();
		return;
	}
	const opens =
		token.level === 'agency'
			? state.locations.get(locationId)?.companyId === token.companyId
			: locationId === token.locationId;
	if (!opens) throw wrongLocation();
}
