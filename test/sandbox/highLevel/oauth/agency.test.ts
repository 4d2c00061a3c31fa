import type { HighLevelSandbox, TokenAnswer } from '../../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from '../support';
import { payloadOf, refresh } from './support';

const { companyId, otherLocationId } = DEMO;
const appId = DEMO.app.id;

let sandbox: HighLevelSandbox;
let agency: TokenAnswer;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(() => {
	sandbox.configure({ accessTokenLifetimeS: 86_399, rateLimit: { max: 1000 } });
	sandbox.reset();
	agency = sandbox.oauth.grant({ userType: 'Company' });
});
afterAll(() => sandbox.close());

const V3 = { version: 'v3' };
const mint = (body: object, options: { token?: string; version?: string } = {}) =>
	call(
		sandbox,
		'POST',
		options.version === 'v3' ? '/oauth/location-token' : '/oauth/locationToken',
		{ companyId, locationId, ...body },
		{ token: agency.access_token, ...options },
	);

describe("an agency's token", () => {
	test('opens nothing that belongs to a location', async () => {
		const { status, body } = await call(sandbox, 'GET', `/contacts/?locationId=${locationId}`, undefined, {
			token: agency.access_token,
		});
		expect(status).toBe(401);
		expect(body.message).toMatch(/^This authClass type is not allowed to access this scope\./);
	});

	test('can be refreshed', async () => {
		const { body } = await refresh(sandbox, agency.refresh_token);
		expect(body).toMatchObject({ userType: 'Company', companyId, isBulkInstallation: true });
		expect((await mint({}, { token: body.access_token })).status).toBe(201);
	});
});

describe('a token of a location for the agency', () => {
	test('is given with 201, opens the location, and can be refreshed', async () => {
		const { status, body } = await mint({});
		expect(status).toBe(201);
		expect(body).toMatchObject({
			token_type: 'Bearer',
			expires_in: 86_399,
			userType: 'Location',
			locationId,
			companyId,
			userId: DEMO.users.amelia,
			appId,
			versionId: appId,
			traceId: expect.any(String),
		});
		expect(body.scope).toContain('oauth.readonly');
		expect(payloadOf(body.access_token)).toMatchObject({ authClass: 'Location', authClassId: locationId });
		const path = `/contacts/?locationId=${locationId}`;
		expect((await call(sandbox, 'GET', path, undefined, { token: body.access_token })).status).toBe(200);
		expect((await refresh(sandbox, body.refresh_token)).body).toMatchObject({
			userType: 'Location',
			locationId,
		});
		expect(sandbox.oauth.counts(locationId)).toMatchObject({ locationTokens: 1, refreshes: 1 });
	});

	test('is asked for with a form as well', async () => {
		const response = await fetch(`${sandbox.url}/oauth/locationToken`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${agency.access_token}`, Version: '2021-07-28' },
			body: new URLSearchParams({ companyId, locationId }),
		});
		expect(response.status).toBe(201);
	});

	test('speaks camel case under v3, at another path', async () => {
		const { status, body } = await mint({}, V3);
		expect(status).toBe(201);
		expect(body).toMatchObject({
			accessToken: expect.any(String),
			refreshToken: expect.any(String),
			locationId,
		});
		const under = (path: string, version: string) =>
			call(sandbox, 'POST', path, { companyId, locationId }, { token: agency.access_token, version });
		expect((await under('/oauth/location-token', '2021-07-28')).status).toBe(404);
		expect((await under('/oauth/locationToken', 'v3')).status).toBe(404);
	});

	test('expires like others', async () => {
		const { body } = await mint({});
		sandbox.oauth.expireAccessTokens();
		const path = `/contacts/?locationId=${locationId}`;
		const answer = await call(sandbox, 'GET', path, undefined, { token: body.access_token });
		expect(answer.body.message).toBe('Invalid JWT');
	});

	test('is refused to a private token, to a location, and without the scope', async () => {
		expect((await mint({}, { token: DEMO.agencyToken })).status).toBe(401);
		expect((await mint({}, { token: DEMO.token })).status).toBe(401);
		const own = sandbox.oauth.grant({ userType: 'Location' });
		expect((await mint({}, { token: own.access_token })).body.message).toMatch(/^This authClass type/);
		const weak = sandbox.oauth.grant({
			userType: 'Company',
			scopes: ['contacts.readonly', 'oauth.readonly'],
		});
		expect((await mint({}, { token: weak.access_token })).body.message).toMatch(
			/not authorized for this scope/,
		);
	});

	test('is refused where the app is not installed, paused or unknown', async () => {
		sandbox.oauth.uninstall({ locationId: otherLocationId });
		const missing = await mint({ locationId: otherLocationId });
		expect(missing.status).toBe(400);
		expect(missing.body.message).toContain('not installed');
		sandbox.oauth.pause(locationId);
		expect((await mint({})).body.message).toBe('Location is not active');
		expect((await mint({ locationId: 'nowhere' })).status).toBe(403);
		expect((await mint({ companyId: 'nobody' })).status).toBe(403);
		expect((await mint({ locationId: '' })).status).toBe(422);
	});
});
