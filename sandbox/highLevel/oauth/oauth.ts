import type { SandboxSettings } from '../options';
import type { SandboxState } from '../state/state';
import type { OAuthCounts } from './counters';
import { OAuthCounters } from './counters';
import {
	codeNotFound,
	invalidParameter,
	invalidRefreshToken,
	locationNotActive,
	wrongClient,
} from './errors';
import type { Consent } from './installs';
import { Installs } from './installs';
import { accessTokenFor } from './jwt';
import type { CodeRecord, Holder, RefreshTokenRecord } from './records';

/** How long an authorization code can be exchanged. Not documented; ten minutes is the longest that RFC 6749 advises. */
const CODE_LIFETIME_MS = 600_000;
/** Source: official page on OAuth 2.0, "one year or until used". */
const REFRESH_TOKEN_LIFETIME_MS = 365 * 86_400_000;
const REFRESH_TOKEN_LENGTH = 64;

/** A pair of tokens, and whom they speak for. */
export interface Issued {
	holder: Holder;
	accessToken: string;
	refreshToken: string;
	refreshTokenId: string;
	expiresInS: number;
}

/** The authorization server: codes and tokens for what people consented to. */
export class OAuth {
	readonly installs: Installs;
	private readonly counters = new OAuthCounters();

	constructor(
		private readonly state: SandboxState,
		private readonly settings: SandboxSettings,
	) {
		this.installs = new Installs(state);
	}

	/** Calls of the token endpoints so far, of one location or company or of all. */
	counts(resourceId?: string): OAuthCounts {
		return this.counters.of(resourceId);
	}

	/** A code for what a person consented to, to be exchanged once. */
	authorise(consent: Consent, redirectUri: string): string {
		const code = this.state.random.hex(40);
		const expiresAtMs = Date.now() + CODE_LIFETIME_MS;
		this.state.codes.set(code, { ...this.installs.add(consent), code, redirectUri, expiresAtMs });
		return code;
	}

	/**
	 * Tokens for a code.
	 * @param given `redirectUri` is compared where it is sent
	 * @throws ApiError 401 for a code or a client that does not exist (the code is looked at first, as measured),
	 *   400 for another redirect URI or a paused location
	 */
	exchange(given: { code: string; clientId: string; clientSecret: string; redirectUri?: string }): Issued {
		const code = this.findCode(given.code);
		if (!code) throw codeNotFound();
		this.checkClient(given, code);
		if (given.redirectUri !== undefined && given.redirectUri !== code.redirectUri) {
			throw invalidParameter('redirectUri');
		}
		this.checkActive(code);
		this.state.codes.delete(code.code);
		this.counters.count(code, 'exchanges');
		return this.issue(code);
	}

	/**
	 * New tokens for a refresh token, which ends its life. A paused location does not use it up.
	 * @throws ApiError 400 for a token that is unknown, expired or used up, and for a paused location; 401 for a
	 *   client that is not the token's
	 */
	refresh(given: { refreshToken: string; clientId: string; clientSecret: string }): Issued {
		const token = this.state.refreshTokens.get(given.refreshToken);
		if (!token || !this.isUsable(token)) {
			if (token) this.counters.count(token, 'refusedRefreshes');
			throw invalidRefreshToken();
		}
		this.checkClient(given, token);
		this.checkActive(token);
		this.state.refreshTokens.set(token.token, { ...token, usedAtMs: token.usedAtMs ?? Date.now() });
		this.counters.count(token, 'refreshes');
		return this.issue(token);
	}

	/** Tokens of a location for an agency that has the app installed there.
	 * @throws ApiError 400 for a paused location */
	mint(agency: Pick<Holder, 'clientId' | 'companyId' | 'scopes'>, locationId: string): Issued {
		const holder: Holder = {
			...agency,
			locationId,
			// Source: measured; the agency's own two scopes are granted on top.
			scopes: [...new Set([...agency.scopes, 'oauth.readonly', 'oauth.write'])],
			userId: this.installs.personOf(locationId),
		};
		this.checkActive(holder);
		this.counters.count(holder, 'locationTokens');
		return this.issue(holder);
	}

	/** Tokens for whom `holder` names. */
	issue(holder: Holder): Issued {
		const { clientId, companyId, locationId, scopes, userId } = holder;
		const owner = { clientId, companyId, locationId, scopes, userId };
		const { random, tokens, refreshTokens } = this.state;
		const nowMs = Date.now();
		const expiresInS = this.settings.accessTokenLifetimeS;
		const expiresAtMs = nowMs + expiresInS * 1000;
		const accessToken = accessTokenFor(owner, random.hex(24), nowMs, expiresAtMs);
		const level = locationId === null ? ('agency' as const) : ('location' as const);
		tokens.set(accessToken, {
			token: accessToken,
			kind: 'oauth',
			level,
			companyId,
			locationId,
			scopes,
			app: clientId,
			expiresAtMs,
		});
		const refreshToken = random.id(REFRESH_TOKEN_LENGTH);
		const refreshTokenId = random.hex(24);
		refreshTokens.set(refreshToken, {
			...owner,
			token: refreshToken,
			id: refreshTokenId,
			expiresAtMs: nowMs + REFRESH_TOKEN_LIFETIME_MS,
			usedAtMs: null,
		});
		return { holder: owner, accessToken, refreshToken, refreshTokenId, expiresInS };
	}

	/** Ends the life of all OAuth access tokens; refresh tokens stay.
	 * @returns how many there were */
	expireAccessTokens(): number {
		const { tokens } = this.state;
		const expired = [...tokens.values()].filter(({ kind }) => kind === 'oauth');
		for (const { token } of expired) tokens.delete(token);
		return expired.length;
	}

	/** Pauses a location as its agency or an unpaid bill does: no tokens are issued for it until it is unpaused.
	 * @throws Error when there is no such location */
	pause(locationId: string, paused = true): void {
		const location = this.state.locations.get(locationId);
		if (!location) throw new Error(`The sandbox has no location ${locationId}`);
		this.state.locations.set(locationId, { ...location, paused });
	}

	/** Whose limit a call of the token endpoint counts against; undefined for a code or token that does not exist. */
	ownerOf(given: { code?: unknown; refreshToken?: unknown }): Readonly<Holder> | undefined {
		return (
			this.findCode(String(given.code)) ??
			this.state.refreshTokens.get(String(given.refreshToken)) ??
			undefined
		);
	}

	clear(): void {
		this.counters.clear();
	}

	private findCode(code: string): Readonly<CodeRecord> | undefined {
		const found = this.state.codes.get(code);
		if (found && found.expiresAtMs <= Date.now()) this.state.codes.delete(code);
		return this.state.codes.get(code);
	}

	private isUsable({ expiresAtMs, usedAtMs }: Readonly<RefreshTokenRecord>): boolean {
		const nowMs = Date.now();
		return nowMs < expiresAtMs && (usedAtMs === null || nowMs < usedAtMs + this.settings.refreshGraceMs);
	}

	private checkClient(given: { clientId: string; clientSecret: string }, { clientId }: Holder): void {
		const app = this.state.apps.get(given.clientId);
		if (given.clientId !== clientId || app?.clientSecret !== given.clientSecret) throw wrongClient();
	}

	private checkActive({ locationId }: Holder): void {
		if (locationId !== null && this.state.locations.get(locationId)?.paused) throw locationNotActive();
	}
}
