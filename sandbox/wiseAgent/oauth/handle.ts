import { registeredApp } from '../../shared/oauth/apps';
import type { AppRecord } from '../records';
import type { SandboxState } from '../state';
import type { OAuthCounts } from './counts';
import type { OAuth, TokenAnswer } from './oauth';
import { SCOPES } from './scopes';

/** What a test in the same process can do about OAuth. An app is the demo app unless `clientId` names another. */
export interface OAuthHandle {
	/** All registered apps. */
	readonly apps: ReadonlyArray<Readonly<AppRecord>>;
	/** Calls of the token endpoints since the start or the last reset. */
	readonly counts: Readonly<OAuthCounts>;
	/** Tokens as if a person had clicked, without a call that counts; with all scopes unless told.
	 * @throws Error for an unknown app */
	grant(wanted?: { scopes?: readonly string[]; clientId?: string }): TokenAnswer;
	/** Ends the life of all access tokens but the demo's; refresh tokens stay. Returns how many there were. */
	expireAccessTokens(): number;
	/** Ends all tokens but the demo's, as a person does who disconnects the app. */
	disconnect(): void;
	/** Registers a domain that codes may be sent to, as support does.
	 * @throws Error for an unknown app */
	addRedirectDomain(domain: string, clientId?: string): void;
}

export function oauthHandle(state: SandboxState, oauth: OAuth): OAuthHandle {
	const appOf = (clientId: string = state.home.app.clientId) => registeredApp(state.apps, clientId);
	return {
		get apps() {
			return [...state.apps.values()];
		},
		get counts() {
			return { ...oauth.counts };
		},
		grant: ({ scopes = SCOPES, clientId } = {}) => {
			const app = appOf(clientId);
			return oauth.issue({ grantId: state.random.hex(16), clientId: app.clientId, scopes });
		},
		expireAccessTokens: () => oauth.expireAccessTokens(),
		disconnect: () => {
			for (const { token, expiresAtMs } of [...state.accessTokens.values()]) {
				if (expiresAtMs !== null) state.accessTokens.delete(token);
			}
			for (const token of [...state.refreshTokens.values()]) {
				state.refreshTokens.set(token.token, { ...token, revoked: true });
			}
		},
		addRedirectDomain: (domain, clientId) => {
			const app = appOf(clientId);
			state.apps.set(app.clientId, { ...app, redirectDomains: [...app.redirectDomains, domain] });
		},
	};
}
