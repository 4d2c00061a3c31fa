import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { fail, succeed } from '../../../support/odd/outcomes';
import { storeContact } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	contactId = storeContact(sandbox);
});
afterAll(async () => await sandbox.close());

const NEW_YORK = 'America/New_York';
const DUE = '2027-03-01T10:00:00';

async function createTask(fields: object = {}): Promise<string> {
	const parameters = { contactId: byId(contactId), title: 'Call back', dueDate: DUE, ...fields };
	const [task] = await succeed(sandbox, 'task.create', { parameters, timezone: NEW_YORK });
	return String(task?.id);
}

const stored = (taskId: string) => sandbox.state.tasks.get(taskId);
const one = (taskId: string) => ({ contactId: byId(contactId), taskId: byId(taskId) });

test('a due date without an offset is a time in the zone of the workflow', async () => {
	expect(stored(await createTask())?.dueDate).toBe('2027-03-01T15:00:00.000Z');
	expect(stored(await createTask({ dueDate: `${DUE}+02:00` }))?.dueDate).toBe('2027-03-01T08:00:00.000Z');
});

test('a task is completed and reopened, and nothing else of it changes', async () => {
	const taskId = await createTask({ additionalFields: { body: 'about the viewing' } });
	const before = stored(taskId);
	await succeed(sandbox, 'task.complete', { parameters: one(taskId) });
	expect(stored(taskId)).toEqual({ ...before, completed: true, dateUpdated: expect.any(String) });
	await succeed(sandbox, 'task.reopen', { parameters: one(taskId) });
	expect(stored(taskId)).toEqual({ ...before, dateUpdated: expect.any(String) });
});

test('an update writes what is given, and empty values change nothing', async () => {
	const taskId = await createTask({ additionalFields: { body: 'about the viewing' } });
	const updateFields = { title: 'Visit', body: '', assignedTo: byId('') };
	await succeed(sandbox, 'task.update', { parameters: { ...one(taskId), updateFields } });

	expect(stored(taskId)).toMatchObject({ title: 'Visit', body: 'about the viewing', assignedTo: null });
	expect(sandbox.requests.at(-1)?.body).toEqual({ title: 'Visit' });
});

test('the search brings all tasks of the location, each once, over several pages', async () => {
	for (let index = 0; index < 250; index++) {
		const id = `task${String(index).padStart(16, '0')}`;
		const at = new Date(Date.UTC(2027, 0, 1, 0, index)).toISOString();
		sandbox.state.tasks.set(id, {
			...{ id, contactId, locationId: DEMO.locationId, title: `Task ${index}`, body: null },
			...{ assignedTo: null, dueDate: at, completed: index % 2 === 0, dateAdded: at, dateUpdated: at },
		});
	}
	const all = await succeed(sandbox, 'task.search', { parameters: { returnAll: true } });
	expect(new Set(all.map(({ id }) => id)).size).toBe(250);
	expect(all).toHaveLength(250);
	expect(sandbox.requests).toHaveLength(3);

	const open = await succeed(sandbox, 'task.search', {
		parameters: { returnAll: true, filters: { status: 'open' } },
	});
	expect(open).toHaveLength(125);
	expect(open.every(({ completed }) => completed === false)).toBe(true);
	expect(await succeed(sandbox, 'task.search', { parameters: { limit: 7 } })).toHaveLength(7);
});

test('a task of another contact is not reached through this one', async () => {
	const taskId = await createTask();
	contactId = storeContact(sandbox);
	await expect(succeed(sandbox, 'task.delete', { parameters: one(taskId) })).rejects.toThrow();
	expect(stored(taskId)).toBeDefined();
});

test('by due date, the limit counts the tasks that are due then, over as many pages as that takes', async () => {
	const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
	for (let index = 0; index < 230; index++) {
		const id = `due${String(index).padStart(17, '0')}`;
		const at = new Date(Date.UTC(2027, 0, 1, 0, index)).toISOString();
		// From the newest on, every tenth is overdue, and every twentieth of all is done.
		const dueDate = index % 10 === 0 ? hours(-1 - index) : hours(24);
		sandbox.state.tasks.set(id, {
			...{ id, contactId, locationId: DEMO.locationId, title: `Task ${index}`, body: null },
			...{ assignedTo: null, dueDate, completed: index % 20 === 0, dateAdded: at, dateUpdated: at },
		});
	}
	const search = async (parameters: IDataObject) => await succeed(sandbox, 'task.search', { parameters });
	const overdue = await search({ returnAll: true, filters: { overdue: true } });
	expect(overdue).toHaveLength(11);
	expect(overdue.every(({ completed }) => completed === false)).toBe(true);
	expect(await search({ limit: 7, filters: { overdue: true } })).toHaveLength(7);
	const span = { dueFrom: hours(-55), dueUntil: hours(-20) };
	const due = await search({ returnAll: true, filters: span });
	expect(due.map(({ title }) => title)).toEqual(['Task 50', 'Task 40', 'Task 30', 'Task 20']);
	expect(sandbox.requests.map(({ body }) => (body as { limit: number }).limit)).not.toContain(7);

	sandbox.requests.splice(0);
	const both = { parameters: { filters: { overdue: true, status: 'completed' } } };
	expect((await fail(sandbox, 'task.search', both)).message).toBe('No task is both done and overdue');
	expect(sandbox.requests).toEqual([]);
});

test('a day without a time is included up to its end, in the zone of the workflow', async () => {
	await createTask({ dueDate: '2027-03-01T23:30:00' });
	const search = async (dueUntil: string) =>
		await succeed(sandbox, 'task.search', { parameters: { filters: { dueUntil } }, timezone: NEW_YORK });
	expect(await search('2027-03-01')).toHaveLength(1);
	expect(await search('2027-03-01T23:00:00')).toEqual([]);
});
