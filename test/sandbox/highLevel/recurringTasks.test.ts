import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { tokenWith } from './calendarSupport';
import { call, create, DEMO, locationId, start } from './support';

const { amelia, ben } = DEMO.users;

let sandbox: HighLevelSandbox;
let contactId: string;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(async () => {
	sandbox.reset();
	contactId = await create(sandbox, { email: 'a@x.example' });
});
afterAll(() => sandbox.close());

const rruleOptions = {
	intervalType: 'weekly',
	interval: 2,
	startDate: '2040-03-05T10:00:00-05:00',
	dayOfWeek: 'MO',
	count: 10,
	dueAfterSeconds: 600,
};
const on = (method: string, path = '', body?: unknown, options: Parameters<typeof call>[4] = {}) =>
	call(sandbox, method, `/locations/${locationId}/recurring-tasks${path}`, body, options);
const make = (fields: Record<string, unknown> = {}) =>
	on('POST', '', { title: 'Call back', rruleOptions, contactIds: [contactId], ...fields });

describe.each(['2021-07-28', 'v3'])('recurring tasks under %s', (version) => {
	const options = { version };

	test('are created, read, changed and deleted', async () => {
		const body = { title: 'Call back', rruleOptions, contactIds: [contactId], owners: [ben] };
		const created = await on('POST', '', body, options);
		expect(created.status).toBe(201);
		const { recurringTask } = created.body;
		expect(recurringTask).toEqual({
			id: expect.any(String),
			title: 'Call back',
			description: '',
			locationId,
			createdAt: expect.any(String),
			updatedAt: recurringTask.createdAt,
			rruleOptions,
			totalOccurrence: 1,
			deleted: false,
			assignedTo: ben,
			contactId,
		});
		const path = `/${recurringTask.id}`;
		const read = () => on('GET', path, undefined, options);
		expect((await read()).body).toEqual({ recurringTask });
		const changed = await on('PUT', path, { description: 'By phone', owners: [amelia] }, options);
		expect(changed.status).toBe(200);
		expect(changed.body.recurringTask).toEqual({
			...recurringTask,
			description: 'By phone',
			assignedTo: amelia,
			updatedAt: expect.any(String),
		});
		expect(changed.body.recurringTask.updatedAt > recurringTask.updatedAt).toBe(true);
		const deleted = await on('DELETE', path, undefined, options);
		expect(deleted.status).toBe(200);
		expect(deleted.body).toEqual({ id: recurringTask.id, success: true });
		expect((await read()).status).toBe(400);
	});
});

describe('the first task', () => {
	const tasksOf = async (id: string) => (await call(sandbox, 'GET', `/contacts/${id}/tasks`)).body.tasks;

	test('is made for each contact, due as long after the start as was said', async () => {
		const other = await create(sandbox, {});
		await make({ contactIds: [contactId, other, other], owners: [ben, amelia], description: 'By phone' });
		const task = {
			id: expect.any(String),
			title: 'Call back',
			body: 'By phone',
			assignedTo: ben,
			dueDate: '2040-03-05T15:10:00.000Z',
			completed: false,
		};
		expect(await tasksOf(contactId)).toEqual([{ ...task, contactId }]);
		expect(await tasksOf(other)).toEqual([{ ...task, contactId: other }]);
	});

	test('is not made where it is not wanted', async () => {
		const { body } = await make({ ignoreTaskCreation: true });
		expect(body.recurringTask.totalOccurrence).toBe(0);
		expect(body.recurringTask).not.toHaveProperty('ignoreTaskCreation');
		expect(sandbox.state.tasks.size).toBe(0);
	});

	test('is not made again by a change, and outlives the recurring one', async () => {
		const { id } = (await make()).body.recurringTask;
		await on('PUT', `/${id}`, { ignoreTaskCreation: false, contactIds: [contactId] });
		await on('DELETE', `/${id}`);
		expect(await tasksOf(contactId)).toHaveLength(1);
	});
});

describe('refused', () => {
	const without = (name: string) =>
		Object.fromEntries(Object.entries(rruleOptions).filter(([key]) => key !== name));

	test.each([
		[{ title: '' }, ['title should not be empty']],
		[{ dueDate: '2040-03-05' }, ['property dueDate should not exist']],
		[{ contactIds: 'x' }, ['contactIds must be an array']],
		[{ rruleOptions: undefined }, ['rruleOptions should not be empty', 'rruleOptions must be an object']],
		[
			{ rruleOptions: { ...rruleOptions, intervalType: 'often' } },
			[
				'rruleOptions.intervalType must be one of the following values: yearly, monthly, weekly, daily, hourly',
			],
		],
		[
			{ rruleOptions: { ...rruleOptions, startDate: 'soon' } },
			['rruleOptions.startDate must be a valid ISO 8601 date string'],
		],
		[{ rruleOptions: { ...rruleOptions, freq: 1 } }, ['rruleOptions.property freq should not exist']],
		[
			{ rruleOptions: without('dueAfterSeconds') },
			[
				'rruleOptions.dueAfterSeconds should not be empty',
				'rruleOptions.dueAfterSeconds must be a number conforming to the specified constraints',
			],
		],
	])('%j with 422', async (fields, message) => {
		const { status, body } = await make(fields);
		expect(status).toBe(422);
		expect(body.message).toEqual(message);
		expect(sandbox.state.recurringTasks.size).toBe(0);
	});

	test('an unknown contact with 400, one of another location with 403, and no task is made', async () => {
		const { id } = sandbox.state.addContact({ locationId: DEMO.otherLocationId });
		expect((await make({ contactIds: [contactId, 'nobody'] })).status).toBe(400);
		expect((await make({ contactIds: [contactId, id] })).status).toBe(403);
		expect(sandbox.state.recurringTasks.size).toBe(0);
		expect(sandbox.state.tasks.size).toBe(0);
	});

	test('an unknown recurring task with 400', async () => {
		const { status, body } = await on('GET', '/nothing');
		expect(status).toBe(400);
		expect(body.message).toBe('Recurring task with id nothing not found');
		expect((await on('PUT', '/nothing', { title: 'x' })).status).toBe(400);
		expect((await on('DELETE', '/nothing')).status).toBe(400);
	});

	test('another location with 403, whose recurring tasks are not found here either', async () => {
		const { id } = (await make()).body.recurringTask;
		const path = `/locations/${DEMO.otherLocationId}/recurring-tasks/${id}`;
		expect((await call(sandbox, 'GET', path)).status).toBe(403);
		const options = { token: DEMO.otherLocationToken };
		expect((await call(sandbox, 'GET', path, undefined, options)).status).toBe(400);
	});

	test('a token without the scope with 401', async () => {
		const { id } = (await make()).body.recurringTask;
		const reader = { token: await tokenWith(sandbox, 'recurring-tasks.readonly') };
		const writer = { token: await tokenWith(sandbox, 'recurring-tasks.write') };
		expect((await on('GET', `/${id}`, undefined, reader)).status).toBe(200);
		expect((await on('PUT', `/${id}`, { title: 'x' }, reader)).status).toBe(401);
		expect((await on('DELETE', `/${id}`, undefined, reader)).status).toBe(401);
		expect((await on('GET', `/${id}`, undefined, writer)).status).toBe(401);
		expect((await on('PUT', `/${id}`, { title: 'x' }, writer)).status).toBe(200);
	});
});
