import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { connect, reconnect, runOperationOAuth } from '../../../support/oAuth2';
import { fail, succeed } from '../../../support/odd/outcomes';
import { requestsOf, textOf } from '../../../support/sandboxRuns';

const { amelia, ben, chloe, daniel } = DEMO.users;

let sandbox: HighLevelSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => await sandbox.close());

const searches = () => requestsOf(sandbox, 'GET', /users\/search$/).map(({ query }) => query);

function addUsers(count: number): void {
	const known = sandbox.state.users.get(ben);
	if (!known) throw new Error('The seed has no Ben');
	for (let index = 0; index < count; index++) {
		sandbox.state.users.set(`user${index}`, { ...known, id: `user${index}`, lastName: `No${index}` });
	}
}

test('Get Many gives the users of this location, not those of others of the agency', async () => {
	const users = await succeed(sandbox, 'user.getAll', { parameters: { returnAll: true } });

	expect(users.map(({ id }) => id)).toEqual([amelia, ben, chloe]);
	expect(searches()).toEqual([
		expect.objectContaining({ companyId: DEMO.companyId, locationId: DEMO.locationId }),
	]);
});

test('Return All gives each of 253 users once, over several pages; a limit reads no more than it needs', async () => {
	addUsers(250);
	const all = await succeed(sandbox, 'user.getAll', { parameters: { returnAll: true } });
	expect(new Set(all.map(({ id }) => id)).size).toBe(253);
	expect(searches().map(({ skip }) => Number(skip))).toEqual([0, 100, 200]);

	sandbox.requests.length = 0;
	const some = await succeed(sandbox, 'user.getAll', { parameters: { limit: 120 } });
	expect(some.map(({ id }) => id)).toEqual(all.slice(0, 120).map(({ id }) => id));
	expect(searches()).toHaveLength(2);
});

describe('filters', () => {
	beforeEach(() => {
		const [first, second] = [sandbox.state.users.get(amelia), sandbox.state.users.get(chloe)];
		if (!first || !second) throw new Error('The seed lacks users');
		sandbox.state.users.set(amelia, { ...first, role: 'admin', type: 'account' });
		sandbox.state.users.set(chloe, { ...second, role: 'user', type: 'agency' });
	});

	test.each<[filters: Record<string, string>, expected: string[]]>([
		[{ query: ' Okafor ' }, [ben]],
		[{ query: 'CHLOE@harborview' }, [chloe]],
		[{ role: 'admin' }, [amelia]],
		[{ role: 'user' }, [ben, chloe]],
		[{ type: 'agency' }, [chloe]],
		[{ role: 'user', type: 'account' }, [ben]],
		[{ query: 'amelia', role: 'user' }, []],
	])('%j', async (filters, expected) => {
		const users = await succeed(sandbox, 'user.getAll', { parameters: { returnAll: true, filters } });

		expect(users.map(({ id }) => id)).toEqual(expected);
	});

	test('that are empty are not sent', async () => {
		await succeed(sandbox, 'user.getAll', {
			parameters: { returnAll: true, filters: { query: ' ', role: '={{ $json.nothing }}' } },
		});

		expect(Object.keys(searches()[0] ?? {}).sort()).toEqual(['companyId', 'limit', 'locationId', 'skip']);
	});
});

test('Get reads each mapped user, in the order of the items', async () => {
	const run = await runOperation(sandbox, 'user.get', {
		items: [{ who: chloe }, { who: ben }],
		parameters: { userId: byId('={{ $json.who }}') },
	});

	expect(run.items.map(({ json, pairedItem }) => [json.id, json.name, pairedItem])).toEqual([
		[chloe, 'Chloe Marsh', { item: 0 }],
		[ben, 'Ben Okafor', { item: 1 }],
	]);
});

test.each(['get', 'getAll'])(
	'%s shows what identifies the user, and everything when Simplify is off',
	async (name) => {
		const parameters = { userId: byId(ben), returnAll: true, filters: { query: 'ben' } };
		const [simple] = await succeed(sandbox, `user.${name}`, { parameters });
		const [whole] = await succeed(sandbox, `user.${name}`, {
			parameters: { ...parameters, simplify: false },
		});

		expect(simple).toMatchObject({ id: ben, email: 'ben@harborview.example', roles: { role: 'user' } });
		expect(whole).toMatchObject({ ...simple });
	},
);

test('a user of another location is refused, with what to check', async () => {
	const error = await fail(sandbox, 'user.get', { parameters: { userId: byId(daniel) } });

	expect(error.message).toContain('HighLevel refused access');
	expect(error.description).toContain('must belong together');
});

test('an agency reads the users of the location that is chosen', async () => {
	const connection = connect(sandbox, { userType: 'Company' });
	const run = await runOperationOAuth(connection, 'user.getAll', {
		parameters: { returnAll: true, locationId: byId(DEMO.otherLocationId) },
	});

	expect(textOf(run).trim()).toBe('');
	expect(run.items.map(({ json }) => json.id)).toEqual([daniel]);
});

test('a connection that may not read the location says so, also where another connection of the app may', async () => {
	const parameters = { returnAll: true };
	const allowed = await runOperationOAuth(connect(sandbox), 'user.getAll', { parameters });
	const weak = connect(sandbox, { scopes: ['users.readonly'] });
	const refused = await runOperationOAuth(weak, 'user.getAll', { parameters });
	const again = await runOperationOAuth(reconnect(sandbox, weak), 'user.getAll', { parameters });

	expect(allowed.items).toHaveLength(3);
	expect(textOf(refused)).toContain('The connection lacks the scope locations.readonly.');
	expect(again.items).toHaveLength(3);
});

test('200 items read the location once, not for each of them', async () => {
	const items = Array.from({ length: 200 }, () => ({}));
	const run = await runOperation(sandbox, 'user.getAll', { items, parameters: { limit: 1 } });

	expect(run.items).toHaveLength(200);
	expect(requestsOf(sandbox, 'GET', /^\/locations\//)).toHaveLength(1);
});
