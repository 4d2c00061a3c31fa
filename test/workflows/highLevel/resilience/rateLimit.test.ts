import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { emailsOf, people, PERSON, storeContact, storedEmails } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

afterEach(async () => await sandbox.close());

const refused = () => sandbox.requests.filter(({ status }) => status === 429).length;

describe.each(['fixed', 'sliding'] as const)(
	'a limit of 20 requests in half a second, in %s windows',
	(window) => {
		beforeEach(async () => {
			sandbox = await startSandbox({ rateLimit: { max: 20, intervalMs: 500, window } });
		});

		test('a hundred contacts are stored without a failure, and HighLevel refuses nothing', async () => {
			const items = people(100);
			const run = await runContact(sandbox, 'upsert', { items, parameters: PERSON });
			expect(run.error).toBeUndefined();
			expect(run.items.map(({ json }) => json.email)).toEqual(items.map(({ email }) => email));
			expect(storedEmails(sandbox)).toEqual(emailsOf(items));
			expect(refused()).toBe(0);
		});

		test('two executions at once share it, and neither sees a refusal', async () => {
			const items = people(80);
			const halves = [items.slice(0, 40), items.slice(40)];
			const runs = await Promise.all(
				halves.map(async (half) => await runContact(sandbox, 'upsert', { items: half, parameters: PERSON })),
			);
			expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
			expect(storedEmails(sandbox)).toEqual(emailsOf(items));
			expect(refused()).toBe(0);
		});
	},
);

test.each([
	['with Retry-After', { retryAfterSeconds: 1 }],
	['without Retry-After', {}],
])('a refusal %s is waited out, and nothing is missing or double', async (_, fault) => {
	sandbox = await startSandbox({ rateLimit: { max: 100_000, intervalMs: 300 } });
	sandbox.faults.add({ kind: 'rateLimited', method: 'POST', times: 5, ...fault });
	const items = people(30);
	const run = await runContact(sandbox, 'upsert', { items, parameters: PERSON });
	expect(run.error).toBeUndefined();
	expect(storedEmails(sandbox)).toEqual(emailsOf(items));
	expect(refused()).toBe(5);
});

test('nothing is sent while HighLevel asked to wait', async () => {
	sandbox = await startSandbox();
	const contactId = storeContact(sandbox);
	sandbox.faults.add({ kind: 'rateLimited', times: 1, retryAfterSeconds: 1 });
	const run = await runContact(sandbox, 'get', { parameters: { contactId: byId(contactId) } });
	expect(run.items[0]?.json.id).toBe(contactId);
	const [first, second] = sandbox.requests;
	expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
});

test('a location that has used up its requests does not hold up another location, nor another token', async () => {
	sandbox = await startSandbox({ rateLimit: { max: 5, intervalMs: 3_600_000 } });
	const contactId = storeContact(sandbox);
	const parameters = { contactId: byId(contactId) };
	await runContact(sandbox, 'get', { items: people(5), parameters });

	const otherToken = await runContact(sandbox, 'get', { parameters, token: DEMO.readOnlyToken });
	expect(otherToken.items[0]?.json.id).toBe(contactId);
	const otherLocation = await runContact(sandbox, 'create', {
		items: people(1),
		parameters: PERSON,
		token: DEMO.otherLocationToken,
		locationId: DEMO.otherLocationId,
	});
	expect(otherLocation.items[0]?.json.locationId).toBe(DEMO.otherLocationId);
});
