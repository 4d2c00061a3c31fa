import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO } from '../../../support/highLevel';
import type { ResourceExamples } from './example';
import { prepared } from './example';

const withContact = {
	prepare: ({ state }: HighLevelSandbox) => ({
		contactId: state.addContact({
			locationId: DEMO.locationId,
			firstName: 'Ada',
			businessId: DEMO.businesses.northPier,
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
			locationId: DEMO.locationId,
			title: 'Call back',
			body: 'about the viewing',
			assignedTo: DEMO.users.ben,
			dueDate: '2027-03-01T10:00:00.000Z',
			completed: false,
			dateAdded: now,
			dateUpdated: now,
		});
		return { contactId, taskId };
	},
};

const ofTheTask = { contactId: prepared('contactId'), taskId: prepared('taskId'), options: {} };

export const task: ResourceExamples = {
	create: {
		...withContact,
		parameters: {
			contactId: prepared('contactId'),
			title: 'Call back',
			dueDate: '2027-03-01T10:00:00',
			additionalFields: { assignedTo: byId(DEMO.users.amelia), body: 'about the viewing', completed: false },
			options: {},
		},
	},
	get: { ...withTask, parameters: ofTheTask },
	getAll: {
		...withTask,
		parameters: { contactId: prepared('contactId'), returnAll: true, limit: 50, options: {} },
	},
	update: {
		...withTask,
		parameters: {
			...ofTheTask,
			updateFields: {
				title: 'Visit',
				dueDate: '2027-03-02T10:00:00',
				body: 'with the keys',
				assignedTo: byId(DEMO.users.amelia),
				completed: true,
			},
		},
	},
	complete: { ...withTask, parameters: ofTheTask },
	reopen: { ...withTask, parameters: ofTheTask },
	delete: { ...withTask, parameters: ofTheTask },
	search: {
		...withTask,
		parameters: {
			returnAll: true,
			limit: 50,
			filters: {
				contactId: prepared('contactId'),
				assignedTo: byId(DEMO.users.ben),
				businessId: byId(DEMO.businesses.northPier),
				query: 'call',
				status: 'open',
			},
			options: {},
		},
	},
};
