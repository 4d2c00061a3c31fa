import { GHLAuthenticationError, GHLRateLimitError, UserType } from '@gohighlevel/api-client';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { consentUrl, decide, REDIRECT_URI } from '../oauth/support';
import { DEMO, locationId, start } from '../support';
import { sdkWithOAuth, sdkWithToken } from './support';

const { companyId } = DEMO;
const { clientId, clientSecret } = DEMO.app;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ rateLimit: { max: 10_000, intervalMs: 10_000, daily: 200_000 } });
	sandbox.reset();
	contactId = sandbox.state.addContact({ locationId, firstName: 'Ada', email: 'ada@x.example' }).id;
});
afterAll(() => sandbox.close());

const inLocation = { headers: { locationId } };
const grantLocation = () => sandbox.oauth.grant({ userType: 'Location' });
const statusesOf = (path: string) =>
	sandbox.requests.filter((request) => request.path.startsWith(path)).map(({ status }) => status);

describe('connecting', () => {
	test('follows the address that the SDK makes, and exchanges the code', async () => {
		const { sdk } = await sdkWithOAuth(sandbox);
		const scope = 'contacts.readonly contacts.write';
		const made = new URL(sdk.oauth.getAuthorizationUrl(clientId, REDIRECT_URI, scope));
		const target = await decide(
			sandbox,
			consentUrl(sandbox, Object.fromEntries(made.searchParams), made.pathname),
		);
		const tokens = await sdk.oauth.getAccessToken({
			client_id: clientId,
			client_secret: clientSecret,
			grant_type: 'authorization_code',
			code: target.searchParams.get('code') ?? '',
			redirect_uri: REDIRECT_URI,
		});
		expect(tokens).toMatchObject({ userType: 'Location', locationId, scope });
	});

	test('says what is wrong with a code', async () => {
		const { sdk } = await sdkWithOAuth(sandbox);
		const wrong = sdk.oauth.getAccessToken({
			client_id: clientId,
			client_secret: clientSecret,
			grant_type: 'authorization_code',
			code: 'nonsense',
		});
		await expect(wrong).rejects.toMatchObject({
			statusCode: 401,
			response: { error_description: 'Authorization code not found' },
		});
	});
});

describe('an expired access token', () => {
	test('is refreshed once, and the call repeated', async () => {
		const { sdk, storage } = await sdkWithOAuth(sandbox, [grantLocation()]);
		const before = await storage.getRefreshToken(locationId);
		sandbox.oauth.expireAccessTokens();
		const { contact } = await sdk.contacts.getContact({ contactId }, inLocation);
		expect(contact?.email).toBe('ada@x.example');
		expect(statusesOf('/contacts/')).toEqual([401, 200]);
		expect(await storage.getRefreshToken(locationId)).not.toBe(before);
		expect(sandbox.oauth.counts(locationId)).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	});

	test('of five calls at once is refreshed once', async () => {
		const { sdk } = await sdkWithOAuth(sandbox, [grantLocation()]);
		sandbox.oauth.expireAccessTokens();
		const calls = Array.from({ length: 5 }, () => sdk.contacts.getContact({ contactId }, inLocation));
		expect(await Promise.all(calls)).toHaveLength(5);
		expect(sandbox.oauth.counts(locationId)).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	});

	test('is refreshed before it expires where the SDK knows when that is', async () => {
		sandbox.configure({ accessTokenLifetimeS: 20 });
		const { sdk } = await sdkWithOAuth(sandbox, [grantLocation()]);
		sandbox.configure({ accessTokenLifetimeS: 86_399 });
		await sdk.contacts.getContact({ contactId }, inLocation);
		expect(statusesOf('/contacts/')).toEqual([200]);
		expect(sandbox.oauth.counts(locationId).refreshes).toBe(1);
	});

	test('stays expired for a paused location, until it is unpaused', async () => {
		const { sdk } = await sdkWithOAuth(sandbox, [grantLocation()]);
		sandbox.oauth.expireAccessTokens();
		sandbox.oauth.pause(locationId);
		const read = () => sdk.contacts.getContact({ contactId }, inLocation);
		await expect(read()).rejects.toBeInstanceOf(GHLAuthenticationError);
		sandbox.oauth.unpause(locationId);
		expect((await read()).contact?.id).toBe(contactId);
	});

	test('is not refreshed when the location stands in the JSON body only, a bug of the SDK', async () => {
		const { sdk } = await sdkWithOAuth(sandbox, [grantLocation()]);
		sandbox.oauth.expireAccessTokens();
		await expect(sdk.contacts.createContact({ locationId, email: 'new@x.example' })).rejects.toMatchObject({
			statusCode: 401,
			message: 'Invalid JWT',
		});
		expect(sandbox.oauth.counts().refreshes).toBe(0);
	});
});

test('a call that does not name its location gets no token from the SDK', async () => {
	const { sdk } = await sdkWithOAuth(sandbox, [grantLocation()]);
	await expect(sdk.contacts.getContact({ contactId })).rejects.toThrow(
		'Authentication token required but not available',
	);
	expect(sandbox.requests).toEqual([]);
});

describe('an agency', () => {
	test('exchanges its token for that of a location', async () => {
		const { sdk, storage } = await sdkWithOAuth(sandbox, [sandbox.oauth.grant({ userType: 'Company' })]);
		const tokens = await sdk.oauth.getLocationAccessToken({ companyId, locationId });
		await storage.setSession(locationId, tokens);
		expect((await sdk.contacts.getContact({ contactId }, inLocation)).contact?.id).toBe(contactId);
		await expect(
			sdk.oauth.getLocationAccessToken({ companyId, locationId: 'nowhere' }),
		).rejects.toMatchObject({
			statusCode: 403,
		});
	});

	test("does so by itself when a location's refresh token is used up", async () => {
		const location = grantLocation();
		const { sdk } = await sdkWithOAuth(sandbox, [
			sandbox.oauth.grant({ userType: 'Company' }),
			{ ...location, refresh_token: 'used up', access_token: 'expired' },
		]);
		expect((await sdk.contacts.getContact({ contactId }, inLocation)).contact?.id).toBe(contactId);
		expect(statusesOf('/oauth/')).toEqual([400, 201]);
	});

	test('does not refresh its own token when the exchange is refused, a bug of the SDK', async () => {
		const { sdk } = await sdkWithOAuth(sandbox, [sandbox.oauth.grant({ userType: 'Company' })]);
		sandbox.oauth.expireAccessTokens();
		await expect(sdk.oauth.getLocationAccessToken({ companyId, locationId })).rejects.toMatchObject({
			statusCode: 401,
		});
		expect(sandbox.oauth.counts().refreshes).toBe(0);
	});

	test('refreshes its own token when a list is refused', async () => {
		const { sdk } = await sdkWithOAuth(sandbox, [sandbox.oauth.grant({ userType: 'Company' })]);
		sandbox.state.seedLocations(30);
		sandbox.oauth.expireAccessTokens();
		const { locations, count } = await sdk.oauth.getInstalledLocation({ companyId, appId: DEMO.app.id });
		expect(locations).toHaveLength(20);
		expect(count).toBe(32);
		expect(sandbox.oauth.counts(companyId).refreshes).toBe(1);
	});

	test('cannot refresh with the wrong secret', async () => {
		const { sdk } = await sdkWithOAuth(sandbox);
		const { refresh_token } = grantLocation();
		await expect(
			sdk.oauth.refreshToken(refresh_token, clientId, 'wrong', 'refresh_token', UserType.Location),
		).rejects.toMatchObject({ response: { error_description: 'Invalid client credentials!' } });
	});
});

describe('the rate limit', () => {
	test('of the window is waited for', async () => {
		sandbox.configure({ rateLimit: { max: 1, intervalMs: 200 } });
		const sdk = sdkWithToken(sandbox, { rateLimitRetry: true });
		await sdk.contacts.getContact({ contactId });
		expect((await sdk.contacts.getContact({ contactId })).contact?.id).toBe(contactId);
		expect(statusesOf('/contacts/')).toEqual([200, 429, 200]);
	});

	test('of the day is not', async () => {
		sandbox.configure({ rateLimit: { daily: 1 } });
		const sdk = sdkWithToken(sandbox, { rateLimitRetry: true });
		await sdk.contacts.getContact({ contactId });
		const refused = sdk.contacts.getContact({ contactId });
		await expect(refused).rejects.toBeInstanceOf(GHLRateLimitError);
		await expect(refused).rejects.toMatchObject({ rateLimit: { scope: 'daily' } });
		expect(statusesOf('/contacts/')).toEqual([200, 429]);
	});
});
