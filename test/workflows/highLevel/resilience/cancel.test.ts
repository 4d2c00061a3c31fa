import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, runContact, startSandbox } from '../../../support/highLevel';
import { people, PERSON, requestsOf, storeContact, storedEmails } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

afterEach(async () => await sandbox.close());

// Each wait would last for minutes; that a run ends at all within the time of a test shows that it was cut short.

test('an execution that waits for the rate limit can be cancelled, and stores nothing afterwards', async () => {
	sandbox = await startSandbox({ rateLimit: { max: 5, intervalMs: 3_600_000 } });
	const run = await runContact(sandbox, 'create', {
		items: people(50),
		parameters: PERSON,
		cancelWhen: () => storedEmails(sandbox).length === 5,
	});
	expect(run.error?.message).toBe('The execution was cancelled');
	const stored = storedEmails(sandbox);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(storedEmails(sandbox)).toEqual(stored);
	expect(stored).toHaveLength(5);
});

test('an execution that HighLevel asked to wait for minutes can be cancelled', async () => {
	sandbox = await startSandbox();
	sandbox.faults.add({ kind: 'rateLimited', retryAfterSeconds: 600 });
	const run = await runContact(sandbox, 'create', {
		items: people(1),
		parameters: PERSON,
		cancelWhen: () => sandbox.requests[0]?.status === 429,
	});
	expect(run.error?.message).toBe('The execution was cancelled');
	expect(sandbox.requests).toHaveLength(1);
});

test('an execution that waits for an answer can be cancelled, and does not send again', async () => {
	sandbox = await startSandbox();
	sandbox.faults.add({ kind: 'timeout' });
	const parameters = { contactId: byId(storeContact(sandbox)), options: { timeout: 600_000 } };
	const run = await runContact(sandbox, 'get', { parameters, cancelWhen: () => sandbox.requests.length > 0 });
	expect(run.error?.message).toBe('The execution was cancelled');
	expect(sandbox.requests).toHaveLength(1);
});

test('a cancelled execution is not continued as failed items', async () => {
	sandbox = await startSandbox();
	sandbox.faults.add({ kind: 'timeout' });
	const run = await runContact(sandbox, 'create', {
		items: people(30),
		parameters: { ...PERSON, options: { timeout: 600_000 } },
		onError: 'continueRegularOutput',
		cancelWhen: () => sandbox.requests.length === 20,
	});
	expect(run.items.filter(({ json }) => json.error)).toEqual([]);
	expect(sandbox.requests).toHaveLength(20);
});

test('an execution that waits for another one to finish with the same contact can be cancelled', async () => {
	sandbox = await startSandbox();
	const contactId = byId(storeContact(sandbox));
	sandbox.faults.add({ kind: 'timeout', method: 'DELETE' });
	const parameters = { contactId, options: { timeout: 600_000 } };
	let secondIsOver = false;
	const first = runContact(sandbox, 'delete', { parameters, cancelWhen: () => secondIsOver });
	while (requestsOf(sandbox, 'DELETE').length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
	let firstIsOver = false;
	void first.then(() => (firstIsOver = true));

	const second = await runContact(sandbox, 'delete', { parameters, cancelAfterMs: 200 });
	expect(second.error?.message).toBe('The execution was cancelled');
	expect(firstIsOver).toBe(false);
	secondIsOver = true;
	await first;
	expect(requestsOf(sandbox, 'DELETE')).toHaveLength(1);
});
