import { pace } from '../../../support/pace';
import type { FaultRule, HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import {
	backToNow,
	connect,
	oAuthRequests,
	runContactOAuth,
	secretsOf,
	tokensOf,
} from '../../../support/oAuth2';
import {
	detailsOf,
	emailsOf,
	people,
	PERSON,
	storeContact,
	storedEmails,
	textOf,
} from '../../../support/sandboxRuns';

pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;

beforeEach(async () => (sandbox = await startSandbox()));
afterEach(async () => {
	backToNow();
	await sandbox.close();
});

const TOKEN = '^/oauth/token$';
const CREATE = { items: people(10), parameters: PERSON };

const PASSING: Array<[string, FaultRule]> = [
	['a closed connection', { kind: 'connectionReset', times: 2 }],
	['a server error', { kind: 'serverError', times: 2 }],
	['a gateway error', { kind: 'serverError', status: 503, times: 2 }],
	['the rate limit', { kind: 'rateLimited', times: 2 }],
];

describe.each(PASSING)('when the request for a new token meets %s', (_, fault) => {
	test('the run goes on with the next one: every contact is created once', async () => {
		const connection = connect(sandbox);
		sandbox.oauth.expireAccessTokens();
		sandbox.faults.add({ ...fault, path: TOKEN });
		const run = await runContactOAuth(connection, 'create', CREATE);

		expect(run.error).toBeUndefined();
		expect(storedEmails(sandbox)).toEqual(emailsOf(people(10)));
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
		expect(oAuthRequests(sandbox)).toHaveLength(3);
	});

	test('what is never sent twice is not reported as perhaps done: it is done', async () => {
		const connection = connect(sandbox);
		const contactId = storeContact(sandbox);
		sandbox.oauth.expireAccessTokens();
		sandbox.faults.add({ ...fault, path: TOKEN });
		const run = await runContactOAuth(connection, 'addToWorkflow', {
			parameters: { contactId: byId(contactId), workflowId: byId(DEMO.workflows.newLead) },
		});

		expect(textOf(run).trim()).toBe('');
		expect(sandbox.state.contacts.get(contactId)?.workflows).toEqual([DEMO.workflows.newLead]);
	});
});

test('no new token for long: each item says that nothing was sent, and few are the requests', async () => {
	const connection = connect(sandbox);
	sandbox.oauth.expireAccessTokens();
	sandbox.faults.add({ kind: 'connectionReset', path: TOKEN });
	const run = await runContactOAuth(connection, 'create', { ...CREATE, onError: 'continueErrorOutput' });

	expect(run.errorItems).toHaveLength(10);
	for (const { json } of run.errorItems) {
		expect(json.error).toContain('could not be reached');
		expect(json.details).toMatchObject({
			remedy: expect.stringContaining('Nothing was sent for this item.'),
		});
		expect(json.details).not.toHaveProperty('mayHaveHappened');
	}
	expect(oAuthRequests(sandbox).length).toBeLessThanOrEqual(20);
	expect(storedEmails(sandbox)).toEqual([]);
	for (const secret of secretsOf(sandbox)) expect(run.stored).not.toContain(secret);
	expect(run.stored).not.toMatch(/client_secret|refresh_token=/);

	sandbox.faults.clear();
	expect((await runContactOAuth(connection, 'create', CREATE)).items).toHaveLength(10);
});

test('a new token that was lost on its way has used up the old one: connect again', async () => {
	const connection = connect(sandbox);
	sandbox.oauth.expireAccessTokens();
	sandbox.faults.add({ kind: 'lostAnswer', path: TOKEN, times: 1 });
	const run = await runContactOAuth(connection, 'create', CREATE);

	expect(textOf(run)).toContain('The HighLevel credential has to be connected again: Invalid grant');
	expect(detailsOf(run)).not.toHaveProperty('mayHaveHappened');
	expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 1 });
});

test('where HighLevel takes a used token for a while longer, a lost answer does no harm', async () => {
	sandbox.configure({ refreshGraceMs: 30_000 });
	const connection = connect(sandbox);
	sandbox.oauth.expireAccessTokens();
	sandbox.faults.add({ kind: 'lostAnswer', path: TOKEN, times: 1 });
	const run = await runContactOAuth(connection, 'create', CREATE);

	expect(textOf(run).trim()).toBe('');
	expect(storedEmails(sandbox)).toEqual(emailsOf(people(10)));
});

describe('an answer that is lost beside the refresh', () => {
	test('does not keep the others from their new token', async () => {
		const connection = connect(sandbox);
		sandbox.oauth.expireAccessTokens();
		// Strikes the first request with the new token: that of the item that fetched it.
		sandbox.faults.add({ kind: 'lostAnswer', path: '^/contacts/$', method: 'POST', times: 1 });
		const run = await runContactOAuth(connection, 'create', CREATE);

		expect(textOf(run).trim()).toBe('');
		expect(storedEmails(sandbox)).toEqual(emailsOf(people(10)));
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	});

	test('nor does a server error', async () => {
		const connection = connect(sandbox);
		sandbox.oauth.expireAccessTokens();
		sandbox.faults.add({ kind: 'serverError', path: '^/contacts/$', times: 3 });
		const run = await runContactOAuth(connection, 'create', CREATE);

		expect(textOf(run).trim()).toBe('');
		expect(storedEmails(sandbox)).toEqual(emailsOf(people(10)));
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	});
});

describe('an execution that is cancelled while a new token is on its way', () => {
	const slow = () => sandbox.faults.add({ kind: 'slow', path: TOKEN, delayMs: 3_000, times: 1 });
	const refreshed = async () => {
		while (sandbox.oauth.counts().refreshes === 0) await new Promise((resolve) => setTimeout(resolve, 20));
		await new Promise((resolve) => setTimeout(resolve, 100));
	};

	test('ends at once and sends nothing more; the token is kept for the next one', async () => {
		const connection = connect(sandbox);
		const before = tokensOf(connection);
		sandbox.oauth.expireAccessTokens();
		slow();
		const cancelWhen = () => oAuthRequests(sandbox).length > 0;
		const run = await runContactOAuth(connection, 'create', { ...CREATE, cancelWhen });
		expect(run.error?.message).toBe('The execution was cancelled');
		expect(sandbox.oauth.counts().refreshes).toBe(0);

		await refreshed();
		expect(storedEmails(sandbox)).toEqual([]);
		expect(tokensOf(connection).refresh_token).not.toBe(before.refresh_token);
		const next = await runContactOAuth(connection, 'create', CREATE);
		expect(next.items).toHaveLength(10);
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	});

	test('leaves the token to another execution that waits for it', async () => {
		const connection = connect(sandbox);
		sandbox.oauth.expireAccessTokens();
		slow();
		const cancelled = runContactOAuth(connection, 'getAll', {
			parameters: { returnAll: true },
			cancelAfterMs: 400,
		});
		await new Promise((resolve) => setTimeout(resolve, 200));
		const other = await runContactOAuth(connection, 'create', CREATE);

		expect((await cancelled).error?.message).toBe('The execution was cancelled');
		expect(textOf(other).trim()).toBe('');
		expect(storedEmails(sandbox)).toEqual(emailsOf(people(10)));
		expect(sandbox.oauth.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 0 });
	});

	test('ends at once too when it waits for the refresh of another one', async () => {
		const connection = connect(sandbox);
		sandbox.oauth.expireAccessTokens();
		slow();
		const first = runContactOAuth(connection, 'create', CREATE);
		await new Promise((resolve) => setTimeout(resolve, 200));
		const run = await runContactOAuth(connection, 'getAll', {
			parameters: { returnAll: true },
			cancelAfterMs: 200,
		});

		expect(run.error?.message).toBe('The execution was cancelled');
		expect(sandbox.oauth.counts().refreshes).toBe(0);
		expect((await first).items).toHaveLength(10);
	});
});
