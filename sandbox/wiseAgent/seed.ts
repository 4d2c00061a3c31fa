import { DEMO, SCOPES } from './demo';
import type { SandboxState } from './state';

/** Fills an empty state: the account with its team and lists, and unless `empty`, its contacts. */
export function seed(state: SandboxState, _empty: boolean): void {
	seedApps(state);
	for (const name of [...Object.values(DEMO.categories), 'Newsletter', 'Investor']) {
		const id = state.newId('category');
		state.categories.set(String(id), { id, name });
	}
	for (const Name of Object.values(DEMO.sources)) {
		const ID = state.newId('source');
		state.sources.set(String(ID), { ID, Name });
	}
}

function seedApps(state: SandboxState): void {
	const scopes = [...SCOPES];
	const redirectDomains = ['localhost', '127.0.0.1'];
	state.apps.set(DEMO.app.clientId, { ...DEMO.app, name: 'Demo sync app', scopes, redirectDomains });
	const { clientId } = DEMO.publicApp;
	state.apps.set(clientId, {
		clientId,
		clientSecret: null,
		name: 'Public demo app',
		scopes,
		redirectDomains,
	});
	state.accessTokens.set(DEMO.accessToken, {
		token: DEMO.accessToken,
		grantId: 'demo',
		clientId: DEMO.app.clientId,
		scopes,
		expiresAtMs: null,
	});
}
