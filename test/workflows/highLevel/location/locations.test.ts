import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { apiRequests, connect, runOperationOAuth } from '../../../support/oAuth2';
import { succeed } from '../../../support/odd/outcomes';
import { textOf } from '../../../support/sandboxRuns';

const { companyId, locationId, otherLocationId } = DEMO;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

describe('Get', () => {
	test('reads the location of a private token', async () => {
		expect(await succeed(sandbox, 'location.get')).toMatchObject([
			{ id: locationId, companyId, name: 'Harborview Realty', timezone: 'America/New_York' },
		]);
	});

	test('reads the connected location when Location is empty', async () => {
		const run = await runOperationOAuth(connect(sandbox, { locationId: otherLocationId }), 'location.get');

		expect(run.items.map(({ json }) => json.id)).toEqual([otherLocationId]);
	});

	test('reads the location of an agency that each item names, in the order of the items', async () => {
		const run = await runOperationOAuth(connect(sandbox, { userType: 'Company' }), 'location.get', {
			items: [{ where: otherLocationId }, { where: locationId }],
			parameters: { locationId: byId('={{ $json.where }}') },
		});

		expect(textOf(run).trim()).toBe('');
		expect(run.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[otherLocationId, { item: 0 }],
			[locationId, { item: 1 }],
		]);
	});

	test('of an agency without a location says that one is to be chosen, before anything is sent', async () => {
		const run = await runOperationOAuth(connect(sandbox, { userType: 'Company' }), 'location.get');

		expect(textOf(run)).toContain('This connection is to an agency, and no location is chosen');
		expect(sandbox.requests).toEqual([]);
	});
});

describe('Get Many', () => {
	test('gives the one location of a private token, and of a connection to one location', async () => {
		const [location] = await succeed(sandbox, 'location.getAll', { parameters: { returnAll: true } });
		const run = await runOperationOAuth(connect(sandbox), 'location.getAll', {
			parameters: { returnAll: true },
		});

		expect(location).toMatchObject({ id: locationId, name: 'Harborview Realty' });
		expect(run.items.map(({ json }) => json)).toEqual([location]);
	});

	test('gives all 62 locations of the agency whose private token is used, over several pages', async () => {
		const ids = sandbox.state.seedLocations(60, { installed: false }).map(({ id }) => id);
		const all = await succeed(sandbox, 'location.getAll', {
			token: DEMO.agencyToken,
			parameters: { returnAll: true },
		});

		expect(all.map(({ id }) => id).sort()).toEqual([...ids, locationId, otherLocationId].sort());
		expect(sandbox.requests.map(({ query }) => Number(query.skip))).toEqual([0, 50]);
	});

	test('shows which locations a token opens that is used with the wrong Location ID', async () => {
		const all = await succeed(sandbox, 'location.getAll', {
			token: DEMO.otherLocationToken,
			parameters: { returnAll: true },
		});

		expect(all.map(({ id }) => id)).toEqual([otherLocationId]);
	});
});

describe('Get Many of an agency that is connected by OAuth2', () => {
	const agency = () => connect(sandbox, { userType: 'Company' });
	const getAll = async (parameters: object, connection = agency()) =>
		await runOperationOAuth(connection, 'location.getAll', {
			parameters: { returnAll: true, ...parameters },
		});

	test('gives the locations in which the app is installed, and no others, with id, name and address', async () => {
		const connection = agency();
		sandbox.state.seedLocations(3, { installed: false });
		sandbox.oauth.uninstall({ locationId: otherLocationId });
		const run = await getAll({}, connection);

		expect(textOf(run).trim()).toBe('');
		expect(run.items.map(({ json }) => json)).toEqual([
			{
				id: locationId,
				name: 'Harborview Realty',
				address: '48 South Street, New York, NY 10005, US',
			},
		]);
	});

	test('shows more of the installation when Simplify is off, under the same id', async () => {
		const run = await getAll({ simplify: false });

		for (const { json } of run.items) {
			expect(json).toMatchObject({ id: expect.any(String), isInstalled: true, versionId: DEMO.app.id });
			expect(json).not.toHaveProperty('_id');
		}
		expect(run.items).toHaveLength(2);
	});

	test('goes on page after page until the last of 120, each once, and keeps to a limit', async () => {
		const ids = sandbox.state.seedLocations(118).map(({ id }) => id);
		const connection = agency();
		const all = await getAll({}, connection);
		expect(all.items.map(({ json }) => json.id).sort()).toEqual([...ids, locationId, otherLocationId].sort());

		const some = await getAll({ returnAll: false, limit: 60 }, connection);
		expect(some.items).toHaveLength(60);
		expect(sandbox.oauth.counts()).toMatchObject({ locationTokens: 0 });
	});

	test('feeds a node that works in each of the locations', async () => {
		sandbox.state.seedLocations(5);
		const connection = agency();
		const { items } = await getAll({}, connection);
		const run = await runOperationOAuth(connection, 'contact.create', {
			items: items.map(({ json }) => json),
			parameters: { firstName: 'Ada', locationId: byId('={{ $json.id }}') },
		});

		expect(run.items.map(({ json }) => json.locationId)).toEqual(items.map(({ json }) => json.id));
		expect(run.items).toHaveLength(7);
	});

	test('gives a location that is chosen, and it alone', async () => {
		const run = await getAll({ locationId: byId(otherLocationId) });

		expect(run.items.map(({ json }) => json.id)).toEqual([otherLocationId]);
		expect(apiRequests(sandbox).map(({ path }) => path)).toEqual(['/locations/search']);
	});

	test('gets a new token when the old one has expired', async () => {
		const connection = agency();
		sandbox.oauth.expireAccessTokens();
		const run = await getAll({}, connection);

		expect(run.items).toHaveLength(2);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1 });
	});

	test('says which scope it lacks', async () => {
		const run = await getAll({}, connect(sandbox, { userType: 'Company', scopes: ['locations.readonly'] }));

		expect(textOf(run)).toContain('The connection lacks the scope oauth.readonly.');
	});

	test('needs no other scope than that', async () => {
		const run = await getAll({}, connect(sandbox, { userType: 'Company', scopes: ['oauth.readonly'] }));

		expect(run.items).toHaveLength(2);
	});
});

test.each(['get', 'getAll'])(
	'%s shows name, address and time zone, and everything when Simplify is off',
	async (name) => {
		const [simple] = await succeed(sandbox, `location.${name}`, { parameters: { returnAll: true } });
		const [whole] = await succeed(sandbox, `location.${name}`, {
			parameters: { returnAll: true, simplify: false },
		});

		expect(simple).not.toHaveProperty('settings');
		expect(simple).toMatchObject({ city: 'New York', timezone: 'America/New_York' });
		expect(whole).toMatchObject({ ...simple, settings: { allowDuplicateContact: false } });
	},
);

test('a location that the token does not open is refused, with what to check', async () => {
	const run = await runOperation(sandbox, 'location.get', { locationId: otherLocationId });

	expect(textOf(run)).toContain('HighLevel refused access');
	expect(textOf(run)).toContain(`the location ${otherLocationId}`);
});
