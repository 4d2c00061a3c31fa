import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../../support/wiseAgent';
import type { ResourceExamples } from './example';
import { addPerson, prepared, withContact } from './example';

const withTask = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const contactId = addPerson(sandbox);
		const task = sandbox.state.addTask({
			Description: 'Call back',
			ContactID: contactId,
			InsideTeamId: DEMO.team.miguel,
			dueOn: '2027-03-01',
			Priority: 2,
		});
		return { contactId, taskId: String(task.TaskID) };
	},
};

const withDoneTask = {
	prepare: (sandbox: WiseAgentSandbox) => {
		const ids = withTask.prepare(sandbox);
		const task = sandbox.state.tasks.get(ids.taskId);
		if (!task) throw new Error('The task is not there');
		sandbox.state.tasks.set(ids.taskId, { ...task, completedAt: '2026-04-01T17:30:00.000Z' });
		return ids;
	},
};

const ofTheTask = { taskId: prepared('taskId'), options: {} };

const further = {
	InsideTeamId: byId(String(DEMO.team.priya)),
	Completed: false,
	contactId: prepared('contactId'),
	EstimatedTime: '2',
	Priority: '3',
};

export const task: ResourceExamples = {
	complete: { ...withTask, parameters: ofTheTask },
	create: {
		...withContact,
		parameters: {
			Description: 'Call back',
			TaskDue: '2027-03-01',
			additionalFields: { ...further, TaskNote: 'about the viewing' },
			options: {},
		},
	},
	delete: { ...withTask, parameters: ofTheTask },
	get: { ...withDoneTask, parameters: ofTheTask },
	getAll: {
		...withDoneTask,
		parameters: {
			returnAll: true,
			limit: 50,
			filters: {
				contactId: prepared('contactId'),
				InsideTeamId: byId(String(DEMO.team.miguel)),
				dueFrom: '2027-03-01',
				dueTo: '2027-03-01',
				status: 'completed',
			},
			options: {},
		},
	},
	update: {
		...withTask,
		parameters: {
			...ofTheTask,
			updateFields: { ...further, Description: 'Visit', TaskDue: '2027-03-02' },
		},
	},
};
