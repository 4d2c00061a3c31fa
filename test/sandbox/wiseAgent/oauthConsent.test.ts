import { codeFor, CHALLENGE, consentUrl, decide, REDIRECT_URI, requestToken } from './oauthSupport';
import type { WiseAgentSandbox } from './support';
import { control, DEMO, start } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('the consent page', () => {
	test('names the app and offers each scope for choice', async () => {
		const response = await fetch(consentUrl(sandbox));
		const html = await response.text();
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(html).toContain('<span id="app-name">Demo sync app</span>');
		for (const scope of ['profile', 'contacts', 'team']) expect(html).toContain(`id="scope-${scope}"`);
		expect(html).not.toContain('scope-marketing');
	});

	test('sends a person who agrees back with a code, its end and the scopes', async () => {
		const { origin, pathname, searchParams } = await decide(consentUrl(sandbox));
		expect(origin + pathname).toBe(REDIRECT_URI);
		expect(Object.fromEntries(searchParams)).toEqual({
			code: expect.stringMatching(/^[0-9a-f]{40}$/),
			expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
			scope: 'profile contacts team',
			state: 'state-1',
		});
	});

	test('gives no more than the scopes that stayed checked', async () => {
		const { searchParams } = await decide(consentUrl(sandbox), { allowed: ['profile'] });
		expect(searchParams.get('scope')).toBe('profile');
		const code = searchParams.get('code') ?? '';
		await requestToken(sandbox, { grant_type: 'authorization_code', code });
		const [token] = [...sandbox.state.accessTokens.values()].slice(-1);
		expect(token?.scopes).toEqual(['profile']);
	});

	test.each([{ decision: 'cancel' }, { decision: 'allow', allowed: [] }])(
		'sends a person who does not agree back with an error: %j',
		async (decision) => {
			const { searchParams } = await decide(consentUrl(sandbox), decision);
			expect(Object.fromEntries(searchParams)).toEqual({ error: 'access_denied', state: 'state-1' });
		},
	);

	test('takes any address on a registered domain, and domains can be registered', async () => {
		const elsewhere = consentUrl(sandbox, { redirect_uri: 'https://n8n.acme.example/callback' });
		expect((await fetch(elsewhere)).status).toBe(400);
		await control(sandbox, 'POST', '/oauth/domains', { domain: 'acme.example' });
		expect((await decide(elsewhere)).origin).toBe('https://n8n.acme.example');
	});

	test('escapes what the address says', async () => {
		const html = await (await fetch(consentUrl(sandbox, { state: '"><script>x</script>' }))).text();
		expect(html).not.toContain('<script>x');
	});

	test("refuses another site's form", async () => {
		const response = await fetch(consentUrl(sandbox), {
			method: 'POST',
			headers: { Origin: 'https://elsewhere.example' },
			body: new URLSearchParams(),
		});
		expect(response.status).toBe(403);
	});
});

describe('the consent page shows, and sends nowhere,', () => {
	test.each([
		[{ client_id: 'unknown' }, 'The OAuth client was not found'],
		[{ response_type: 'token' }, 'response_type must be'],
		[{ scope: '' }, 'asks for no scope'],
		[{ scope: 'contacts everything' }, 'not registered for: everything'],
		[{ redirect_uri: 'https://evil.example/' }, 'not on a domain'],
		[{ redirect_uri: 'javascript:alert(1)' }, 'not on a domain'],
		[{ code_challenge: CHALLENGE, code_challenge_method: 'plain' }, 'must be &quot;S256&quot;'],
		[{ client_id: DEMO.publicApp.clientId }, 'must send a code_challenge'],
	])('what is wrong with %j', async (parameters, text) => {
		const response = await fetch(consentUrl(sandbox, parameters), { redirect: 'manual' });
		expect(response.status).toBe(400);
		expect(await response.text()).toContain(text);
	});
});

test('a code is another one each time', async () => {
	expect(await codeFor(sandbox)).not.toBe(await codeFor(sandbox));
});
