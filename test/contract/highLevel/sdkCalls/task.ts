import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const { locationId, users, businesses } = DEMO;

const calls: SdkComparison['calls'] = {
	create: async (sdk, { contactId }) =>
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
	get: async (sdk, { contactId, taskId }) => await sdk.contacts.getTask({ contactId, taskId }),
	getAll: async (sdk, { contactId }) => await sdk.contacts.getAllTasks({ contactId }),
	update: async (sdk, { contactId, taskId }) =>
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
	complete: async (sdk, { contactId, taskId }) =>
		await sdk.contacts.updateTaskCompleted({ contactId, taskId }, { completed: true }),
	reopen: async (sdk, { contactId, taskId }) =>
		await sdk.contacts.updateTaskCompleted({ contactId, taskId }, { completed: false }),
	delete: async (sdk, { contactId, taskId }) => await sdk.contacts.deleteTask({ contactId, taskId }),
	search: async (sdk, { contactId }) =>
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
};

const differences: SdkComparison['differences'] = [
	{
		pattern: /^create: only the node sends GET \/contacts\/\{contactId\}\/tasks$/,
		reason:
			'HighLevel does not say when a task was added, so the tasks are read before: a lost answer is not done twice',
	},
];

export const task: SdkComparison = { calls, differences };
