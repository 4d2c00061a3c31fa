import type { HighLevelSandbox, TokenAnswer } from '../../../../sandbox/highLevel';
import { call, DEMO, locationId, start } from '../support';

const { companyId } = DEMO;
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
const list = (query: Record<string, string> = {}, options: { token?: string; version?: string } = {}) =>
	call(
		sandbox,
		'GET',
		`/oauth/${options.version === 'v3' ? 'installed-locations' : 'installedLocations'}?` +
			new URLSearchParams({ companyId, appId, ...query }).toString(),
		undefined,
		{ token: agency.access_token, ...options },
	);

describe('the locations with the app', () => {
	const names = (body: { locations: Array<{ name: string }> }) => body.locations.map(({ name }) => name);

	test('are listed, latest installation first, and no others', async () => {
		sandbox.state.seedLocations(2, { installed: false });
		const { status, body } = await list();
		expect(status).toBe(200);
		expect(names(body)).toEqual(['Lakeside Homes', 'Harborview Realty']);
		expect(body.count).toBe(2);
		expect(body.locations[1]).toEqual({
			_id: locationId,
			name: 'Harborview Realty',
			address: '48 South Street, New York, NY 10005, US',
			isInstalled: true,
			versionId: appId,
			installedAt: expect.any(String),
		});
		const without = await list({ isInstalled: 'false' });
		expect(without.body.count).toBe(2);
		expect(without.body.locations[0].isInstalled).toBe(false);
	});

	test('are paged, 20 unless told', async () => {
		sandbox.state.seedLocations(30);
		const all = await list({ limit: '100' });
		expect(all.body.locations).toHaveLength(32);
		const first = await list();
		const second = await list({ skip: '20', limit: '20' });
		expect([first.body.locations.length, second.body.locations.length]).toEqual([20, 12]);
		expect([...first.body.locations, ...second.body.locations]).toEqual(all.body.locations);
		expect(first.body.count).toBe(32);
	});

	test('are found by a part of the name, and by id', async () => {
		expect(names((await list({ query: 'lakeSIDE' })).body)).toEqual(['Lakeside Homes']);
		expect(names((await list({ locationId })).body)).toEqual(['Harborview Realty']);
		expect((await list({ query: 'nothing' })).body).toMatchObject({ locations: [], count: 0 });
	});

	test('are paged by token under v3', async () => {
		sandbox.state.seedLocations(30);
		const first = (await list({ pageSize: '20' }, V3)).body;
		expect(first.items).toHaveLength(20);
		expect(first.pagination).toEqual({
			totalRecords: 32,
			hasNextPage: true,
			hasPrevPage: false,
			nextPageToken: expect.any(String),
			currentPageSize: 20,
		});
		const second = (await list({ pageSize: '20', pageToken: first.pagination.nextPageToken }, V3)).body;
		expect(second.pagination).toMatchObject({ hasNextPage: false, hasPrevPage: true, currentPageSize: 12 });
		const ids = [...first.items, ...second.items].map(({ _id }) => _id);
		expect(new Set(ids).size).toBe(32);
		expect(
			(await list({ pageSize: '20', pageToken: second.pagination.prevPageToken }, V3)).body.items,
		).toEqual(first.items);
	});

	test('are refused under v3 in an envelope of its own', async () => {
		const unknown = await list({ appId: 'abc' }, V3);
		expect(unknown.status).toBe(404);
		expect(unknown.body).toEqual({
			error: {
				code: 'RESOURCE_NOT_FOUND',
				message: "The requested App 'abc' was not found.",
				details: { resource: 'App', identifier: 'abc' },
				resolution: expect.any(String),
			},
		});
		for (const [name, value] of [
			['pageToken', 'nonsense'],
			['pageSize', '101'],
			['colour', 'red'],
		] as const) {
			const { status, body } = await list({ [name]: value }, V3);
			expect(status).toBe(400);
			expect(body.error.code).toBe('INVALID_ARGUMENT');
		}
	});

	test('are refused under the dated versions like everything else', async () => {
		expect((await list({ appId: 'abc' })).status).toBe(400);
		expect((await list({ limit: '101' })).status).toBe(422);
		expect((await list({ companyId: 'nobody' })).status).toBe(403);
		expect((await list({}, { token: DEMO.agencyToken })).status).toBe(401);
		const weak = sandbox.oauth.grant({ userType: 'Company', scopes: ['oauth.write'] });
		expect((await list({}, { token: weak.access_token })).status).toBe(401);
	});
});
