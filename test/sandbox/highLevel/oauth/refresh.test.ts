import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from '../support';
import { consentUrl, decide, letPass, refresh, requestToken } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ accessTokenLifetimeS: 86_399, refreshGraceMs: 0 });
	sandbox.reset();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => sandbox.close());

const read = (token: string) =>
	call(sandbox, 'GET', '/contacts/?locationId=' + locationId, undefined, { token });

describe('a refresh token', () => {
	test('gives a new pair, and the old access token goes on until it expires', async () => {
		const first = sandbox.oauth.grant({ userType: 'Location' });
		const { status, body } = await refresh(sandbox, first.refresh_token);
		expect(status).toBe(200);
		expect(body).toMatchObject({ userType: 'Location', locationId, scope: first.scope });
		expect(body.refresh_token).not.toBe(first.refresh_token);
		expect((await read(body.access_token)).status).toBe(200);
		expect((await read(first.access_token)).status).toBe(200);
		expect((await refresh(sandbox, body.refresh_token)).status).toBe(200);
	});

	test('works once', async () => {
		const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		await refresh(sandbox, refresh_token);
		const { status, body } = await refresh(sandbox, refresh_token);
		expect(status).toBe(400);
		expect(body.message).toBe('Invalid grant: refresh token is invalid');
	});

	test('works for one of many who use it at the same time', async () => {
		const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		const answers = await Promise.all([1, 2, 3, 4, 5].map(() => refresh(sandbox, refresh_token)));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
		expect(sandbox.oauth.counts(locationId)).toMatchObject({ refreshes: 1, refusedRefreshes: 4 });
	});

	test('works again within the grace that is set, counted from its first use, and no longer', async () => {
		sandbox.configure({ refreshGraceMs: 60_000 });
		const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		expect((await refresh(sandbox, refresh_token)).status).toBe(200);
		letPass(59_000);
		expect((await refresh(sandbox, refresh_token)).status).toBe(200);
		letPass(61_000);
		expect((await refresh(sandbox, refresh_token)).status).toBe(400);
	});

	test('lives for a year', async () => {
		const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		letPass(366 * 86_400_000);
		expect((await refresh(sandbox, refresh_token)).status).toBe(400);
	});

	test('is not used up by a client that is not its own', async () => {
		const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		const wrong = await requestToken(sandbox, {
			grant_type: 'refresh_token',
			refresh_token,
			client_secret: 'wrong',
		});
		expect(wrong.status).toBe(401);
		expect((await refresh(sandbox, refresh_token)).status).toBe(200);
	});

	test('is not used up while the location is paused', async () => {
		const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		sandbox.oauth.pause(locationId);
		const paused = await refresh(sandbox, refresh_token);
		expect(paused.status).toBe(400);
		expect(paused.body.message).toBe('Location is not active');
		sandbox.oauth.unpause(locationId);
		expect((await refresh(sandbox, refresh_token)).status).toBe(200);
	});

	test('is used up although the answer got lost', async () => {
		const { refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		sandbox.faults.add({ kind: 'lostAnswer', path: '^/oauth/token$', times: 1 });
		await expect(refresh(sandbox, refresh_token)).rejects.toThrow();
		expect((await refresh(sandbox, refresh_token)).status).toBe(400);
	});

	test('ends when the app is uninstalled', async () => {
		const token = sandbox.oauth.grant({ userType: 'Location' });
		sandbox.oauth.uninstall({ locationId });
		expect((await refresh(sandbox, token.refresh_token)).status).toBe(400);
		expect((await read(token.access_token)).status).toBe(401);
	});

	test('nobody issued is refused', async () => {
		expect((await refresh(sandbox, 'nonsense')).body.message).toBe('Invalid grant: refresh token is invalid');
	});
});

describe('an access token', () => {
	test('expires, and is then refused like any that is none', async () => {
		sandbox.configure({ accessTokenLifetimeS: 60 });
		const { access_token, expires_in } = sandbox.oauth.grant({ userType: 'Location' });
		expect(expires_in).toBe(60);
		letPass(59_000);
		expect((await read(access_token)).status).toBe(200);
		letPass(61_000);
		const { status, body } = await read(access_token);
		expect(status).toBe(401);
		expect(body.message).toBe('Invalid JWT');
	});

	test('can be made to expire now, while private tokens and refresh tokens stay', async () => {
		const { access_token, refresh_token } = sandbox.oauth.grant({ userType: 'Location' });
		expect(sandbox.oauth.expireAccessTokens()).toBe(1);
		expect((await read(access_token)).body.message).toBe('Invalid JWT');
		expect((await read(DEMO.token)).status).toBe(200);
		expect((await refresh(sandbox, refresh_token)).status).toBe(200);
	});
});

describe('what can be known afterwards', () => {
	test('calls are counted per location and company', async () => {
		const code = (await decide(sandbox, consentUrl(sandbox))).searchParams.get('code') ?? '';
		const first = await requestToken(sandbox, { grant_type: 'authorization_code', code });
		const second = await refresh(sandbox, first.body.refresh_token);
		await refresh(sandbox, second.body.refresh_token);
		await refresh(sandbox, sandbox.oauth.grant({ userType: 'Company' }).refresh_token);
		expect(sandbox.oauth.counts(locationId)).toEqual({
			exchanges: 1,
			refreshes: 2,
			refusedRefreshes: 0,
			locationTokens: 0,
		});
		expect(sandbox.oauth.counts(DEMO.companyId)).toMatchObject({ refreshes: 1 });
		expect(sandbox.oauth.counts()).toMatchObject({ exchanges: 1, refreshes: 3 });
	});

	test('the record of requests has no secret of it', async () => {
		const { refresh_token, access_token } = sandbox.oauth.grant({ userType: 'Location' });
		await refresh(sandbox, refresh_token);
		await read(access_token);
		const record = JSON.stringify(sandbox.requests);
		for (const secret of [refresh_token, access_token, DEMO.app.clientSecret])
			expect(record).not.toContain(secret);
		expect(sandbox.requests[0]?.body).toMatchObject({ grant_type: 'refresh_token' });
	});
});
