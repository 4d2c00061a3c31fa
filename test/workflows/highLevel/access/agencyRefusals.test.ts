import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import {
	apiRequests,
	backToNow,
	connect,
	later,
	oAuthRequests,
	reconnect,
	runContactOAuth,
	secretsOf,
} from '../../../support/oAuth2';
import { emailsOf, people, PERSON, storedEmails, textOf } from '../../../support/sandboxRuns';

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

const { locationId, otherLocationId } = DEMO;
const PER_ITEM = { ...PERSON, locationId: byId('={{ $json.where }}') };
const HERE = { ...PERSON, locationId: byId(locationId) };
const without = (...scopes: string[]) => APP_SCOPES.filter((scope) => !scopes.includes(scope));

interface Trouble {
	/** Gives the location that there is no token for. */
	make: () => string;
	message: string;
	remedy: string;
	mend?: (id: string) => void;
}

const TROUBLES: Array<[string, Trouble]> = [
	[
		'in which the app is not installed',
		{
			make: () => sandbox.state.seedLocations(1, { installed: false })[0]?.id ?? '',
			message: 'The app is not installed on location',
			remedy: 'whether the app is installed in it',
			mend: (id) => sandbox.oauth.install({ locationId: id }),
		},
	],
	[
		'that is paused',
		{
			make: () => {
				sandbox.oauth.pause(otherLocationId);
				return otherLocationId;
			},
			message: 'Location is not active',
			remedy: 'Activate it in HighLevel; it works again then, without connecting anew.',
			mend: (id) => sandbox.oauth.unpause(id),
		},
	],
	[
		'of another agency',
		{
			make: () => 'Xx8QmT3xLw5RkZ1pYc7N',
			message: 'The token does not have access to this location.',
			remedy: 'Check the location in the node',
		},
	],
];

describe.each(TROUBLES)('a location %s', (_, { make, message, remedy, mend }) => {
	const mixed = (bad: string): IDataObject[] =>
		people(30).map((person, index) => ({ ...person, where: index % 3 === 0 ? bad : locationId }));

	test('fails its own items, saying so, and no others', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		const bad = make();
		const items = mixed(bad);
		const run = await runContactOAuth(connection, 'create', {
			items,
			parameters: PER_ITEM,
			onError: 'continueErrorOutput',
		});

		expect(run.errorItems).toHaveLength(10);
		for (const { json } of run.errorItems) {
			expect(json.error).toContain(`HighLevel gives the agency no token for the location ${bad}: `);
			expect(json.error).toContain(message);
			expect(json.details).toMatchObject({ field: 'locationId', remedy: expect.stringContaining(remedy) });
		}
		expect(storedEmails(sandbox)).toEqual(emailsOf(items.filter(({ where }) => where === locationId)));
		for (const secret of secretsOf(sandbox)) expect(run.stored).not.toContain(secret);
	});

	test('is asked for once by its 10 items, so that they do not use up the budget of the agency', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		const items = mixed(make());
		await runContactOAuth(connection, 'create', {
			items,
			parameters: PER_ITEM,
			onError: 'continueErrorOutput',
		});

		expect(
			oAuthRequests(sandbox)
				.map(({ status }) => status)
				.sort(),
		).toEqual([201, expect.any(Number)]);
	});

	if (mend) {
		test('works when that is mended, without connecting anew', async () => {
			const connection = connect(sandbox, { userType: 'Company' });
			const bad = make();
			const options = { items: [{ ...people(1)[0], where: bad }], parameters: PER_ITEM };
			expect(textOf(await runContactOAuth(connection, 'create', options))).toContain(message);
			mend(bad);
			later(11_000);

			expect((await runContactOAuth(connection, 'create', options)).items).toHaveLength(1);
		});
	}
});

test('a location that is taken from the app in the middle of things is told as such by all its items', async () => {
	const connection = connect(sandbox, { userType: 'Company' });
	await runContactOAuth(connection, 'create', { items: people(1), parameters: HERE });
	sandbox.oauth.uninstall({ locationId });
	const run = await runContactOAuth(connection, 'create', {
		items: people(20),
		parameters: HERE,
		onError: 'continueErrorOutput',
	});
	expect(run.errorItems[0]?.json.error).toContain('HighLevel does not accept the token');

	later(61_000);
	const next = await runContactOAuth(connection, 'create', {
		items: people(20),
		parameters: HERE,
		onError: 'continueErrorOutput',
	});
	expect(new Set(next.errorItems.map(({ json }) => json.error))).toEqual(
		new Set([
			`HighLevel gives the agency no token for the location ${locationId}: The app is not installed on location ${locationId}`,
		]),
	);
});

test('a missing oauth.write is named, and asked for once by 30 items without any refresh', async () => {
	const connection = connect(sandbox, { userType: 'Company', scopes: without('oauth.write') });
	const run = await runContactOAuth(connection, 'create', {
		items: people(30),
		parameters: HERE,
		onError: 'continueErrorOutput',
	});

	expect(run.errorItems).toHaveLength(30);
	for (const { json } of run.errorItems) {
		expect(json.error).toContain('The token is not authorized for this scope.');
		expect(json.details).toMatchObject({
			scopes: ['oauth.write'],
			remedy: expect.stringContaining('The connection lacks the scope oauth.write.'),
		});
	}
	expect(sandbox.requests).toHaveLength(1);
});

test('a scope that the agency lacks is named for the locations as well, with one exchange', async () => {
	const connection = connect(sandbox, { userType: 'Company', scopes: without('contacts.write') });
	const run = await runContactOAuth(connection, 'create', {
		items: people(30),
		parameters: HERE,
		onError: 'continueErrorOutput',
	});

	expect(run.errorItems).toHaveLength(30);
	expect(run.errorItems[0]?.json.details).toMatchObject({ scopes: ['contacts.write'] });
	expect(apiRequests(sandbox)).toHaveLength(30);
	expect(oAuthRequests(sandbox)).toHaveLength(1);
});

test('an agency that was connected again with the scope works at once, not only after a day', async () => {
	const connection = connect(sandbox, { userType: 'Company', scopes: without('contacts.write') });
	const options = { items: people(5), parameters: HERE };
	expect(textOf(await runContactOAuth(connection, 'create', options))).toContain('contacts.write');
	const run = await runContactOAuth(
		reconnect(sandbox, connection, { userType: 'Company' }),
		'create',
		options,
	);

	expect(textOf(run).trim()).toBe('');
	expect(storedEmails(sandbox)).toEqual(emailsOf(people(5)));
});

test('a credential that may only read cannot write with the tokens of another one', async () => {
	const all = connect(sandbox, { userType: 'Company' });
	const readOnly = connect(sandbox, { userType: 'Company', scopes: without('contacts.write') });
	await runContactOAuth(all, 'create', { items: people(1), parameters: HERE });
	const run = await runContactOAuth(readOnly, 'create', { items: people(2).slice(1), parameters: HERE });

	expect(textOf(run)).toContain('The connection lacks the scope contacts.write');
	expect(storedEmails(sandbox)).toEqual(emailsOf(people(1)));
});

test('a credential gets no tokens of another one, even with the same scopes', async () => {
	const own = connect(sandbox, { userType: 'Company' });
	await runContactOAuth(own, 'create', { items: people(1), parameters: HERE });
	const forged = connect(sandbox, { userType: 'Company' });
	Object.assign(forged.credentials.goHighLevelOAuth2Api.oauthTokenData as IDataObject, {
		access_token: 'made-up',
		refresh_token: 'made-up',
	});
	const run = await runContactOAuth(forged, 'getAll', {
		parameters: { returnAll: true, locationId: byId(locationId) },
	});

	expect(run.items).toEqual([]);
	expect(textOf(run)).toContain('has to be connected again');
});

describe('an exchange that takes long', () => {
	const slow = () =>
		sandbox.faults.add({ kind: 'slow', path: '^/oauth/locationToken', delayMs: 3_000, times: 1 });
	const pause = async () => await new Promise((resolve) => setTimeout(resolve, 200));

	test('is begun anew by others when the execution that began it is cancelled', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		slow();
		const first = runContactOAuth(connection, 'create', {
			items: people(1),
			parameters: HERE,
			cancelAfterMs: 500,
		});
		await pause();
		const second = await runContactOAuth(connection, 'create', {
			items: people(11).slice(1),
			parameters: HERE,
		});

		expect((await first).error?.message).toBe('The execution was cancelled');
		expect(textOf(second).trim()).toBe('');
		expect(storedEmails(sandbox)).toEqual(emailsOf(people(11).slice(1)));
	});

	test('is left at once by an execution that is cancelled', async () => {
		const connection = connect(sandbox, { userType: 'Company' });
		slow();
		const first = runContactOAuth(connection, 'create', { items: people(1), parameters: HERE });
		await pause();
		const second = await runContactOAuth(connection, 'create', {
			items: people(11).slice(1),
			parameters: HERE,
			cancelAfterMs: 200,
		});

		expect(second.error?.message).toBe('The execution was cancelled');
		expect(sandbox.oauth.counts().locationTokens).toBe(0);
		expect((await first).items).toHaveLength(1);
	});
});

test.each([
	['a closed connection', { kind: 'connectionReset' as const }],
	['a server error', { kind: 'serverError' as const }],
	['a lost answer', { kind: 'lostAnswer' as const }],
	['the rate limit', { kind: 'rateLimited' as const }],
])('%s during an exchange is got over: every contact is created once', async (_, fault) => {
	sandbox.configure({ rateLimit: { max: 1_000, intervalMs: 300 } });
	sandbox.faults.add({ ...fault, path: '^/oauth/locationToken', times: 2 });
	const run = await runContactOAuth(connect(sandbox, { userType: 'Company' }), 'create', {
		items: people(20),
		parameters: HERE,
	});

	expect(textOf(run).trim()).toBe('');
	expect(storedEmails(sandbox)).toEqual(emailsOf(people(20)));
});

test('exchanges that do not come through for long are not tried for each of 20 items', async () => {
	sandbox.faults.add({ kind: 'serverError', path: '^/oauth/locationToken' });
	const run = await runContactOAuth(connect(sandbox, { userType: 'Company' }), 'create', {
		items: people(20),
		parameters: HERE,
		onError: 'continueErrorOutput',
	});

	expect(run.errorItems).toHaveLength(20);
	expect(sandbox.requests).toHaveLength(6);
	expect(storedEmails(sandbox)).toEqual([]);
});
