import type { IDataObject } from 'n8n-workflow';

import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { DEMO } from '../../../sandbox/wiseAgent';
import { byId, fails, requestsOfType, startWiseAgent, succeeds } from '../../support/wiseAgent';
import { store } from './contact/people';

let sandbox: WiseAgentSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => {
	sandbox.reset();
	contactId = store(sandbox, { CFirst: 'Ada' });
});
afterEach(() => sandbox.configure({ deleteRequestType: 'both' }));
afterAll(async () => await sandbox.close());

const one = (taskId: unknown) => ({ taskId: byId(String(taskId)) });
const stored = (taskId: unknown) => sandbox.state.tasks.get(String(taskId));

test('a task is created with all that it has, completed, changed and deleted', async () => {
	const [created] = await succeeds(sandbox, 'task.create', {
		parameters: {
			Description: 'Call back',
			TaskDue: '2027-03-01T23:30:00-04:00',
			additionalFields: {
				...{ contactId: byId(contactId), InsideTeamId: byId(String(DEMO.team.priya)) },
				...{ Priority: '3', EstimatedTime: '2', TaskNote: 'about the viewing', Completed: false },
			},
		},
	});
	const { TaskID } = created ?? {};
	expect(created).toMatchObject({ Description: 'Call back', TaskDue: '2027-03-01', Priority: 3 });
	expect(stored(TaskID)).toMatchObject({
		...{ Description: 'Call back', dueOn: '2027-03-01', Priority: 3, EstimatedTime: 2, completedAt: null },
		...{ ContactID: contactId, InsideTeamId: DEMO.team.priya, TaskNote: 'about the viewing' },
	});

	await succeeds(sandbox, 'task.complete', { parameters: one(TaskID) });
	expect(stored(TaskID)).toMatchObject({ completedAt: expect.any(String), Description: 'Call back' });
	const updateFields = { Description: 'Visit', Completed: 'false', Priority: '' };
	await succeeds(sandbox, 'task.update', { parameters: { ...one(TaskID), updateFields } });
	expect(stored(TaskID)).toMatchObject({
		Description: 'Visit',
		completedAt: null,
		Priority: 3,
		dueOn: '2027-03-01',
	});

	expect(await succeeds(sandbox, 'task.delete', { parameters: one(TaskID) })).toEqual([{ deleted: true }]);
	expect(stored(TaskID)).toBeUndefined();
});

describe('tasks of the whole account', () => {
	beforeEach(() => {
		for (let index = 0; index < 250; index++) {
			sandbox.state.addTask({
				Description: `Task ${index}`,
				ContactID: index % 5 === 0 ? contactId : '0',
				InsideTeamId: index % 2 === 0 ? DEMO.team.dana : DEMO.team.miguel,
				dueOn: index % 10 === 0 ? null : `2027-03-${String((index % 28) + 1).padStart(2, '0')}`,
				completedAt: index % 3 === 0 ? '2027-01-01T00:00:00.000Z' : null,
			});
		}
	});
	const getAll = async (filters: IDataObject, more: IDataObject = { returnAll: true }) =>
		await succeeds(sandbox, 'task.getAll', { parameters: { ...more, filters } });

	test('are all read, and of one contact, though Wise Agent has no filter', async () => {
		expect(await getAll({})).toHaveLength(250);
		const own = await getAll({ contactId: byId(contactId) });
		expect(own).toHaveLength(50);
		expect(own.every((task) => task.ContactID === Number(contactId))).toBe(true);
	});

	test.each<[IDataObject, (index: number) => boolean]>([
		[{ status: 'open' }, (index) => index % 3 !== 0],
		[{ status: 'completed' }, (index) => index % 3 === 0],
		[{ InsideTeamId: byId(String(DEMO.team.miguel)) }, (index) => index % 2 === 1],
		[
			{ dueFrom: '2027-03-05', dueTo: '2027-03-06T23:00:00' },
			(index) => index % 10 !== 0 && [4, 5].includes(index % 28),
		],
		[
			{ dueTo: '2027-03-01', status: 'open' },
			(index) => index % 10 !== 0 && index % 28 === 0 && index % 3 !== 0,
		],
	])('%j finds what it should', async (filters, isWanted) => {
		const expected = Array.from({ length: 250 }, (_, index) => index).filter(isWanted);
		const names = (await getAll(filters)).map(({ Description }) => Description);
		expect(names).toEqual(expected.map((index) => `Task ${index}`));
	});

	test('are read no further than the limit', async () => {
		const few = await getAll({ contactId: byId(contactId) }, { returnAll: false, limit: 7 });
		expect(few).toHaveLength(7);
		expect(requestsOfType(sandbox, 'tasks')).toHaveLength(1);
	});

	test('one of them is read by its id, wherever it stands', async () => {
		const last = [...sandbox.state.tasks.values()].at(-1);
		const [task] = await succeeds(sandbox, 'task.get', { parameters: one(last?.TaskID) });
		expect(task).toMatchObject({ TaskID: last?.TaskID, Description: 'Task 249' });
		const { message } = await fails(sandbox, 'task.get', { parameters: one(4711) });
		expect(message).toBe('Task 4711 was not found');
	});
});

describe.each(['both', 'own', 'webhooks'] as const)(
	'whichever request type deletes tasks and calls in Wise Agent (%s)',
	(deleteRequestType) => {
		beforeEach(() => sandbox.configure({ deleteRequestType }));

		test('they are deleted, and no webhook is', async () => {
			const hook = { WebhookID: 1, EventType: 'taskCreate', Status: 'Active', Url: 'http://127.0.0.1/' };
			sandbox.state.webhooks.set('1', hook as never);
			const { TaskID } = sandbox.state.addTask({ TaskID: 1 });
			const { CallId } = sandbox.state.addCall({ CallId: 1, ClientId: contactId });
			await succeeds(sandbox, 'task.delete', { parameters: one(TaskID) });
			await succeeds(sandbox, 'call.delete', { parameters: { callId: byId(String(CallId)) } });

			expect([sandbox.state.tasks.size, sandbox.state.calls.size]).toEqual([0, 0]);
			expect(sandbox.state.webhooks.size).toBe(1);
		});

		test('one that is not there is named', async () => {
			const { message } = await fails(sandbox, 'task.delete', { parameters: one(4711) });
			expect(message).toBe('Wise Agent does not know this record: TaskID was not found');
		});
	},
);
