import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { byId, DEMO } from '../../support/wiseAgent';
import { addPerson, withContact } from '../../support/wiseAgentPerson';
import { prepared } from '../prepared';
import type { WiseAgentCase } from '../case';
import { notADate, nothingToUpdate, wrongTimeout } from '../wrongValues';

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

export const cases: Record<string, WiseAgentCase> = {
	complete: {
		example: { ...withTask, parameters: ofTheTask },
		wrong: {
			parameters: { taskId: byId('a b') },
			message: 'Wise Agent does not know this record: TaskID was not found',
		},
	},
	create: {
		example: {
			...withContact,
			parameters: {
				Description: 'Call back',
				TaskDue: '2027-03-01',
				additionalFields: { ...further, TaskNote: 'about the viewing' },
				options: {},
			},
		},
		wrong: { parameters: { TaskDue: 'soon' }, message: notADate('Due Date'), field: 'Due Date' },
	},
	delete: { example: { ...withTask, parameters: ofTheTask }, wrong: wrongTimeout(0) },
	get: { example: { ...withDoneTask, parameters: ofTheTask }, wrong: wrongTimeout(0) },
	getAll: {
		example: {
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
		wrong: { parameters: { filters: { dueFrom: 'soon' } }, message: notADate('Due From'), field: 'Due From' },
	},
	upsertByReference: {
		example: {
			...withContact,
			parameters: {
				reference: 'HighLevel task otg8dTqqGl2rLGFVKHIn',
				Description: 'Call back',
				TaskDue: '2027-03-01',
				additionalFields: { ...further, TaskNote: 'about the viewing' },
				options: {},
			},
		},
		wrong: { parameters: { TaskDue: 'soon' }, message: notADate('Due Date'), field: 'Due Date' },
	},
	update: {
		example: {
			...withTask,
			parameters: {
				...ofTheTask,
				updateFields: { ...further, Description: 'Visit', TaskDue: '2027-03-02' },
			},
		},
		wrong: nothingToUpdate,
	},
};
