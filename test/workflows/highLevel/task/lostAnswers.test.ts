import { pace } from '../../../support/pace';
import type { FaultRule, HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';
import { detailsOf, storeContact } from '../../../support/sandboxRuns';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

const DUE = '2027-03-01T10:00:00.000Z';

let sandbox: HighLevelSandbox;
let contactId: string;
let seed = 0;
beforeEach(async () => {
	// The node remembers what it has created, so no id may come twice.
	sandbox = await startSandbox({ seed: ++seed });
	contactId = storeContact(sandbox);
});
afterEach(async () => await sandbox.close());

const lose = (rule: Partial<FaultRule>) =>
	sandbox.faults.add({ kind: 'lostAnswer', method: 'POST', path: '/tasks$', ...rule });

const create = (count: number, title = 'Call back') => ({
	items: Array.from({ length: count }, () => ({})),
	parameters: { contactId: byId(contactId), title, dueDate: DUE },
});

const titles = () => sandbox.state.tasks.inGroup(contactId).map(({ title }) => title);

test('20 tasks alike for one contact, every fifth answer lost: 20 tasks', async () => {
	lose({ probability: 0.2 });
	const created = await succeed(sandbox, 'task.create', create(20));

	expect(titles()).toHaveLength(20);
	expect(new Set(created.map(({ id }) => id)).size).toBe(20);
});

test.each<[string, FaultRule['kind']]>([
	['carried out', 'lostAnswer'],
	['not carried out', 'connectionReset'],
])('a task like one that is there already, its answer lost and %s: one more', async (_, kind) => {
	await succeed(sandbox, 'task.create', create(1));
	lose({ kind, times: 1 });
	const [second] = await succeed(sandbox, 'task.create', create(1));

	expect(titles()).toHaveLength(2);
	expect(sandbox.state.tasks.get(String(second?.id))?.title).toBe('Call back');
});

test('tasks of two executions at once do not take each other for their own', async () => {
	lose({ probability: 0.3 });
	const [left, right] = await Promise.all([
		succeed(sandbox, 'task.create', create(8)),
		succeed(sandbox, 'task.create', create(8)),
	]);

	expect(titles()).toHaveLength(16);
	expect(new Set([...left, ...right].map(({ id }) => id)).size).toBe(16);
});

test('with a token that may not look, a lost answer ends with "may have happened" and is not sent twice', async () => {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-writeonly002';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['contacts.write'] });
	lose({ times: 1 });
	const run = await runOperation(sandbox, 'task.create', { ...create(1), token });

	expect(run.error?.message).toContain('the change may have happened');
	expect(detailsOf(run).mayHaveHappened).toBe(true);
	expect(titles()).toEqual(['Call back']);
});
