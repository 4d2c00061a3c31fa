import { createHash } from 'node:crypto';
import type { SandboxSettings } from '../options';
import type { AppRecord, AccessTokenRecord, CodeRecord, RefreshTokenRecord } from '../records';
import { oauthError, tokenExpired, unknownClient } from '../wire/refusal';
import type { SandboxState } from '../state';
import type { OAuthCounts } from './counts';
import { NO_COUNTS } from './counts';

/** How long a code can be exchanged. Not documented; ten minutes is the longest that RFC 6749 advises. */
const CODE_LIFETIME_MS = 600_000;
const TOKEN_LENGTH = 64;

/** The answer of the token endpoint: no `expires_in` and no `token_type`. Source: official API page. */
export interface TokenAnswer {
	access_token: string;
	/** ISO 8601, UTC. */
	expires_at: string;
	refresh_token: string;
}

type Grant = Pick<CodeRecord, 'grantId' | 'clientId' | 'scopes'>;

/** How an app says who it is; undefined where it does not. */
export interface ClientCredentials {
	clientId?: string;
	clientSecret?: string;
}

/** The authorization server: codes and tokens for what people consented to. */
export class OAuth {
	counts: OAuthCounts = { ...NO_COUNTS };

	constructor(
		private readonly state: SandboxState,
		private readonly settings: SandboxSettings,
	) {}

	/** A code for what a person consented to, to be exchanged once. */
	authorise(consent: {
		app: Readonly<AppRecord>;
		scopes: readonly string[];
		redirectUri: string;
		codeChallenge: string | null;
	}): Readonly<CodeRecord> {
		const code: CodeRecord = {
			grantId: this.state.random.hex(16),
			clientId: consent.app.clientId,
			scopes: consent.scopes,
			redirectUri: consent.redirectUri,
			codeChallenge: consent.codeChallenge,
			code: this.state.random.hex(40),
			expiresAtMs: Date.now() + CODE_LIFETIME_MS,
		};
		this.state.codes.set(code.code, code);
		return code;
	}

	/** Tokens for a code.
	 * @throws Refusal 401 for a client that does not exist, 400 for everything else that does not fit */
	exchange(
		given: ClientCredentials & { code: string; redirectUri?: string; codeVerifier?: string },
	): TokenAnswer {
		const app = this.identify(given);
		const code = this.state.codes.get(given.code);
		if (!code || code.expiresAtMs <= Date.now() || code.clientId !== app.clientId) {
			throw invalidGrant('The authorization code is invalid or has expired');
		}
		if (given.redirectUri !== undefined && given.redirectUri !== code.redirectUri) {
			throw invalidGrant('The redirect_uri does not match');
		}
		checkVerifier(code, given.codeVerifier);
		this.state.codes.delete(code.code);
		this.counts.exchanges += 1;
		return this.issue(code);
	}

	/** New tokens for a refresh token, which ends its life unless the settings say otherwise.
	 * @throws Refusal 401 for a client that does not exist, 400 for a token that is unknown or has ended */
	refresh(given: ClientCredentials & { refreshToken: string }): TokenAnswer {
		const isNamed = given.clientId !== undefined || this.settings.refreshNeedsClient;
		const app = isNamed ? this.identify(given) : undefined;
		const token = this.state.refreshTokens.get(given.refreshToken);
		if (!token || !this.isUsable(token) || (app && app.clientId !== token.clientId)) {
			this.counts.refusedRefreshes += 1;
			throw invalidGrant('The refresh token is invalid or has expired');
		}
		this.counts.refreshes += 1;
		if (!this.settings.rotateRefreshTokens) return this.issue(token, token.token);
		this.state.refreshTokens.set(token.token, { ...token, usedAtMs: token.usedAtMs ?? Date.now() });
		return this.issue(token);
	}

	/** Ends a token. An access token ends at once; without its refresh token, an app keeps the access it has. */
	revoke(token: string): void {
		const refreshToken = this.state.refreshTokens.get(token);
		if (refreshToken) this.state.refreshTokens.set(token, { ...refreshToken, revoked: true });
		this.state.accessTokens.delete(token);
		this.counts.revocations += 1;
	}

	/** The access token of an `Authorization` header; undefined where there is no bearer at all.
	 * @throws Refusal 401 for one that is unknown or has expired */
	authenticate(authorization: string | undefined): Readonly<AccessTokenRecord> | undefined {
		const bearer = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
		if (bearer === undefined) return undefined;
		const token = this.state.accessTokens.get(bearer);
		if (!token) throw unknownClient();
		if (token.expiresAtMs !== null && token.expiresAtMs <= Date.now()) throw tokenExpired();
		return token;
	}

	/** Tokens for a consent that was given.
	 * @param kept a refresh token that stays */
	issue({ grantId, clientId, scopes }: Grant, kept?: string): TokenAnswer {
		const { random, accessTokens, refreshTokens } = this.state;
		const expiresAtMs = Date.now() + this.settings.accessTokenLifetimeS * 1000;
		const accessToken = random.id(TOKEN_LENGTH);
		accessTokens.set(accessToken, { token: accessToken, grantId, clientId, scopes, expiresAtMs });
		const refreshToken = kept ?? random.id(TOKEN_LENGTH);
		if (kept === undefined) {
			const fresh = { token: refreshToken, grantId, clientId, scopes, usedAtMs: null, revoked: false };
			refreshTokens.set(refreshToken, fresh);
		}
		return {
			access_token: accessToken,
			expires_at: new Date(expiresAtMs).toISOString(),
			refresh_token: refreshToken,
		};
	}

	/** Ends the life of all access tokens that have an end; refresh tokens stay.
	 * @returns how many there were */
	expireAccessTokens(): number {
		const nowMs = Date.now();
		const open = [...this.state.accessTokens.values()].filter(
			({ expiresAtMs }) => expiresAtMs !== null && expiresAtMs > nowMs,
		);
		for (const token of open) this.state.accessTokens.set(token.token, { ...token, expiresAtMs: nowMs });
		return open.length;
	}

	private isUsable({ usedAtMs, revoked }: Readonly<RefreshTokenRecord>): boolean {
		const isFresh = usedAtMs === null || Date.now() < usedAtMs + this.settings.refreshGraceMs;
		return !revoked && isFresh;
	}

	/** An app that has no secret is known by its id alone: its codes are bound to it by PKCE. */
	private identify({ clientId, clientSecret }: ClientCredentials): Readonly<AppRecord> {
		const app = this.state.apps.get(clientId ?? '');
		if (!app || (app.clientSecret !== null && app.clientSecret !== clientSecret)) throw unknownClient();
		return app;
	}
}

const invalidGrant = (description: string) => oauthError(400, 'invalid_grant', description);

function checkVerifier({ codeChallenge }: Readonly<CodeRecord>, verifier: string | undefined): void {
	if (codeChallenge === null) return;
	const digest = createHash('sha256')
		.update(verifier ?? '')
		.digest('base64url');
	if (verifier === undefined || digest !== codeChallenge) {
		throw invalidGrant('The code_verifier does not match');
	}
}
