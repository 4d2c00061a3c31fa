import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { byId, DEMO, UNKNOWN } from '../../support/highLevel';
import { prepared } from '../prepared';
import type { Difference } from '../case';
import { highLevelCases } from '../case';
import { wrongLimit, wrongTimeout } from '../wrongValues';

const { locationId, users, businesses } = DEMO;

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({
			locationId,
			firstName: 'Ada',
			businessId: businesses.northPier,
		}).id,
	}),
};

const withTask = {
	prepare: (sandbox: HighLevelSandbox) => {
		const { contactId } = withContact.prepare(sandbox);
		const taskId = sandbox.state.newId();
		const now = '2027-01-01T00:00:00.000Z';
		sandbox.state.tasks.set(taskId, {
			id: taskId,
			contactId,
			locationId,
			title: 'Call back',
			body: 'about the viewing',
			assignedTo: users.ben,
			dueDate: '2027-03-01T10:00:00.000Z',
			completed: false,
			dateAdded: now,
			dateUpdated: now,
		});
		return { contactId, taskId };
	},
};

const ofTheTask = { contactId: prepared('contactId'), taskId: prepared('taskId'), options: {} };

export const cases = highLevelCases({
	create: {
		example: {
			...withContact,
			parameters: {
				contactId: prepared('contactId'),
				title: 'Call back',
				dueDate: '2027-03-01T10:00:00',
				additionalFields: {
					assignedTo: byId(users.amelia),
					body: 'about the viewing',
					completed: false,
				},
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.createTask(
				{ contactId },
				{
					title: 'Call back',
					dueDate: '2027-03-01T10:00:00.000Z',
					assignedTo: users.amelia,
					body: 'about the viewing',
					completed: false,
				},
			),
		wrong: { parameters: { dueDate: 'soon' }, message: '"Due Date" is not a date: soon', field: 'Due Date' },
	},
	upsertByReference: {
		example: {
			...withContact,
			parameters: {
				contactId: prepared('contactId'),
				reference: 'Wise Agent task 5521',
				title: 'Call back',
				dueDate: '2027-03-01T10:00:00',
				additionalFields: {
					assignedTo: byId(users.amelia),
					body: 'about the viewing',
					completed: false,
				},
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.contacts.createTask(
				{ contactId },
				{
					title: 'Call back',
					dueDate: '2027-03-01T10:00:00.000Z',
					assignedTo: users.amelia,
					body: 'about the viewing\nWise Agent task 5521',
					completed: false,
				},
			),
		wrong: { parameters: { dueDate: 'soon' }, message: '"Due Date" is not a date: soon', field: 'Due Date' },
	},
	get: {
		example: { ...withTask, parameters: { ...ofTheTask, simplify: true } },
		sdk: async (sdk, { contactId, taskId }) => await sdk.contacts.getTask({ contactId, taskId }),
		wrong: { parameters: { taskId: byId(UNKNOWN) }, message: `Task with id ${UNKNOWN} not found` },
	},
	getAll: {
		example: {
			...withTask,
			parameters: {
				contactId: prepared('contactId'),
				returnAll: true,
				limit: 50,
				simplify: true,
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) => await sdk.contacts.getAllTasks({ contactId }),
		wrong: wrongLimit(0),
	},
	update: {
		example: {
			...withTask,
			parameters: {
				...ofTheTask,
				updateFields: {
					title: 'Visit',
					dueDate: '2027-03-02T10:00:00',
					body: 'with the keys',
					assignedTo: byId(users.amelia),
					completed: true,
				},
			},
		},
		sdk: async (sdk, { contactId, taskId }) =>
			await sdk.contacts.updateTask(
				{ contactId, taskId },
				{
					title: 'Visit',
					dueDate: '2027-03-02T10:00:00.000Z',
					body: 'with the keys',
					assignedTo: users.amelia,
					completed: true,
				},
			),
		wrong: {
			parameters: { updateFields: { title: '={{ $json.nothing }}' } },
			message: 'There is nothing to update',
			field: 'updateFields',
		},
	},
	complete: {
		example: { ...withTask, parameters: ofTheTask },
		sdk: async (sdk, { contactId, taskId }) =>
			await sdk.contacts.updateTaskCompleted({ contactId, taskId }, { completed: true }),
		wrong: wrongTimeout(0),
	},
	reopen: {
		example: { ...withTask, parameters: ofTheTask },
		sdk: async (sdk, { contactId, taskId }) =>
			await sdk.contacts.updateTaskCompleted({ contactId, taskId }, { completed: false }),
		wrong: wrongTimeout(-1),
	},
	delete: {
		example: { ...withTask, parameters: ofTheTask },
		sdk: async (sdk, { contactId, taskId }) => await sdk.contacts.deleteTask({ contactId, taskId }),
		wrong: { parameters: { taskId: byId('a/../b?x') }, message: 'Task with id a/../b?x not found' },
	},
	search: {
		example: {
			prepare: (sandbox: HighLevelSandbox) => {
				const { contactId, taskId } = withTask.prepare(sandbox);
				const task = sandbox.state.tasks.get(taskId);
				const overdue = { id: sandbox.state.newId(), dueDate: '2020-01-01T10:00:00.000Z' };
				if (task) sandbox.state.tasks.set(overdue.id, { ...task, ...overdue, title: 'Send the keys' });
				return { contactId };
			},
			parameters: {
				returnAll: true,
				limit: 50,
				filters: {
					contactId: prepared('contactId'),
					assignedTo: byId(users.ben),
					businessId: byId(businesses.northPier),
					query: 'call',
					status: 'open',
				},
				simplify: true,
				options: {},
			},
		},
		sdk: async (sdk, { contactId }) =>
			await sdk.locations.taskSearch(
				{ locationId },
				{
					contactId: [contactId],
					assignedTo: [users.ben],
					businessId: businesses.northPier,
					query: 'call',
					completed: false,
					limit: 100,
					skip: 0,
				},
			),
		variants: [
			{
				parameters: { filters: { dueFrom: '2027-03-01', dueUntil: '2027-03-01' } },
				sdk: async (sdk) => await sdk.locations.taskSearch({ locationId }, { limit: 100, skip: 0 }),
			},
			{
				parameters: { filters: { overdue: true } },
				sdk: async (sdk) =>
					await sdk.locations.taskSearch({ locationId }, { completed: false, limit: 100, skip: 0 }),
			},
		],
		wrong: {
			parameters: { filters: { query: ['a', 'b'] } },
			message: '"Search Text" must be text, but it is a list',
			field: 'Search Text',
		},
	},
});

export const differences: Difference[] = [
	{
		pattern: /^update: only the node sends GET \/contacts\/\{contactId\}\/tasks\/\{\w+\}$/,
		reason: 'the task is read before, so that the output tells what has changed and its reference is kept',
	},
	{
		pattern: /^upsertByReference: only the node sends GET \/contacts\/\{contactId\}\/tasks$/,
		reason: 'the copy is looked for among the tasks of the contact',
	},
	{
		pattern: /^create: only the node sends GET \/contacts\/\{contactId\}\/tasks$/,
		reason:
			'HighLevel does not say when a task was added, so the tasks are read before: a lost answer is not done twice',
	},
];
