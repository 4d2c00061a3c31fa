import { DEMO, SCOPES } from '../demo';
import type { SandboxState } from '../state';
import { seedAccount } from './account';
import { seedActivities } from './activities';
import { seedContacts } from './contacts';
import { seedProperties } from './properties';

/** Fills an empty state: the account with its team and lists, and unless `empty`, its contacts and what belongs to
 * them. All times are fixed, so that every sandbox begins alike. */
export function seed(state: SandboxState, empty: boolean): void {
	seedApps(state);
	seedAccount(state);
	if (empty) return;
	seedContacts(state);
	seedActivities(state);
	seedProperties(state);
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
