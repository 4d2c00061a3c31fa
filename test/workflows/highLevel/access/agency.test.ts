import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import {
	apiRequests,
	backToNow,
	connect,
	later,
	oAuthRequests,
	runContactOAuth,
	tokensOf,
} from '../../../support/oAuth2';
import { emailsOf, people, PERSON, storedEmails, textOf } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

const { locationId, otherLocationId } = DEMO;
const PER_ITEM = { ...PERSON, locationId: byId('={{ $json.where }}') };
const HERE = { ...PERSON, locationId: byId(locationId) };

/** `perLocation` people for each location, so mixed that no two neighbours belong together. */
function mixed(locationIds: string[], perLocation: number): IDataObject[] {
	return people(locationIds.length * perLocation).map((person, index) => ({
		...person,
		where: locationIds[(index * 7) % locationIds.length],
	}));
}

const seedIds = (count: number) => sandbox.state.seedLocations(count).map(({ id }) => id);

function expectEachInItsLocation(items: IDataObject[], locationIds: string[]): void {
	for (const id of locationIds) {
		expect(storedEmails(sandbox, id)).toEqual(emailsOf(items.filter(({ where }) => where === id)));
	}
}

/** The tokens of the locations end, that of the agency does not. */
function expireLocationTokens(): void {
	for (const [key, { kind, level }] of [...sandbox.state.tokens]) {
		if (kind === 'oauth' && level === 'location') sandbox.state.tokens.delete(key);
	}
}

describe('one run over 90 items of 30 locations', () => {
	test('puts each item into its location, with one exchange for each location', async () => {
		const ids = seedIds(30);
		const items = mixed(ids, 3);
		const run = await runContactOAuth(connect(sandbox, { userType: 'Company' }), 'create', {
			items,
			parameters: PER_ITEM,
		});

		expect(textOf(run).trim()).toBe('');
		expect(run.items.map(({ json }) => json.email)).toEqual(items.map(({ email }) => email));
		expect(run.items.map(({ json }) => json.locationId)).toEqual(items.map(({ where }) => where));
		expectEachInItsLocation(items, ids);
		expect(ids.map((id) => sandbox.oauth.counts(id).locationTokens)).toEqual(ids.map(() => 1));
		expect(sandbox.oauth.counts()).toMatchObject({ locationTokens: 30, refreshes: 0 });
		expect(oAuthRequests(sandbox)).toHaveLength(30);
		expect(apiRequests(sandbox)).toHaveLength(90);
	});

	test('makes no exchange the next time, nor in another execution at once', async () => {
		const ids = seedIds(30);
		const connection = connect(sandbox, { userType: 'Company' });
		const options = { items: mixed(ids, 3), parameters: PER_ITEM };
		await Promise.all([
			runContactOAuth(connection, 'upsert', options),
			runContactOAuth(connection, 'upsert', options),
		]);
		const run = await runContactOAuth(connection, 'upsert', options);

		expect(textOf(run).trim()).toBe('');
		expect(sandbox.oauth.counts()).toMatchObject({ locationTokens: 30 });
	});

	test('gives each location a budget of its own: 3 requests each, for all 30 at once', async () => {
		const ids = seedIds(30);
		const connection = connect(sandbox, { userType: 'Company' });
		await runContactOAuth(connection, 'create', { items: mixed(ids, 1), parameters: PER_ITEM });
		// So that those of the first run do not count any more.
		later(120_000);
		sandbox.configure({ rateLimit: { max: 3, intervalMs: 60_000 } });
		sandbox.requests.length = 0;
		const items = mixed(ids, 3).map((item) => ({ ...item, email: `again-${String(item.email)}` }));
		const run = await runContactOAuth(connection, 'create', { items, parameters: PER_ITEM });

		// With one budget for all, the fourth request would wait for a minute.
		expect(textOf(run).trim()).toBe('');
		expect(run.items).toHaveLength(90);
		expect(sandbox.requests.filter(({ status }) => status === 429)).toEqual([]);
		expect(
			ids.map((id) => apiRequests(sandbox).filter((request) => request.locationId === id).length),
		).toEqual(ids.map(() => 3));
	});
});

test('the location can be chosen from the list, by ID and by the address of its page', async () => {
	const connection = connect(sandbox, { userType: 'Company' });
	const [first, second, third] = people(3);
	const create = async (item: IDataObject | undefined, location: IDataObject) =>
		await runContactOAuth(connection, 'create', {
			items: [item ?? {}],
			parameters: { ...PERSON, locationId: location },
		});
	await create(first, {
		__rl: true,
		mode: 'list',
		value: otherLocationId,
		cachedResultName: 'Lakeside Homes',
	});
	await create(second, byId(otherLocationId));
	await create(third, {
		__rl: true,
		mode: 'url',
		value: `https://app.gohighlevel.com/v2/location/${otherLocationId}/dashboard`,
	});

	expect(storedEmails(sandbox, otherLocationId)).toEqual(emailsOf(people(3)));
	expect(storedEmails(sandbox, locationId)).toEqual([]);
});

test.each([
	['no location', {}],
	['an expression that gives none', { locationId: byId('={{ $json.nothing }}') }],
])('with %s, an agency is told to choose one before anything is sent', async (_, location) => {
	const run = await runContactOAuth(connect(sandbox, { userType: 'Company' }), 'create', {
		items: people(3),
		parameters: { ...PERSON, ...location },
	});

	expect(run.error?.message).toBe('This connection is to an agency, and no location is chosen [item 0]');
	expect(run.error?.description).toContain('Choose the location in the node');
	expect(sandbox.requests).toEqual([]);
});

describe('tokens of locations that have come to an end', () => {
	test('are exchanged again once, for 20 items that find them refused', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		await runContactOAuth(connection, 'create', { items: people(1), parameters: HERE });
		later(120_000);
		expireLocationTokens();
		const run = await runContactOAuth(connection, 'create', { items: people(21).slice(1), parameters: HERE });

		expect(textOf(run).trim()).toBe('');
		expect(storedEmails(sandbox)).toEqual(emailsOf(people(21)));
		expect(sandbox.oauth.counts()).toMatchObject({ locationTokens: 2, refreshes: 0 });
	});

	test('are exchanged again before they are refused, when their day is nearly over', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		await runContactOAuth(connection, 'create', { items: people(1), parameters: HERE });
		later(86_399_000 - 30_000);
		const run = await runContactOAuth(connection, 'create', { items: people(21).slice(1), parameters: HERE });

		expect(textOf(run).trim()).toBe('');
		expect(sandbox.oauth.counts()).toMatchObject({ locationTokens: 2 });
		expect(sandbox.requests.filter(({ status }) => status === 401)).toEqual([]);
	});

	test('are not exchanged for each of 30 items when HighLevel refuses the new ones as well', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		await runContactOAuth(connection, 'create', { items: people(1), parameters: HERE });
		later(120_000);
		expireLocationTokens();
		// Each new token of a location ends as soon as it is made.
		sandbox.state.onRecord = (name, _, after) => {
			if (name === 'tokens' && after) queueMicrotask(expireLocationTokens);
		};
		const run = await runContactOAuth(connection, 'create', {
			items: people(30),
			parameters: HERE,
			onError: 'continueErrorOutput',
		});

		expect(run.errorItems).toHaveLength(30);
		expect(sandbox.oauth.counts()).toMatchObject({ locationTokens: 2, refreshes: 0 });
	});
});

describe('an agency whose own token has expired', () => {
	test('gets one new one for 20 items of 10 locations, and then one token for each location', async () => {
		const ids = seedIds(10);
		const connection = connect(sandbox, { userType: 'Company' });
		sandbox.oauth.expireAccessTokens();
		const items = mixed(ids, 2);
		const run = await runContactOAuth(connection, 'create', { items, parameters: PER_ITEM });

		expect(textOf(run).trim()).toBe('');
		expectEachInItsLocation(items, ids);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0, locationTokens: 10 });
		expect(tokensOf(connection)).toMatchObject({ userType: 'Company', companyId: DEMO.companyId });
	});

	test('needs no new one as long as the tokens of the locations are good', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		await runContactOAuth(connection, 'create', { items: people(1), parameters: HERE });
		for (const [key, { level, kind }] of [...sandbox.state.tokens]) {
			if (level === 'agency' && kind === 'oauth') sandbox.state.tokens.delete(key);
		}
		const run = await runContactOAuth(connection, 'getAll', {
			parameters: { returnAll: true, locationId: byId(locationId) },
		});

		expect(run.items).toHaveLength(1);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 0, locationTokens: 1 });
	});

	test('is told to connect again when there is no new one', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		sandbox.oauth.uninstall();
		const run = await runContactOAuth(connection, 'create', { items: people(20), parameters: HERE });

		expect(textOf(run)).toContain('The HighLevel credential has to be connected again: Invalid grant');
		expect(oAuthRequests(sandbox, /token$/).length).toBe(1);
	});
});
