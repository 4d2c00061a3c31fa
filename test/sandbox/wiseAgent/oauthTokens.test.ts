import { CHALLENGE, codeFor, letPass, REDIRECT_URI, refresh, requestToken, VERIFIER } from './oauthSupport';
import type { WiseAgentSandbox } from './support';
import { answerOf, call, control, DEMO, start } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterEach(() => vi.restoreAllMocks());
afterAll(() => sandbox.close());

const getUser = (token: string | null) => call(sandbox, 'GET', 'getUser', {}, { token });
const exchange = async (fields: Record<string, string | undefined> = {}, options: object = {}) =>
	requestToken(
		sandbox,
		{ grant_type: 'authorization_code', code: await codeFor(sandbox), ...fields },
		options,
	);
const basic = (id: string, secret: string) => ({
	headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
});
const expired = { error: 'invalid_grant', error_description: 'The token has expired' };

describe('a code', () => {
	test('gives tokens that tell when they end, but neither for how long nor of what type they are', async () => {
		const { status, body } = await exchange({ redirect_uri: REDIRECT_URI });
		expect(status).toBe(200);
		expect(body).toEqual({
			access_token: expect.any(String),
			expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
			refresh_token: expect.any(String),
		});
		expect((await getUser(body.access_token)).body).toEqual([DEMO.user]);
	});

	test.each([
		['JSON', {}],
		['a form', { form: true }],
	])('is exchanged with %s', async (_kind, options) => {
		expect((await exchange({}, options)).status).toBe(200);
	});

	test.each([{ form: true }, { form: false }])(
		'is exchanged with a Basic header beside %j',
		async (options) => {
			const none = { client_id: undefined, client_secret: undefined };
			const header = basic(DEMO.app.clientId, DEMO.app.clientSecret);
			expect((await exchange(none, { ...options, ...header })).status).toBe(200);
			expect((await exchange(none, { ...options, ...basic(DEMO.app.clientId, 'wrong') })).status).toBe(401);
		},
	);

	test('works once', async () => {
		const code = await codeFor(sandbox);
		expect((await exchange({ code })).status).toBe(200);
		expect((await exchange({ code })).status).toBe(400);
	});

	test('ends after ten minutes', async () => {
		const code = await codeFor(sandbox);
		letPass(600_001);
		expect((await exchange({ code })).body.error).toBe('invalid_grant');
	});

	test('that was asked for with a challenge needs its verifier', async () => {
		const withChallenge = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };
		const code = await codeFor(sandbox, withChallenge);
		for (const code_verifier of [undefined, 'wrong']) {
			const { status, body } = await exchange({ code, code_verifier });
			expect(status).toBe(400);
			expect(body.error_description).toContain('code_verifier');
		}
		expect((await exchange({ code, code_verifier: VERIFIER })).status).toBe(200);
	});

	test('of an app without a secret is exchanged with the verifier alone', async () => {
		const { clientId } = DEMO.publicApp;
		const code = await codeFor(sandbox, {
			client_id: clientId,
			code_challenge: CHALLENGE,
			code_challenge_method: 'S256',
		});
		const sent = { code, client_id: clientId, client_secret: undefined, code_verifier: VERIFIER };
		expect((await exchange(sent, { form: true })).status).toBe(200);
	});
});

describe('the token endpoint refuses', () => {
	test.each([
		[{ client_id: 'unknown' }, 401, 'invalid_client'],
		[{ client_secret: 'wrong' }, 401, 'invalid_client'],
		[{ client_id: undefined }, 401, 'invalid_client'],
		[{ code: 'unknown' }, 400, 'invalid_grant'],
		[{ code: undefined }, 400, 'invalid_request'],
		[{ redirect_uri: 'http://localhost:5678/elsewhere' }, 400, 'invalid_grant'],
		[{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
		[{ grant_type: 'refresh_token' }, 400, 'invalid_request'],
	])('%j with %i %s', async (fields, status, error) => {
		const answer = await exchange(fields);
		expect({ status: answer.status, error: answer.body.error }).toEqual({ status, error });
	});

	test("another app's code", async () => {
		const code = await codeFor(sandbox, {
			client_id: DEMO.publicApp.clientId,
			code_challenge: CHALLENGE,
			code_challenge_method: 'S256',
		});
		expect((await exchange({ code, code_verifier: VERIFIER })).body.error).toBe('invalid_grant');
	});
});

describe('a refresh token', () => {
	test('gives new tokens of the same shape, and works once', async () => {
		const first = sandbox.oauth.grant();
		const second = await refresh(sandbox, first.refresh_token);
		expect(Object.keys(second.body)).toEqual(['access_token', 'expires_at', 'refresh_token']);
		expect(second.body.refresh_token).not.toBe(first.refresh_token);
		expect((await refresh(sandbox, first.refresh_token)).body.error).toBe('invalid_grant');
		expect((await refresh(sandbox, second.body.refresh_token)).status).toBe(200);
		expect(sandbox.oauth.counts).toEqual({
			exchanges: 0,
			refreshes: 2,
			refusedRefreshes: 1,
			revocations: 0,
		});
	});

	test('leaves the access token before it alone', async () => {
		const { access_token, refresh_token } = sandbox.oauth.grant();
		await refresh(sandbox, refresh_token);
		expect((await getUser(access_token)).status).toBe(200);
	});

	test('is taken with and without the app, as a form too', async () => {
		const { refresh_token } = sandbox.oauth.grant();
		const named = { grant_type: 'refresh_token', refresh_token };
		const { body } = await requestToken(sandbox, named, { form: true });
		expect((await refresh(sandbox, body.refresh_token)).status).toBe(200);
	});

	test('can be made to need the app', async () => {
		sandbox.configure({ refreshNeedsClient: true });
		const { refresh_token } = sandbox.oauth.grant();
		expect((await refresh(sandbox, refresh_token)).status).toBe(401);
		sandbox.configure({ refreshNeedsClient: false });
	});

	test('is not taken from another app, nor with the wrong secret', async () => {
		const { refresh_token } = sandbox.oauth.grant();
		const sent = { grant_type: 'refresh_token', refresh_token };
		const other = { client_id: DEMO.publicApp.clientId, client_secret: undefined };
		expect((await requestToken(sandbox, { ...sent, ...other })).status).toBe(400);
		expect((await requestToken(sandbox, { ...sent, client_secret: 'wrong' })).status).toBe(401);
	});

	test('can be made to work for a while longer', async () => {
		sandbox.configure({ refreshGraceMs: 60_000 });
		const { refresh_token } = sandbox.oauth.grant();
		await refresh(sandbox, refresh_token);
		expect((await refresh(sandbox, refresh_token)).status).toBe(200);
		letPass(60_001);
		expect((await refresh(sandbox, refresh_token)).status).toBe(400);
		sandbox.configure({ refreshGraceMs: 0 });
	});

	test('can be made to stay', async () => {
		sandbox.configure({ rotateRefreshTokens: false });
		const { refresh_token } = sandbox.oauth.grant();
		expect((await refresh(sandbox, refresh_token)).body.refresh_token).toBe(refresh_token);
		expect((await refresh(sandbox, refresh_token)).status).toBe(200);
		sandbox.configure({ rotateRefreshTokens: true });
	});
});

describe('an access token', () => {
	test('ends when its time is over, with a 401 that says so', async () => {
		sandbox.configure({ accessTokenLifetimeS: 60 });
		const { access_token, expires_at } = sandbox.oauth.grant();
		sandbox.configure({ accessTokenLifetimeS: 3600 });
		expect((await getUser(access_token)).status).toBe(200);
		letPass(60_001);
		expect(Date.parse(expires_at)).toBeLessThan(Date.now());
		const { status, body } = await getUser(access_token);
		expect({ status, body }).toEqual({ status: 401, body: expired });
	});

	test('can be ended at once, while its refresh token goes on', async () => {
		const { access_token, refresh_token } = sandbox.oauth.grant();
		expect((await control(sandbox, 'POST', '/oauth/expire')).body).toEqual({ expired: 1 });
		expect((await getUser(access_token)).body).toEqual(expired);
		const { body } = await refresh(sandbox, refresh_token);
		expect((await getUser(body.access_token)).status).toBe(200);
		expect((await getUser(DEMO.accessToken)).status).toBe(200);
	});

	test('that nobody knows is told in another way', async () => {
		const { status, body } = await getUser('unknown');
		expect(status).toBe(401);
		expect(body).toEqual({
			error: 'invalid_client',
			error_description: 'The OAuth client was not found',
		});
	});
});

describe('a call without an access token', () => {
	test('is answered by a text, with status 200 unless the settings have another', async () => {
		const { status, text } = await getUser(null);
		expect({ status, text }).toEqual({ status: 200, text: 'permission denied' });
		sandbox.configure({ permissionDeniedStatus: 401 });
		expect((await getUser(null)).status).toBe(401);
		sandbox.configure({ permissionDeniedStatus: 200 });
	});

	test.each(['key', 'apikey', 'APIKey', 'token'])('is not helped by the account key as %s', async (name) => {
		const { text } = await call(sandbox, 'GET', 'getUser', { [name]: DEMO.apikey }, { token: null });
		expect(text).toBe('permission denied');
	});
});

describe('revoking', () => {
	const revoke = async (token: string, hint: string) => {
		const response = await fetch(`${sandbox.url}/WiseAuth/revoke`, {
			method: 'POST',
			body: new URLSearchParams({ token, token_type_hint: hint }),
		});
		return answerOf(response);
	};

	test('an access token cuts access at once', async () => {
		const { access_token } = sandbox.oauth.grant();
		expect((await revoke(access_token, 'access_token')).status).toBe(200);
		expect((await getUser(access_token)).status).toBe(401);
	});

	test('a refresh token only stops renewal', async () => {
		const { access_token, refresh_token } = sandbox.oauth.grant();
		await revoke(refresh_token, 'refresh_token');
		expect((await getUser(access_token)).status).toBe(200);
		expect((await refresh(sandbox, refresh_token)).status).toBe(400);
	});

	test('by the person ends both', async () => {
		const { access_token, refresh_token } = sandbox.oauth.grant();
		sandbox.oauth.disconnect();
		expect((await getUser(access_token)).status).toBe(401);
		expect((await refresh(sandbox, refresh_token)).status).toBe(400);
	});
});

test('no secret, code or token is kept in the log', async () => {
	const { body } = await exchange();
	await refresh(sandbox, body.refresh_token);
	await getUser(body.access_token);
	const log = JSON.stringify(sandbox.requests);
	for (const secret of [body.access_token, body.refresh_token, DEMO.app.clientSecret]) {
		expect(log).not.toContain(secret);
	}
	expect(sandbox.requests.at(-1)?.token).toEqual({
		kind: 'access token',
		last4: body.access_token.slice(-4),
	});
});
