import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, locationId, start } from '../support';
import { consentUrl, decide, REDIRECT_URI, requestToken } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const read = async (url: string) => {
	const response = await fetch(url);
	return { status: response.status, headers: response.headers, html: await response.text() };
};
const exchange = (code: string) => requestToken(sandbox, { grant_type: 'authorization_code', code });

describe('the consent page', () => {
	test.each(['/v2/oauth/chooselocation', '/oauth/chooselocation'])(
		'at %s names the app, its scopes and the locations',
		async (path) => {
			const { status, html } = await read(consentUrl(sandbox, {}, path));
			expect(status).toBe(200);
			for (const text of ['Demo sync app', 'contacts.readonly', 'contacts.write', 'Harborview Realty']) {
				expect(html).toContain(text);
			}
			expect(html).not.toContain(DEMO.app.clientSecret);
		},
	);

	test('may load nothing, and leads nowhere but to itself and the app', async () => {
		const { headers, html } = await read(consentUrl(sandbox));
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("form-action 'self' http://localhost:5678");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(html).not.toContain('<script');
	});

	test('has a label for every choice', async () => {
		const { html } = await read(consentUrl(sandbox));
		const ids = [...html.matchAll(/type="radio"[^>]* id="([^"]+)"/g)].map(([, id]) => id);
		expect(ids).toEqual(['location-agency', `location-${locationId}`, `location-${DEMO.otherLocationId}`]);
		for (const id of ids) expect(html).toContain(`<label for="${id}">`);
	});

	test('shows what came in the address as text, never as markup', async () => {
		const { html } = await read(consentUrl(sandbox, { state: '"><script>alert(1)</script>' }));
		expect(html).not.toContain('<script');
		const refused = await read(consentUrl(sandbox, { scope: '<img/src=x>' }));
		expect(refused.html).toContain('&lt;img/src=x&gt;');
		expect(refused.html).not.toContain('<img');
	});

	test('is no request to the API', async () => {
		await read(consentUrl(sandbox));
		expect(sandbox.requests).toEqual([]);
	});

	test.each([
		[
			'an unknown client',
			{ client_id: 'ffffffffffffffffffffffff-nobody00' },
			404,
			'No integration found with the id: ffffffffffffffffffffffff',
		],
		['no client', { client_id: undefined }, 404, 'No integration found'],
		['a private app without its version', { client_id: DEMO.privateApp.clientId }, 400, 'error.noversionid'],
		['another version', { version_id: '0123456789abcdef01234567' }, 404, 'No integration found'],
		['another response type', { response_type: 'token' }, 400, 'response_type'],
		[
			'an unregistered redirect URI',
			{ redirect_uri: 'https://elsewhere.example/callback' },
			400,
			'Invalid redirect URI',
		],
		[
			'another path on this machine',
			{ redirect_uri: 'http://localhost:5678/other' },
			400,
			'Invalid redirect URI',
		],
		['no redirect URI', { redirect_uri: undefined }, 400, 'Invalid redirect URI'],
		[
			'a scope that the app does not have',
			{ scope: 'contacts.readonly payments/orders.readonly' },
			400,
			'payments/orders.readonly',
		],
		['no scope', { scope: undefined }, 400, 'No scopes'],
	])('refuses %s, and says so instead of redirecting', async (_case, parameters, expected, text) => {
		const { status, html } = await read(consentUrl(sandbox, parameters));
		expect(status).toBe(expected);
		expect(html).toContain(text);
		expect(html).not.toContain('id="allow"');
	});

	test('opens for a private app with its version, but not for its whole agency', async () => {
		const { clientId, id } = DEMO.privateApp;
		const url = consentUrl(sandbox, { client_id: clientId, version_id: id, loginWindowOpenMode: 'self' });
		const { status, html } = await read(url);
		expect(status).toBe(200);
		expect(html).not.toContain('location-agency');
		await expect(decide(sandbox, url, { decision: 'allow', location: 'agency' })).rejects.toThrow(
			/^Error: 400|400/,
		);
	});

	test('opens for a redirect URI that was registered since', async () => {
		const uri = 'https://n8n.example/rest/oauth2-credential/callback';
		expect((await read(consentUrl(sandbox, { redirect_uri: uri }))).status).toBe(400);
		sandbox.oauth.addRedirectUri(uri);
		expect((await read(consentUrl(sandbox, { redirect_uri: uri }))).status).toBe(200);
	});
});

describe('deciding', () => {
	test('Allow leads back with a code for the chosen location, and the state as it was', async () => {
		const state = 'a b&c="d"';
		const target = await decide(sandbox, consentUrl(sandbox, { state }), {
			decision: 'allow',
			location: DEMO.otherLocationId,
		});
		expect(target.origin + target.pathname).toBe(REDIRECT_URI);
		expect(target.searchParams.get('state')).toBe(state);
		const { status, body } = await exchange(target.searchParams.get('code') ?? '');
		expect(status).toBe(200);
		expect(body).toMatchObject({
			userType: 'Location',
			locationId: DEMO.otherLocationId,
			scope: 'contacts.readonly contacts.write',
		});
		expect(sandbox.oauth.installs[0]).toMatchObject({ appId: DEMO.app.id, locationId: DEMO.otherLocationId });
	});

	test('Allow for the whole agency gives a token of the company', async () => {
		const target = await decide(sandbox, consentUrl(sandbox), { decision: 'allow', location: 'agency' });
		const { body } = await exchange(target.searchParams.get('code') ?? '');
		expect(body).toMatchObject({ userType: 'Company', companyId: DEMO.companyId, isBulkInstallation: true });
		expect(body.locationId).toBeUndefined();
		expect([...body.approvedLocations].sort()).toEqual([locationId, DEMO.otherLocationId].sort());
	});

	test('Cancel leads back without a code, and installs nothing', async () => {
		const target = await decide(sandbox, consentUrl(sandbox), { decision: 'cancel' });
		expect(Object.fromEntries(target.searchParams)).toEqual({ error: 'access_denied', state: 'state-1' });
		expect(sandbox.oauth.installs).toHaveLength(1);
	});

	test.each([[{ decision: 'allow' }], [{ decision: 'allow', location: 'nowhere' }]])(
		'%j is refused, because a location is needed',
		async (fields) => {
			await expect(decide(sandbox, consentUrl(sandbox), fields)).rejects.toThrow(/400[^]*No location/);
		},
	);

	test('a paused location cannot be chosen', async () => {
		sandbox.oauth.pause(locationId);
		expect((await read(consentUrl(sandbox))).html).toMatch(
			new RegExp(`id="location-${locationId}"[^>]* disabled`),
		);
		await expect(decide(sandbox, consentUrl(sandbox))).rejects.toThrow(/400/);
	});

	test('is checked again: a form made up elsewhere cannot name another redirect URI', async () => {
		const url = consentUrl(sandbox, { redirect_uri: 'https://elsewhere.example/callback' });
		const body = new URLSearchParams([
			...new URL(url).searchParams,
			['decision', 'allow'],
			['location', locationId],
		]);
		const response = await fetch(url, { method: 'POST', redirect: 'manual', body });
		expect(response.status).toBe(400);
	});

	test("is refused from another site's page", async () => {
		const response = await fetch(consentUrl(sandbox), {
			method: 'POST',
			redirect: 'manual',
			headers: { Origin: 'https://elsewhere.example' },
			body: new URL(consentUrl(sandbox)).searchParams,
		});
		expect(response.status).toBe(403);
	});
});
