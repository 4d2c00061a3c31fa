import { pace } from '../../../support/pace';
import type { FaultRule, HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, runContact, startSandbox } from '../../../support/highLevel';
import { people, PERSON, requestsOf, storeContact, storedEmails } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
let contactId: string;

pace({ backoff: { firstMs: 20, maxMs: 80 }, looksMs: [0, 20] });

beforeEach(async () => {
	sandbox = await startSandbox();
	contactId = storeContact(sandbox, { email: 'ann@example.com', firstName: 'Ann', tags: ['old'] });
});

afterEach(async () => await sandbox.close());

const TROUBLE: Array<[string, FaultRule]> = [
	['500', { kind: 'serverError' }],
	['503', { kind: 'serverError', status: 503 }],
	['no answer', { kind: 'timeout' }],
	['a closed connection', { kind: 'connectionReset' }],
	['a lost answer', { kind: 'lostAnswer' }],
	['a gateway page', { kind: 'htmlError' }],
];

describe.each(TROUBLE)('after two times %s', (_, fault) => {
	const options = { timeout: 300 };

	test('a contact is read all the same', async () => {
		sandbox.faults.add({ ...fault, method: 'GET', times: 2 });
		const run = await runContact(sandbox, 'get', { parameters: { contactId: byId(contactId), options } });
		expect(run.items[0]?.json).toMatchObject({ id: contactId, firstName: 'Ann' });
		expect(requestsOf(sandbox, 'GET')).toHaveLength(3);
	});

	test('a contact is changed all the same', async () => {
		sandbox.faults.add({ ...fault, method: 'PUT', times: 2 });
		const run = await runContact(sandbox, 'update', {
			parameters: { contactId: byId(contactId), updateFields: { firstName: 'Anna' }, options },
		});
		expect(run.items[0]?.json).toMatchObject({ id: contactId, firstName: 'Anna', outcome: 'updated' });
		expect(sandbox.state.contacts.get(contactId)?.firstName).toBe('Anna');
		expect(requestsOf(sandbox, 'PUT')).toHaveLength(3);
	});

	test('tags are added all the same, and those that were there stay', async () => {
		sandbox.faults.add({ ...fault, method: 'POST', path: '/tags$', times: 2 });
		const run = await runContact(sandbox, 'update', {
			parameters: { contactId: byId(contactId), updateFields: { tags: 'new' }, options },
		});
		expect(run.error).toBeUndefined();
		expect(sandbox.state.contacts.get(contactId)?.tags).toEqual(['old', 'new']);
	});

	test('a contact is deleted all the same', async () => {
		sandbox.faults.add({ ...fault, method: 'DELETE', times: 2 });
		const run = await runContact(sandbox, 'delete', { parameters: { contactId: byId(contactId), options } });
		expect(run.items[0]?.json).toEqual({ deleted: true });
		expect(sandbox.state.contacts.has(contactId)).toBe(false);
	});

	test('a contact is created once', async () => {
		sandbox.faults.add({ ...fault, method: 'POST', path: '^/contacts/$', times: 2 });
		const run = await runContact(sandbox, 'create', { items: people(1), parameters: { ...PERSON, options } });
		expect(run.error).toBeUndefined();
		expect(storedEmails(sandbox)).toEqual(['ann@example.com', 'person0@example.com']);
	});
});

test('deleting a contact that was not there from the start is refused, not called deleted', async () => {
	const run = await runContact(sandbox, 'delete', {
		parameters: { contactId: byId('AAAAbbbbCCCCddddEEEE') },
	});
	expect(run.error?.message).toContain('AAAAbbbbCCCCddddEEEE not found');
	expect(requestsOf(sandbox, 'DELETE')).toHaveLength(1);
});

describe('the time-out of the options', () => {
	const read = async (timeout: number) =>
		await runContact(sandbox, 'get', { parameters: { contactId: byId(contactId), options: { timeout } } });

	test('ends the wait for an answer that takes longer: it is asked for again', async () => {
		sandbox.faults.add({ kind: 'slow', delayMs: 10_000, times: 1 });
		const run = await read(300);
		expect(run.items[0]?.json.id).toBe(contactId);
		expect(sandbox.requests.map(({ status }) => status)).toEqual([undefined, 200]);
	});

	test('leaves the time for an answer that takes less', async () => {
		sandbox.faults.add({ kind: 'slow', delayMs: 400, times: 1 });
		const run = await read(10_000);
		expect(run.items[0]?.json.id).toBe(contactId);
		expect(sandbox.requests.map(({ status }) => status)).toEqual([200]);
	});
});
