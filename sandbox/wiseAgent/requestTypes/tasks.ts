import { ownerOf } from '../owners';
import type { TaskRecord } from '../records';
import type { Call, RequestType } from '../requestType';
import { taskView } from '../views/task';
import { readDate } from '../wire/arizona';
import { pageOf } from '../wire/paging';
import { LISTED_SUCCESS, listedFailure, unsuccessful } from '../wire/refusal';
import { deleteTypes } from './deletes';

/** Tasks, of contacts or of nobody. There is no reading of one, and none by contact. */
export const taskTypes: RequestType[] = [
	{
		name: 'tasks',
		verb: 'GET',
		scopes: ['team'],
		answer: ({ state, parameters, settings }) => {
			const tasks = [...state.tasks.values()].sort((a, b) => a.TaskID - b.TaskID);
			return {
				Page: parameters.positive('page') ?? 1,
				TotalCount: tasks.length,
				Data: pageOf(tasks, parameters, 100).map((task) => taskView(state, task, settings)),
			};
		},
	},
	{
		name: 'tasks',
		verb: 'POST',
		scopes: ['team'],
		answer: (call) => {
			const { state, parameters } = call;
			if (parameters.text('Description') === '') throw unsuccessful('Description is required');
			const TaskNote = parameters.sent('TaskNote') ?? '';
			if (TaskNote.length > 2048) throw unsuccessful('TaskNote is limited to 2048 characters');
			const { TaskID } = state.addTask({ ...sentFields(call), TaskNote });
			return { success: true, TaskID };
		},
	},
	{
		name: 'tasks',
		verb: 'PUT',
		scopes: ['team'],
		answer: (call) => {
			const { state, parameters } = call;
			const task = state.tasks.get(parameters.text('TaskID'));
			if (!task) throw unsuccessful('TaskID was not found');
			const changes = sentFields(call, task);
			state.tasks.set(String(task.TaskID), { ...task, ...changes, modifiedAt: state.clock.nextIso() });
			return { success: true, TaskID: task.TaskID };
		},
	},
	...deleteTypes({
		name: 'tasks',
		id: 'TaskID',
		scopes: ['team'],
		remove: ({ state }, id) => {
			if (!state.tasks.delete(id)) throw listedFailure('TaskID was not found');
			return LISTED_SUCCESS;
		},
	}),
];

/** The fields that were sent with a value; the note of a task cannot be changed.
 * @throws Refusal for a value that cannot be; no source shows the texts */
function sentFields(
	{ state, parameters, settings }: Call,
	before?: Readonly<TaskRecord>,
): Partial<TaskRecord> {
	const fields: Partial<TaskRecord> = {};
	const sent = (name: string) => parameters.text(name) !== '';
	if (sent('Description')) fields.Description = parameters.sent('Description') ?? '';
	if (sent('TaskDue')) fields.dueOn = readDate(parameters.text('TaskDue')) ?? refuse('TaskDue');
	else if (parameters.has('TaskDue') && settings.emptyClearsField) fields.dueOn = null;
	if (sent('Priority')) fields.Priority = numberUpTo(3, parameters.text('Priority')) ?? refuse('Priority');
	if (sent('EstimatedTime')) {
		fields.EstimatedTime = numberUpTo(4, parameters.text('EstimatedTime')) ?? refuse('EstimatedTime');
	}
	if (sent('InsideTeamId')) {
		const id = parameters.text('InsideTeamId');
		fields.InsideTeamId = id === '0' || state.team.has(id) ? Number(id) : refuse('InsideTeamId');
	}
	if (sent('ContactID')) {
		const id = parameters.text('ContactID');
		fields.ContactID = id === '0' ? id : (ownerOf(state, id) ?? refuse('ContactID'));
	}
	if (sent('Completed')) {
		const completedAt = before?.completedAt ?? state.clock.nextIso();
		fields.completedAt = parameters.flag('Completed') ? completedAt : null;
	}
	return fields;
}

function numberUpTo(highest: number, text: string): number | undefined {
	const value = Number(text);
	return Number.isInteger(value) && value >= 0 && value <= highest ? value : undefined;
}

function refuse(name: string): never {
	throw unsuccessful(`${name} is invalid`);
}
