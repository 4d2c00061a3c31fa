import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { pace } from '../../../support/pace';
import { DEMO, runWhatsAble, startSandbox } from '../../../support/whatsAble';
import { textOf } from '../../../support/sandboxRuns';

const { notifyer, notifier, whatsable } = DEMO.keys;

let sandbox: WhatsAbleSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	// The rules are the same after shorter waits, and without what earlier tests have sent.
	pace({ backoff: { firstMs: 0, maxMs: 0 } });
	sandbox.reset();
});
afterAll(async () => await sandbox.close());

/** Check -> what was found. */
async function checks(apiKey: string): Promise<Record<string, IDataObject>> {
	const run = await runWhatsAble(sandbox, 'account.checkAccess', { apiKey });
	expect(textOf(run).trim()).toBe('');
	expect(run.stored).not.toContain(apiKey);
	return Object.fromEntries(run.items.map(({ json }) => [String(json.check), json]));
}

const statuses = (found: Record<string, IDataObject>) =>
	Object.fromEntries(Object.entries(found).map(([check, { status }]) => [check, status]));

const UNCHECKED = {
	'Send messages': 'notChecked',
	'Write contacts': 'notChecked',
	Webhooks: 'notChecked',
	'Key age': 'notChecked',
};

const lists = (ofNotifyer: string, ofWhatsAble: string) => ({
	...{ 'Read labels': ofNotifyer, 'Read phone numbers': ofNotifyer, 'Read templates': ofNotifyer },
	...{ 'Read WhatsAble groups': ofWhatsAble, 'Read WhatsAble numbers': ofWhatsAble },
});

test.each([
	['Notifyer', notifyer, lists('ok', 'notChecked'), 4],
	['WhatsAble', whatsable, lists('notChecked', 'ok'), 3],
	['Notifier', notifier, lists('notChecked', 'notChecked'), 1],
])('a key of %s reads the lists of its product, and nothing is sent', async (name, key, read, asked) => {
	const found = await checks(key);
	expect(found.Connection?.detail).toBe(`WhatsAble knows the API key. It belongs to ${name}.`);
	expect(statuses(found)).toEqual({ Connection: 'ok', ...read, ...UNCHECKED });
	expect(sandbox.requests.map(({ method }) => method)).toEqual(Array(asked).fill('GET'));
});

test('a key that was revoked is one failed check with what to do, and nothing else is tried', async () => {
	const found = await checks('revoked-key-0000-0000');
	expect(found.Connection?.remedy).toContain('Copy the key again');
	expect(statuses(found)).toEqual({
		Connection: 'failed',
		...lists('notChecked', 'notChecked'),
		...UNCHECKED,
	});
	expect(sandbox.requests).toHaveLength(1);
});

test('a list that fails is a failed check of that one; WhatsAble as a whole is an error', async () => {
	sandbox.faults.add({ kind: 'serverError', path: '/label' });
	expect(statuses(await checks(notifyer))).toMatchObject({ 'Read labels': 'failed', 'Read templates': 'ok' });
	sandbox.faults.add({ kind: 'serverError', path: 'check-api-key' });
	const run = await runWhatsAble(sandbox, 'account.checkAccess');
	expect(run.error?.message).toMatch(/did not answer/);
});

test('the usage counts the requests of this process with the key, and costs none', async () => {
	await checks(notifyer);
	await checks(whatsable);
	const sent = sandbox.requests.length;
	const run = await runWhatsAble(sandbox, 'account.getApiUsage', { apiKey: notifyer });
	expect(run.items.map(({ json }) => json)).toMatchObject([
		{ reportedAt: null, today: { used: null }, process: { requests: 4, latency: { measured: 4 } } },
	]);
	expect(run.stored).not.toContain(notifyer);
	expect(sandbox.requests).toHaveLength(sent);
});
