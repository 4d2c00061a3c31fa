import { toIsoInstant } from '../../shared/normalise';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { notFound } from '../wire/errors';
import type { TaskRecord } from '../state/records';
import { completeTaskBody, createTaskBody, taskSearchBody, updateTaskBody } from '../schemas/activities';
import { succeeded } from '../views/success';
import { contactOf, locationOf } from './lookups';

/** Tasks of a contact, and the search over a location's tasks. */
export const taskRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/contacts/:contactId/tasks',
		scope: 'contacts.readonly',
		answer: (call) => ({ tasks: call.state.tasks.inGroup(contactOf(call).id).map(view) }),
	},
	{
		method: 'POST',
		path: '/contacts/:contactId/tasks',
		scope: 'contacts.write',
		body: createTaskBody,
		status: 201,
		answer: (call) => {
			const contact = contactOf(call);
			const now = call.state.clock.nextIso();
			const task = {
				id: call.state.newId(),
				contactId: contact.id,
				locationId: contact.locationId,
				body: null,
				assignedTo: null,
				...input(call),
				dateAdded: now,
				dateUpdated: now,
			} as TaskRecord;
			call.state.tasks.set(task.id, task);
			return { task: view(task) };
		},
	},
	{
		method: 'GET',
		path: '/contacts/:contactId/tasks/:taskId',
		scope: 'contacts.readonly',
		answer: (call) => ({ task: view(taskOf(call)) }),
	},
	{
		method: 'PUT',
		path: '/contacts/:contactId/tasks/:taskId',
		scope: 'contacts.write',
		body: updateTaskBody,
		answer: update,
	},
	{
		method: 'PUT',
		path: '/contacts/:contactId/tasks/:taskId/completed',
		scope: 'contacts.write',
		body: completeTaskBody,
		answer: update,
	},
	{
		method: 'DELETE',
		path: '/contacts/:contactId/tasks/:taskId',
		scope: 'contacts.write',
		answer: (call) => {
			call.state.tasks.delete(taskOf(call).id);
			return succeeded(call.version);
		},
	},
	{
		method: 'POST',
		path: '/locations/:locationId/tasks/search',
		scope: 'locations/tasks.readonly',
		body: taskSearchBody,
		answer: (call) => ({ tasks: search(call).map(view) }),
	},
];

function taskOf(call: Call): Readonly<TaskRecord> {
	const contact = contactOf(call);
	const id = call.params['taskId'] ?? '';
	const task = call.state.tasks.get(id);
	if (task?.contactId !== contact.id) throw notFound('Task', id);
	return task;
}

function update(call: Call): object {
	const task = { ...taskOf(call), ...input(call), dateUpdated: call.state.clock.nextIso() };
	call.state.tasks.set(task.id, task);
	return { task: view(task) };
}

function input(call: Call): Partial<TaskRecord> {
	const { dueDate, ...rest } = call.body;
	return { ...rest, ...(typeof dueDate === 'string' ? { dueDate: toIsoInstant(dueDate) } : {}) };
}

/** Newest first; the order is not documented. */
function search(call: Call): Array<Readonly<TaskRecord>> {
	const location = locationOf(call);
	const {
		contactId,
		assignedTo,
		completed,
		query,
		businessId,
		limit = 25,
		skip = 0,
	} = call.body as {
		contactId?: string[];
		assignedTo?: string[];
		completed?: boolean;
		query?: string;
		businessId?: string;
		limit?: number;
		skip?: number;
	};
	const { contacts, tasks } = call.state;
	const matches = [...tasks.values()].filter(
		(task) =>
			task.locationId === location.id &&
			(contactId === undefined || contactId.includes(task.contactId)) &&
			(assignedTo === undefined || (task.assignedTo !== null && assignedTo.includes(task.assignedTo))) &&
			(completed === undefined || task.completed === completed) &&
			(businessId === undefined || contacts.get(task.contactId)?.businessId === businessId) &&
			(query === undefined || task.title.toLowerCase().includes(query.toLowerCase())),
	);
	return matches.sort((a, b) => b.dateAdded.localeCompare(a.dateAdded)).slice(skip, skip + limit);
}

/** Source: official specifications, `TaskSchema`. Empty values are left out. */
function view(task: Readonly<TaskRecord>): object {
	return {
		id: task.id,
		title: task.title,
		body: task.body ?? undefined,
		assignedTo: task.assignedTo ?? undefined,
		dueDate: task.dueDate,
		completed: task.completed,
		contactId: task.contactId,
	};
}
