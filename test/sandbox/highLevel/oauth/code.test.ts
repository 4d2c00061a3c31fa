import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from '../support';
import { consentUrl, decide, letPass, payloadOf, REDIRECT_URI, requestToken } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => sandbox.reset());
afterEach(() => vi.restoreAllMocks());
afterAll(() => sandbox.close());

const code = async () =>
	(await decide(sandbox, consentUrl(sandbox))).searchParams.get('code') ?? 'no code in the redirect';
const exchange = async (fields: Record<string, string | undefined> = {}) =>
	requestToken(sandbox, { grant_type: 'authorization_code', code: await code(), ...fields });
const read = (token: string) =>
	call(sandbox, 'GET', '/contacts/?locationId=' + locationId, undefined, { token });

describe('a code', () => {
	test('gives tokens with the documented fields, and the access token opens its location', async () => {
		const { status, body } = await exchange({ redirect_uri: REDIRECT_URI, user_type: 'Location' });
		expect(status).toBe(200);
		expect(body).toEqual({
			access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
			token_type: 'Bearer',
			expires_in: 86_399,
			refresh_token: expect.any(String),
			refreshTokenId: expect.stringMatching(/^[0-9a-f]{24}$/),
			scope: 'contacts.readonly contacts.write',
			userType: 'Location',
			companyId: DEMO.companyId,
			locationId,
			userId: DEMO.users.amelia,
			isBulkInstallation: false,
			traceId: expect.any(String),
		});
		expect(payloadOf(body.access_token)).toMatchObject({
			authClass: 'Location',
			authClassId: locationId,
			sourceId: DEMO.app.clientId,
			channel: 'OAUTH',
		});
		expect((await read(body.access_token)).status).toBe(200);
	});

	test('gives a token with no more than the scopes that were asked for', async () => {
		const { body } = await exchange();
		const { status, body: refusal } = await call(sandbox, 'GET', `/locations/${locationId}`, undefined, {
			token: body.access_token,
		});
		expect(status).toBe(401);
		expect(refusal.message).toBe('The token is not authorized for this scope.');
	});

	test('is read from JSON as well', async () => {
		const sent = { grant_type: 'authorization_code', code: await code() };
		expect((await requestToken(sandbox, sent, { json: true })).status).toBe(200);
	});

	test('speaks camel case under v3, both ways', async () => {
		const sent = { grantType: 'authorization_code', code: await code(), redirectUri: REDIRECT_URI };
		const { status, body } = await requestToken(sandbox, sent, { version: 'v3' });
		expect(status).toBe(200);
		expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: 86_399, refreshToken: expect.any(String) });
		expect(Object.keys(body).filter((name) => name.includes('_'))).toEqual([]);
		expect((await read(body.accessToken)).status).toBe(200);
	});

	test.each(['2021-07-28', '2023-02-21'])('speaks snake case under %s', async (version) => {
		const sent = { grant_type: 'authorization_code', code: await code() };
		const { body } = await requestToken(sandbox, sent, { version });
		expect(body.access_token).toEqual(expect.any(String));
	});

	test('is good for ten minutes', async () => {
		const late = await code();
		letPass(601_000);
		expect((await exchange({ code: late })).body.error_description).toBe('Authorization code not found');
	});

	test('works once', async () => {
		const once = await code();
		expect((await exchange({ code: once })).status).toBe(200);
		const { status, body } = await exchange({ code: once });
		expect(status).toBe(401);
		expect(body).toMatchObject({ error: 'UnAuthorized!', error_description: 'Authorization code not found' });
	});

	test('is looked at before the client: a wrong secret with a bad code is not noticed', async () => {
		const bad = await exchange({ code: 'nonsense', client_secret: 'wrong' });
		expect(bad.body.error_description).toBe('Authorization code not found');
		const good = await exchange({ client_secret: 'wrong' });
		expect(good.status).toBe(401);
		expect(good.body).toMatchObject({
			error: 'UnAuthorized!',
			error_description: 'Invalid client credentials!',
		});
	});

	test('of one app is refused to another', async () => {
		const { clientId, clientSecret } = DEMO.privateApp;
		const { body } = await exchange({ client_id: clientId, client_secret: clientSecret });
		expect(body.error_description).toBe('Invalid client credentials!');
	});

	test('is refused with another redirect URI than the one it was sent to', async () => {
		const { status, body } = await exchange({
			redirect_uri: 'http://localhost:1/rest/oauth2-credential/callback',
		});
		expect(status).toBe(400);
		expect(body.message).toBe('Invalid parameter: redirectUri');
	});
});

describe('what the token endpoint refuses', () => {
	test('credentials in the header instead of the body', async () => {
		const { clientId, clientSecret } = DEMO.app;
		const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
		const fields = { grant_type: 'authorization_code', code: await code() };
		const { status, body } = await requestToken(
			sandbox,
			{ ...fields, client_id: undefined, client_secret: undefined },
			{ headers: { Authorization: `Basic ${basic}` } },
		);
		expect(status).toBe(422);
		expect(body.message).toContain('client_id should not be empty');
	});

	test.each([
		[{ grant_type: '' }, ['grant_type must be a valid enum value', 'grant_type should not be empty']],
		[{ grant_type: 'client_credentials' }, ['grant_type must be a valid enum value']],
		[{ code: undefined }, ['code should not be empty']],
		[{ grant_type: 'refresh_token' }, ['refresh_token should not be empty']],
		[{ user_type: 'Person' }, ['user_type must be a valid enum value']],
	])('%j, with a list under the dated versions', async (fields, messages) => {
		const { status, body } = await exchange(fields);
		expect(status).toBe(422);
		expect(body.message).toEqual(expect.arrayContaining(messages));
	});

	test.each([
		[{ clientId: undefined }, 'Missing parameter: clientId'],
		[{ grantType: 'password' }, 'Invalid parameter: grantType'],
		[{ code: undefined }, 'Missing parameter: code'],
		[{ clientId: undefined, client_id: DEMO.app.clientId }, 'Missing parameter: clientId'],
	])('%j, by the name of the parameter under v3', async (fields, message) => {
		const sent = { grantType: 'authorization_code', code: await code(), ...fields };
		const { status, body } = await requestToken(sandbox, sent, { version: 'v3' });
		expect(status).toBe(400);
		expect(body.message).toBe(message);
	});

	test('an unknown version', async () => {
		expect((await requestToken(sandbox, {}, { version: 'bogus' })).status).toBe(400);
	});
});
