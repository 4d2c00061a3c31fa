import type { WiseAgentSandbox, Sent } from './support';
import { call, start, webcontact } from './support';

let sandbox: WiseAgentSandbox;
let id: number;
beforeAll(async () => {
	sandbox = await start();
});
beforeEach(async () => {
	sandbox.reset();
	id = await webcontact(sandbox);
});
afterAll(() => sandbox.close());

const list = async (parameters: Sent = {}) => (await call(sandbox, 'GET', 'tasks', parameters)).body;
const create = async (fields: Sent = {}) =>
	(await call(sandbox, 'POST', 'tasks', { Description: 'Call', ...fields })).body;
const update = async (TaskID: number, fields: Sent) =>
	(await call(sandbox, 'PUT', 'tasks', { TaskID, ...fields })).body;

describe('a task', () => {
	test('is all text in a list, and what there is not has a value of its own', async () => {
		const { TaskID } = sandbox.state.addTask({
			Description: 'Task',
			createdAt: '2025-06-01T03:00:00.000Z',
			modifiedAt: '2025-06-01T18:03:36.000Z',
		});
		expect(await list()).toEqual({
			Page: 1,
			TotalCount: 1,
			Data: [
				{
					TaskID: String(TaskID),
					TaskDue: '',
					Completed: 'false',
					Priority: '0',
					Description: 'Task',
					AssignedTo: '',
					InsideTeamId: '0',
					DateCreated: '5/31/2025 8:00:00 PM',
					DateModified: '6/1/2025 11:03:36 AM',
					EstimatedTime: '0',
					CompletedDate: '1/1/1900 7:00:00 AM',
					ContactID: '0',
				},
			],
		});
	});

	test('is created with a success that is no text here, and a number for an id', async () => {
		const answer = await create({
			TaskDue: '07/01/2025',
			Priority: 3,
			InsideTeamId: 98,
			EstimatedTime: 4,
			ContactID: id,
			Completed: 'no',
			TaskNote: 'Bring the\nkeys',
		});
		expect(answer).toEqual({ success: true, TaskID: expect.any(Number) });
		expect((await list()).Data).toMatchObject([
			{
				TaskID: String(answer.TaskID),
				TaskDue: '7/1/2025 12:00:00 AM',
				Priority: '3',
				AssignedTo: 'Miguel Ortega',
				InsideTeamId: '98',
				EstimatedTime: '4',
				ContactID: String(id),
			},
		]);
	});

	test.each([
		[{ Description: '' }, 'Description is required'],
		[{ TaskDue: '2025-07-01T00:00' }, 'TaskDue is invalid'],
		[{ Priority: 4 }, 'Priority is invalid'],
		[{ EstimatedTime: 5 }, 'EstimatedTime is invalid'],
		[{ InsideTeamId: 7 }, 'InsideTeamId is invalid'],
		[{ ContactID: 1 }, 'ContactID is invalid'],
		[{ TaskNote: 'x'.repeat(2049) }, 'TaskNote is limited to 2048 characters'],
	])('is refused with %j, in a failure with status 200', async (fields, message) => {
		const sent = { Description: 'Call', ...fields };
		const { status, body } = await call(sandbox, 'POST', 'tasks', sent);
		expect({ status, body }).toEqual({ status: 200, body: { success: false, message } });
		expect(sandbox.state.tasks.size).toBe(0);
	});

	test('is completed with yes, reopened with no, and keeps the first time it was done', async () => {
		const { TaskID } = await create();
		expect(await update(TaskID, { Completed: 'yes' })).toEqual({ success: true, TaskID });
		const done = sandbox.state.tasks.get(String(TaskID))?.completedAt;
		await update(TaskID, { Completed: 'yes', Description: 'Called' });
		expect(sandbox.state.tasks.get(String(TaskID))?.completedAt).toBe(done);
		expect((await list()).Data[0]).toMatchObject({ Completed: 'true', Description: 'Called' });
		expect((await list()).Data[0].CompletedDate).not.toContain('1900');
		await update(TaskID, { Completed: 'no' });
		expect((await list()).Data[0]).toMatchObject({ Completed: 'false' });
	});

	test('keeps its note and what is not sent', async () => {
		const { TaskID } = await create({ TaskNote: 'Keys', Priority: 2, ContactID: id });
		await update(TaskID, { TaskNote: 'Other', TaskDue: '2025-07-02', Priority: '' });
		expect(sandbox.state.tasks.get(String(TaskID))).toMatchObject({
			TaskNote: 'Keys',
			Priority: 2,
			dueOn: '2025-07-02',
			ContactID: String(id),
		});
	});

	test('that is unknown is not changed', async () => {
		expect(await update(1, { Completed: 'yes' })).toEqual({
			success: false,
			message: 'TaskID was not found',
		});
	});
});

describe('tasks', () => {
	test('come a hundred at a time, with the number of all, and a contact does not filter them', async () => {
		for (let index = 0; index < 120; index++) sandbox.state.addTask({ ContactID: String(id) });
		sandbox.state.addTask({});
		const pages = [await list({ ContactID: id }), await list({ page: 2 }), await list({ page: 3 })];
		expect(pages.map(({ Page, TotalCount, Data }) => [Page, TotalCount, Data.length])).toEqual([
			[1, 121, 100],
			[2, 121, 21],
			[3, 121, 0],
		]);
		expect((await list({ page: 2, page_size: 50 })).Data).toHaveLength(50);
	});

	test('cannot be read one by one', async () => {
		const { TaskID } = await create();
		await create({ Description: 'Other' });
		expect((await list({ TaskID })).Data).toHaveLength(2);
	});

	test('can be told in UTC', async () => {
		sandbox.state.addTask({ createdAt: '2025-06-01T03:00:00.000Z' });
		sandbox.configure({ timeZone: 'UTC' });
		const { Data } = await list();
		sandbox.configure({ timeZone: 'America/Phoenix' });
		expect(Data[0].DateCreated).toBe('6/1/2025 3:00:00 AM');
	});
});

describe.each([
	['a task', 'tasks', 'TaskID', () => String(sandbox.state.addTask({}).TaskID)],
	['a call', 'calls', 'CallId', () => String(sandbox.state.addCall({ ClientId: String(id) }).CallId)],
] as const)('%s is deleted', (_kind, requestType, parameter, add) => {
	const remove = async (type: string, key: string) =>
		(await call(sandbox, 'DELETE', type, { [parameter]: key })).body;
	const success = [{ success: 'true' }];

	test('under its own request type, and under webhooks as the official page prints', async () => {
		expect(await remove(requestType, add())).toEqual(success);
		expect(await remove('webhooks', add())).toEqual(success);
		expect(sandbox.state[requestType].size).toBe(0);
	});

	test.each([
		['own', requestType, 'webhooks'],
		['webhooks', 'webhooks', requestType],
	] as const)('under one of them only where the settings say %s', async (deleteRequestType, right, wrong) => {
		sandbox.configure({ deleteRequestType });
		const key = add();
		const refused = await remove(wrong, key);
		const given = await remove(right, key);
		sandbox.configure({ deleteRequestType: 'both' });
		expect(refused).not.toEqual(success);
		expect(given).toEqual(success);
	});

	test('no more than once', async () => {
		const key = add();
		await remove(requestType, key);
		expect(await remove(requestType, key)).toEqual([
			{ success: 'false', message: `${parameter} was not found` },
		]);
	});
});
