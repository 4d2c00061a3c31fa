import { isObject } from '../../../core/values/objects';

/** A private integration's token is a random text. One of OAuth2 is a JSON Web Token: it may have the times in it. */
export type TokenAge =
	| { kind: 'privateIntegration' }
	| {
			kind: 'oAuth2';
			/** ms since 1970, as both of the times. */
			issuedAt?: number;
			expiresAt?: number;
	  };

/** The times in an access token of OAuth2; nothing else of it is read. */
export function ageOfOAuth2(accessToken: string): TokenAge {
	const { iat, exp } = payloadOf(accessToken);
	return { kind: 'oAuth2', issuedAt: inMs(iat), expiresAt: inMs(exp) };
}

function payloadOf(token: string): Record<string, unknown> {
	try {
		const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
		return isObject(payload) ? payload : {};
	} catch {
		return {};
	}
}

/** No later than the year 2100, so that a number in another unit is not taken for a time. */
const LATEST_S = 4_102_444_800;

function inMs(seconds: unknown): number | undefined {
	const isTime = typeof seconds === 'number' && seconds > 0 && seconds < LATEST_S;
	return isTime ? seconds * 1_000 : undefined;
}
