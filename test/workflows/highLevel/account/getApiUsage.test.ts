import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import type { OperationRun } from '../../../support/highLevel';
import { DEMO, runContact, runOperation, startSandbox } from '../../../support/highLevel';
import { backToNow, later } from '../../../support/oAuth2';
import { pace } from '../../../support/pace';
import { people, PERSON, textOf } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';

let forget = () => {};
let sandbox: HighLevelSandbox;
beforeEach(async () => {
	// The rules are the same after shorter waits.
	forget = pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });
	sandbox = await startSandbox({ rateLimit: { max: 50, intervalMs: 10_000, daily: 1_000 } });
});
afterEach(async () => {
	backToNow();
	forget();
	await sandbox.close();
});

const run = async (options?: IDataObject, more: OperationRun = {}) =>
	await runOperation(sandbox, 'account.getApiUsage', { ...more, parameters: { options } });

async function usage(options?: IDataObject, more?: OperationRun): Promise<IDataObject> {
	const ended = await run(options, more);
	expect(textOf(ended).trim()).toBe('');
	expect(ended.stored).not.toContain(more?.token ?? DEMO.token);
	expect(ended.items).toHaveLength(1);
	return ended.items[0]?.json ?? {};
}

/** A request whose response this process does not see. */
async function ofAnotherWorker(): Promise<void> {
	const headers = { Authorization: `Bearer ${DEMO.token}`, Version: '2021-07-28' };
	await fetch(`${sandbox.url}/locations/${DEMO.locationId}`, { headers });
}

test('of a process that has sent nothing yet costs one request, which is counted', async () => {
	expect(await usage()).toMatchObject({
		today: { used: 1, left: 999, limit: 1_000, resetsAt: null },
		burst: { used: 1, left: 49, limit: 50, windowSeconds: 10 },
		process: { requests: 1, refused: 0, unanswered: 0, latency: { measured: 1 } },
	});
	expect(sandbox.requests).toHaveLength(1);
});

test('counts what other workers sent today, in the newest response, and says how old that is', async () => {
	await runContact(sandbox, 'create', { items: people(3), parameters: PERSON });
	const own = sandbox.requests.length;
	for (let sent = 0; sent < 20; sent++) await ofAnotherWorker();
	const all = sandbox.requests.length;
	later(3_600_000);
	const old = await usage();
	expect(old).toMatchObject({ today: { used: own }, process: { requests: own } });
	expect(old.reportAgeSeconds).toBeGreaterThanOrEqual(3_600);
	expect(sandbox.requests).toHaveLength(all);

	const read = await usage({ maxAgeSeconds: 3_599 });
	expect(read).toMatchObject({ today: { used: own + 21 }, process: { requests: own + 1 } });
	expect(read.reportAgeSeconds).toBeLessThan(3_600);
	// What is of another day is read again by itself.
	later(25 * 3_600_000);
	expect(await usage()).toMatchObject({ today: { used: 1 } });
});

test('counts refusals and requests without a response, and the time of the others', async () => {
	sandbox.faults.add({ kind: 'rateLimited', times: 2, retryAfterSeconds: 0.01 });
	sandbox.faults.add({ kind: 'connectionReset', times: 1 });
	await runOperation(sandbox, 'tag.getAll', { parameters: { returnAll: true } });
	const { process } = (await usage()) as { process: IDataObject };
	expect(process).toMatchObject({ requests: 4, refused: 2, unanswered: 1, latency: { measured: 1 } });
	const { p50Ms, p95Ms } = process.latency as Record<string, number>;
	expect(p50Ms).toBe(p95Ms);
	expect(Date.parse(String(process.since))).toBeLessThanOrEqual(Date.now());
});

test('of a day that is used up is told without a request, also when it is to be read again', async () => {
	sandbox.configure({ rateLimit: { max: 1_000, intervalMs: 10_000, daily: 3 } });
	await runContact(sandbox, 'create', { items: people(30), parameters: PERSON });
	const sent = sandbox.requests.length;
	const told = await usage({ maxAgeSeconds: 0 });
	expect(told.today).toMatchObject({ used: 3, left: 0, limit: 3 });
	expect((told.today as IDataObject).resetsAt).toEqual(expect.any(String));
	expect(sandbox.requests).toHaveLength(sent);
});

test('is known with a token that may not read contacts, and an error with one that was revoked', async () => {
	const token = tokenWithout(sandbox, 'contacts.readonly');
	expect(await usage({}, { token })).toMatchObject({ today: { used: 1 } });
	const ended = await run({}, { token: 'pit-revoked' });
	expect(ended.error?.message).toContain('does not accept the token');
	expect(ended.stored).not.toContain('pit-revoked');
});

test('of one credential says nothing about another one', async () => {
	await usage();
	const token = tokenWithout(sandbox, 'x');
	expect(await usage({}, { token })).toMatchObject({ process: { requests: 1 } });
});
