import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import {
	apiRequests,
	backToNow,
	connect,
	later,
	oAuthRequests,
	runContactOAuth,
	secretsOf,
	tokensOf,
} from '../../../support/oAuth2';
import { emailsOf, people, PERSON, requestsOf, storedEmails } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

const last4 = (token: string) => token.slice(-4);

test('20 items that find the token expired spend one refresh token, and each contact is created once', async () => {
	const connection = connect(sandbox);
	sandbox.oauth.expireAccessTokens();
	const run = await runContactOAuth(connection, 'create', { items: people(20), parameters: PERSON });

	expect(run.error).toBeUndefined();
	expect(run.items).toHaveLength(20);
	expect(storedEmails(sandbox)).toEqual(emailsOf(people(20)));
	expect(oAuthRequests(sandbox)).toMatchObject([{ path: '/oauth/token', status: 200 }]);
	expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
});

test('the next execution uses the new token, without asking for another', async () => {
	const connection = connect(sandbox);
	const old = tokensOf(connection);
	sandbox.oauth.expireAccessTokens();
	await runContactOAuth(connection, 'create', { items: people(20), parameters: PERSON });
	const renewed = tokensOf(connection);
	sandbox.requests.length = 0;
	const run = await runContactOAuth(connection, 'getAll', { parameters: { returnAll: true } });

	expect(run.items).toHaveLength(20);
	expect(renewed.access_token).not.toBe(old.access_token);
	expect(renewed.refresh_token).not.toBe(old.refresh_token);
	expect(renewed).toMatchObject({ userType: 'Location', locationId: DEMO.locationId });
	expect(sandbox.requests.map(({ status, token }) => [status, token?.last4])).toEqual([
		[200, last4(renewed.access_token)],
	]);
});

test('two executions at once on one credential spend one refresh token between them', async () => {
	const connection = connect(sandbox);
	sandbox.oauth.expireAccessTokens();
	const [first, second] = await Promise.all([
		runContactOAuth(connection, 'create', { items: people(40).slice(0, 20), parameters: PERSON }),
		runContactOAuth(connection, 'create', { items: people(40).slice(20), parameters: PERSON }),
	]);

	expect([first.error, second.error]).toEqual([undefined, undefined]);
	expect(storedEmails(sandbox)).toEqual(emailsOf(people(40)));
	expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
});

test('each of two credentials gets a token of its own, even of the same location', async () => {
	const connections = [connect(sandbox), connect(sandbox)];
	sandbox.oauth.expireAccessTokens();
	const runs = await Promise.all(
		connections.map(
			async (connection, index) =>
				await runContactOAuth(connection, 'create', {
					items: people(20).slice(index * 10, index * 10 + 10),
					parameters: PERSON,
				}),
		),
	);

	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 2, refusedRefreshes: 0 });
	expect(new Set(connections.map((connection) => tokensOf(connection).access_token)).size).toBe(2);
});

test('a token that expires in the middle of a run costs one refresh and no contact', async () => {
	const connection = connect(sandbox);
	sandbox.configure({ latencyMs: 20 });
	const stored = sandbox.state.contacts;
	const expiry = setInterval(() => {
		if (stored.size < 30) return;
		clearInterval(expiry);
		sandbox.oauth.expireAccessTokens();
	}, 5);
	const run = await runContactOAuth(connection, 'create', { items: people(100), parameters: PERSON });
	clearInterval(expiry);

	expect(run.error).toBeUndefined();
	expect(storedEmails(sandbox)).toEqual(emailsOf(people(100)));
	expect(
		requestsOf(sandbox, 'POST', /contacts/).filter(({ status }) => status === 401).length,
	).toBeGreaterThan(0);
	expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
});

test('a token that has come to the end of its day is replaced, day after day', async () => {
	const connection = connect(sandbox);
	for (let day = 1; day <= 3; day++) {
		later(86_400_000);
		const run = await runContactOAuth(connection, 'getAll', { parameters: { returnAll: true } });
		expect(run.error).toBeUndefined();
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: day, refusedRefreshes: 0 });
	}
});

test('a run with a good token asks for no other, and sends each request once', async () => {
	const connection = connect(sandbox);
	await runContactOAuth(connection, 'create', { items: people(30), parameters: PERSON });

	expect(apiRequests(sandbox, /^\/contacts/)).toHaveLength(30);
	expect(oAuthRequests(sandbox)).toEqual([]);
});

test('no token is left in what n8n stores of an execution that got a new one', async () => {
	const connection = connect(sandbox);
	const before = secretsOf(sandbox);
	sandbox.oauth.expireAccessTokens();
	const { stored } = await runContactOAuth(connection, 'create', { items: people(2), parameters: PERSON });

	expect(stored).toContain('person0@example.com');
	for (const secret of [...before, ...secretsOf(sandbox)]) expect(stored).not.toContain(secret);
});
