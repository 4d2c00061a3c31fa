import { DEMO } from '../demo';
import { SCOPES } from '../oauth/scopes';
import type { SandboxState, SeedData } from '../state';
import { seedAccount } from './account';
import { seedActivities } from './activities';
import { seedContacts } from './contacts';
import { addContacts } from './many';
import { seedProperties } from './properties';

const home = { ...DEMO, constants: DEMO };

/** The account with its team and lists, and its contacts with what belongs to them. All times are fixed, so that every
 * sandbox begins alike. */
export const demoSeed: SeedData = {
	home,
	fill: (state) => {
		fillAccount(state);
		seedContacts(state);
		seedActivities(state);
		seedProperties(state);
	},
	addContacts,
};

/** The same account without contacts. */
export const emptySeed: SeedData = { home, fill: fillAccount, addContacts };

function fillAccount(state: SandboxState): void {
	seedApps(state);
	seedAccount(state);
}

function seedApps(state: SandboxState): void {
	const scopes = [...SCOPES];
	const redirectDomains = ['localhost', '127.0.0.1'];
	const { app, publicApp, accessToken } = DEMO;
	state.apps.set(app.clientId, { ...app, name: 'Demo sync app', scopes, redirectDomains });
	state.apps.set(publicApp.clientId, {
		...publicApp,
		clientSecret: null,
		name: 'Public demo app',
		scopes,
		redirectDomains,
	});
	state.accessTokens.set(accessToken, {
		token: accessToken,
		grantId: 'demo',
		clientId: app.clientId,
		scopes,
		expiresAtMs: null,
	});
}
