import { registeredApp } from '../../shared/oauth/apps';
import type { SandboxState } from '../state/state';
import type { TokenAnswer } from '../views/token';
import { tokenAnswer } from '../views/token';
import type { OAuthCounts } from './counters';
import type { OAuth } from './oauth';
import type { AppRecord, InstallRecord, UserType } from './records';

/** What a test in the same process can do about OAuth. An app is the demo app unless `clientId` names another. */
export interface OAuthHandle {
	/** The demo app, which both agencies and locations can install. */
	readonly app: Readonly<AppRecord>;
	/** All registered apps. */
	readonly apps: ReadonlyArray<Readonly<AppRecord>>;
	/** Where apps are installed, latest first. */
	readonly installs: ReadonlyArray<Readonly<InstallRecord>>;
	/** Tokens as if a person had clicked, without a call that counts. A location unless told is the demo location. */
	grant(wanted: {
		userType: UserType;
		locationId?: string;
		scopes?: readonly string[];
		clientId?: string;
	}): TokenAnswer;
	/** Installs an app as its consent page does; without a location, on the whole agency. */
	install(where?: { locationId?: string; clientId?: string }): void;
	/** Takes an app away with its tokens; without a location, from the whole agency. */
	uninstall(where?: { locationId?: string; clientId?: string }): void;
	/** Ends the life of all access tokens; refresh tokens stay. Returns how many there were. */
	expireAccessTokens(): number;
	/** A paused location gets no tokens: 400 `Location is not active`. */
	pause(locationId: string): void;
	unpause(locationId: string): void;
	/** Calls of the token endpoints, of one location or company or of all. */
	counts(resourceId?: string): OAuthCounts;
	/** Registers a redirect URI, as in the developer portal. */
	addRedirectUri(uri: string, clientId?: string): void;
}

/** All of them throw an Error for an app or a location that does not exist. */
export function oauthHandle(state: SandboxState, oauth: OAuth): OAuthHandle {
	const { home } = state;
	const appOf = (clientId: string = home.app.clientId) => registeredApp(state.apps, clientId);
	return {
		get app() {
			return appOf();
		},
		get apps() {
			return [...state.apps.values()];
		},
		get installs() {
			return state.installs.lastChanged(state.installs.size);
		},
		grant: ({ userType, locationId, scopes, clientId }) => {
			const app = appOf(clientId);
			const holder = oauth.installs.add({
				app,
				locationId: userType === 'Company' ? null : (locationId ?? home.locationId),
				scopes: scopes ?? app.scopes,
			});
			return tokenAnswer(oauth.issue(holder), state.installs.inGroup(holder.companyId));
		},
		install: ({ locationId = null, clientId } = {}) => {
			const app = appOf(clientId);
			oauth.installs.add({ app, locationId, scopes: app.scopes });
		},
		uninstall: ({ locationId = null, clientId } = {}) => oauth.installs.remove(appOf(clientId), locationId),
		expireAccessTokens: () => oauth.expireAccessTokens(),
		pause: (locationId) => oauth.pause(locationId),
		unpause: (locationId) => oauth.pause(locationId, false),
		counts: (resourceId) => oauth.counts(resourceId),
		addRedirectUri: (uri, clientId) => {
			const app = appOf(clientId);
			state.apps.set(app.clientId, { ...app, redirectUris: [...app.redirectUris, new URL(uri).href] });
		},
	};
}
