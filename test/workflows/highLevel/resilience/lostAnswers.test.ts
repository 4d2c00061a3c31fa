import { pace } from '../../../support/pace';
import type { HighLevelSandbox, HighLevelSandboxOptions } from '../../../../sandbox/highLevel';
import { runContact, startSandbox } from '../../../support/highLevel';
import {
	detailsOf,
	emailsOf,
	people,
	PERSON,
	requestsOf,
	storedEmails,
	textOf,
} from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 100 } });

afterEach(async () => await sandbox.close());

const CREATE = { method: 'POST', path: '^/contacts/$' };

interface Case {
	operation: 'create' | 'upsert';
	/** The answer that comes instead of the real one; none: the connection is closed. */
	status?: number;
	options?: HighLevelSandboxOptions;
	count?: number;
}

const CASES: Array<[string, Case]> = [
	['create, connection closed', { operation: 'create' }],
	['create, 502', { operation: 'create', status: 502 }],
	['create, 504', { operation: 'create', status: 504 }],
	['upsert, connection closed', { operation: 'upsert' }],
	['create where duplicates are allowed', { operation: 'create', options: { allowDuplicateContact: true } }],
	['upsert where duplicates are allowed', { operation: 'upsert', options: { allowDuplicateContact: true } }],
	['create with a search that lags behind', { operation: 'create', options: { searchDelayMs: 1_500 } }],
	['upsert with a search that lags behind', { operation: 'upsert', options: { searchDelayMs: 1_500 } }],
	[
		'create with a search that lags behind, where duplicates are allowed',
		{ operation: 'create', options: { searchDelayMs: 1_500, allowDuplicateContact: true }, count: 60 },
	],
];

test.each(CASES)(
	'every contact is there once when a fifth of the answers is lost: %s',
	async (_, { operation, status, options, count = 200 }) => {
		sandbox = await startSandbox(options);
		sandbox.faults.add({ kind: 'lostAnswer', probability: 0.2, ...CREATE, ...(status ? { status } : {}) });
		const items = people(count);
		const run = await runContact(sandbox, operation, { items, parameters: PERSON });
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => json.email)).toEqual(items.map(({ email }) => email));
		expect(run.items.every(({ json }) => json.outcome === 'created')).toBe(true);
		expect(storedEmails(sandbox)).toEqual(emailsOf(items));
		expect(new Set(run.items.map(({ json }) => json.id)).size).toBe(count);
		expect(sandbox.requests.filter(({ fault }) => fault === 'lostAnswer').length).toBeGreaterThan(count / 10);
	},
);

test('contacts that never arrived are sent again, and are there once', async () => {
	sandbox = await startSandbox();
	sandbox.faults.add({ kind: 'connectionReset', probability: 0.2, ...CREATE });
	const items = people(100);
	const run = await runContact(sandbox, 'create', { items, parameters: PERSON });
	expect(run.error).toBeUndefined();
	expect(storedEmails(sandbox)).toEqual(emailsOf(items));
});

test('a contact without e-mail and phone is not created twice; the operator is asked to look', async () => {
	sandbox = await startSandbox();
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, ...CREATE });
	const run = await runContact(sandbox, 'create', { parameters: { firstName: 'Nobody' } });
	expect(run.error?.message).toContain('the change may have happened');
	expect(run.error?.description).toContain('Look in HighLevel');
	expect(detailsOf(run)).toMatchObject({ mayHaveHappened: true });
	expect(textOf(run)).not.toMatch(/ECONN/);
	expect(requestsOf(sandbox, 'POST')).toHaveLength(1);
	expect(storedEmails(sandbox)).toHaveLength(1);
});

test.each([[false], [true]])(
	'a contact that HighLevel stores only after the time-out is there once (duplicates allowed: %s)',
	async (allowDuplicateContact) => {
		sandbox = await startSandbox({ allowDuplicateContact });
		sandbox.faults.add({ kind: 'slow', delayMs: 1_000, times: 1, ...CREATE });
		const parameters = { ...PERSON, options: { timeout: 200 } };
		const run = await runContact(sandbox, 'create', { items: people(1), parameters });
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(run.error).toBeUndefined();
		expect(storedEmails(sandbox)).toEqual(['person0@example.com']);
		expect(sandbox.state.contacts.get(String(run.items[0]?.json.id))).toBeDefined();
	},
);

test('an existing contact is not passed off as the one whose answer was lost', async () => {
	sandbox = await startSandbox();
	const [person = {}] = people(1);
	await runContact(sandbox, 'create', { items: [person], parameters: PERSON });
	const [contact] = sandbox.state.contacts.values();
	sandbox.state.updateContact(String(contact?.id), { dateAdded: '2020-01-01T00:00:00.000Z' });

	sandbox.faults.add({ kind: 'connectionReset', times: 1, ...CREATE });
	const run = await runContact(sandbox, 'create', { items: [person], parameters: PERSON });
	expect(run.error?.message).toContain(`already exists: ${contact?.id}`);
	expect(storedEmails(sandbox)).toHaveLength(1);
});
