import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { call, locationId, start } from '../support';
import { refresh } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('controls over HTTP', () => {
	const control = (method: string, path: string, body?: unknown) =>
		call(sandbox, method, `/__sandbox${path}`, body, { token: null, version: null });

	test('grant, expire, pause and unpause', async () => {
		const { body: granted } = await control('POST', '/oauth/grant', { userType: 'Location', locationId });
		expect((await control('POST', '/oauth/pause', { locationId })).body).toEqual({
			locationId,
			paused: true,
		});
		expect((await refresh(sandbox, granted.refresh_token)).body.message).toBe('Location is not active');
		await control('POST', '/oauth/unpause', { locationId });
		expect((await control('POST', '/oauth/expire')).body).toEqual({ expired: 1 });
		expect((await refresh(sandbox, granted.refresh_token)).status).toBe(200);
	});

	test('install, uninstall, and tell where', async () => {
		const { body } = await control('POST', '/oauth/uninstall', { locationId });
		const places = (summary: typeof body) =>
			summary.installs.map((install: { locationId: string | null }) => install.locationId);
		expect(places(body)).not.toContain(locationId);
		expect(places((await control('POST', '/oauth/install', { locationId })).body)).toContain(locationId);
		expect((await control('GET', '/oauth')).body.counts).toMatchObject({ refreshes: 0 });
		expect((await control('POST', '/oauth/install', { locationId: 'nowhere' })).status).toBe(400);
	});

	test('add locations with the app or without', async () => {
		expect((await control('POST', '/locations', { count: 3 })).body).toMatchObject({ added: 3 });
		await control('POST', '/locations', { count: 2, installed: false });
		expect(sandbox.state.locations.size).toBe(7);
		expect(sandbox.oauth.installs).toHaveLength(4);
	});

	test('register a redirect URI', async () => {
		const uri = 'https://n8n.example/rest/oauth2-credential/callback';
		await control('POST', '/oauth/redirects', { uri });
		expect(sandbox.oauth.app.redirectUris).toContain(uri);
		expect((await control('POST', '/oauth/redirects', { uri: 'no address' })).status).toBe(400);
	});
});
