import { createHmac } from 'node:crypto';
import type { Holder } from './records';
import { appIdOf, userTypeOf } from './records';

/** Protects nothing: the sandbox knows its tokens by heart, and the signature only makes them look like real ones. */
const KEY = 'sandbox access tokens';

/**
 * An access token in the form of HighLevel's.
 * @param id makes two tokens of the same second differ
 * Source for the keys of the payload: a third party's measurements.
 */
export function accessTokenFor(holder: Holder, id: string, issuedAtMs: number, expiresAtMs: number): string {
	const authClassId = holder.locationId ?? holder.companyId;
	const payload = {
		authClass: userTypeOf(holder),
		authClassId,
		source: 'INTEGRATION',
		sourceId: holder.clientId,
		channel: 'OAUTH',
		primaryAuthClassId: authClassId,
		oauthMeta: { scopes: holder.scopes, client: appIdOf(holder.clientId) },
		iat: Math.floor(issuedAtMs / 1000),
		exp: Math.floor(expiresAtMs / 1000),
		jti: id,
	};
	const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
	return `${signed}.${createHmac('sha256', KEY).update(signed).digest('base64url')}`;
}

function encode(part: object): string {
	return Buffer.from(JSON.stringify(part)).toString('base64url');
}
