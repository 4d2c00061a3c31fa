import { pace } from '../../../support/pace';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';
import { createWeekly, stored } from './recurringTasks';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 10, maxMs: 40 }, looksMs: [0, 20] });

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('a recurring task comes out with its rule, as a whole where Simplify is off', async () => {
	const contactId = storeContact(sandbox);
	const { id } = await createWeekly(sandbox, { contactIds: contactId, owners: [DEMO.users.ben] });
	const get = async (simplify: boolean) =>
		(
			await succeed(sandbox, 'recurringTask.get', {
				parameters: { recurringTaskId: byId(String(id)), simplify },
			})
		)[0];

	expect(await get(true)).toEqual({
		id,
		title: 'Call the tenant',
		description: '',
		contactId,
		assignedTo: DEMO.users.ben,
		rruleOptions: expect.objectContaining({ intervalType: 'weekly', dueAfterSeconds: 86_400 }),
		totalOccurrence: 1,
		createdAt: expect.any(String),
		updatedAt: expect.any(String),
	});
	expect(await get(false)).toMatchObject({ id, locationId: DEMO.locationId, deleted: false });
});

test('delete takes away that recurring task alone, also when the answer is lost', async () => {
	const { id } = await createWeekly(sandbox);
	const other = await createWeekly(sandbox);
	sandbox.faults.add({ kind: 'lostAnswer', times: 1, method: 'DELETE' });
	const parameters = { recurringTaskId: byId(String(id)) };

	expect(await succeed(sandbox, 'recurringTask.delete', { parameters })).toEqual([{ deleted: true }]);
	expect(stored(sandbox).map((task) => task.id)).toEqual([other.id]);
});
