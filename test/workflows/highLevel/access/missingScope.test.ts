import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES } from '../../../../sandbox/highLevel';
import { startSandbox } from '../../../support/highLevel';
import {
	apiRequests,
	backToNow,
	connect,
	later,
	oAuthRequests,
	reconnect,
	runContactOAuth,
	secretsOf,
	tokensOf,
} from '../../../support/oAuth2';
import { people, PERSON, textOf } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

const READ_ONLY = APP_SCOPES.filter((scope) => !scope.endsWith('.write'));
const CREATE = { items: people(30), parameters: PERSON, onError: 'continueErrorOutput' as const };

test('30 items without the scope make no refresh at all, and each is sent once', async () => {
	const connection = connect(sandbox, { scopes: READ_ONLY });
	const before = tokensOf(connection);
	const run = await runContactOAuth(connection, 'create', CREATE);

	expect(run.errorItems).toHaveLength(30);
	expect(apiRequests(sandbox)).toHaveLength(30);
	expect(oAuthRequests(sandbox)).toEqual([]);
	expect(tokensOf(connection)).toEqual(before);
});

test('the scope that is missing is named, and where to add it; those that are there are not', async () => {
	const run = await runContactOAuth(connect(sandbox, { scopes: READ_ONLY }), 'create', {
		items: people(1),
		parameters: PERSON,
	});

	expect(run.error?.message).toContain('The token is not authorized for this scope.');
	expect(run.error?.description).toContain('The connection lacks the scope contacts.write.');
	expect(run.error?.description).toContain('under Access in the credential, and connect again');
	expect(run.error?.description).not.toContain('contacts.readonly');
	for (const secret of secretsOf(sandbox)) expect(run.stored).not.toContain(secret);
});

test('an expired token without the scope is refreshed once, not for each of 30 items', async () => {
	const connection = connect(sandbox, { scopes: READ_ONLY });
	sandbox.oauth.expireAccessTokens();
	const run = await runContactOAuth(connection, 'create', CREATE);

	expect(run.errorItems).toHaveLength(30);
	for (const { json } of run.errorItems) {
		expect(json.details).toMatchObject({ scopes: ['contacts.write'] });
	}
	expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
});

test('a connection that was made again with the scope works at once', async () => {
	const connection = connect(sandbox, { scopes: READ_ONLY });
	await runContactOAuth(connection, 'create', CREATE);
	const run = await runContactOAuth(reconnect(sandbox, connection), 'create', CREATE);

	expect(run.items).toHaveLength(30);
});

describe('a new token that HighLevel refuses as well', () => {
	// Each token has expired by the time that it is used.
	beforeEach(() => sandbox.configure({ accessTokenLifetimeS: 0 }));

	test('is not replaced for each of 30 items', async () => {
		const connection = connect(sandbox);
		const run = await runContactOAuth(connection, 'create', CREATE);

		expect(run.errorItems).toHaveLength(30);
		expect(String(run.errorItems[0]?.json.error)).toBe('HighLevel does not accept the token: Invalid JWT');
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	});

	test('is not replaced by the next execution either, until a minute has passed', async () => {
		const connection = connect(sandbox);
		await runContactOAuth(connection, 'create', CREATE);
		await runContactOAuth(connection, 'create', CREATE);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1 });

		later(61_000);
		sandbox.configure({ accessTokenLifetimeS: 86_399 });
		const run = await runContactOAuth(connection, 'create', CREATE);
		expect(textOf(run).trim()).toBe('');
		expect(run.items).toHaveLength(30);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 2 });
	});
});
