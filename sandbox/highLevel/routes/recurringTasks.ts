import { toIsoInstant } from '../../shared/normalise';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { notFound } from '../wire/errors';
import type { RecurringTaskRecord, TaskRecord } from '../state/records';
import { createRecurringTaskBody, updateRecurringTaskBody } from '../schemas/recurringTask';
import { contactOf, locationOf } from './lookups';

/** The specifications declare no scope for recurring tasks; these are what public apps ask HighLevel for. */
const READ = 'recurring-tasks.readonly';
const WRITE = 'recurring-tasks.write';

/** Rules by which a location's tasks are made again and again. */
export const recurringTaskRoutes: ApiRoute[] = [
	{
		method: 'POST',
		path: '/locations/:locationId/recurring-tasks',
		scope: WRITE,
		body: createRecurringTaskBody,
		status: 201,
		answer: create,
	},
	{
		method: 'GET',
		path: '/locations/:locationId/recurring-tasks/:id',
		scope: READ,
		answer: (call) => ({ recurringTask: view(recurringTaskOf(call)) }),
	},
	{
		method: 'PUT',
		path: '/locations/:locationId/recurring-tasks/:id',
		scope: WRITE,
		body: updateRecurringTaskBody,
		answer: (call) => {
			const before = recurringTaskOf(call);
			// It makes no task here, whatever `ignoreTaskCreation` says: the first one was made at the beginning.
			return store(call, { ...before, ...input(call), dateUpdated: call.state.clock.nextIso() });
		},
	},
	{
		method: 'DELETE',
		path: '/locations/:locationId/recurring-tasks/:id',
		scope: WRITE,
		answer: (call) => {
			const { id } = recurringTaskOf(call);
			call.state.recurringTasks.delete(id);
			return { id, success: true };
		},
	},
];

function recurringTaskOf(call: Call): Readonly<RecurringTaskRecord> {
	const id = call.params['id'] ?? '';
	const task = call.state.recurringTasks.get(id);
	if (task?.locationId !== locationOf(call).id) throw notFound('Recurring task', id);
	return task;
}

function create(call: Call): object {
	const location = locationOf(call);
	const now = call.state.clock.nextIso();
	const makesTasks = call.body['ignoreTaskCreation'] !== true;
	const recurring = {
		id: call.state.newId(),
		locationId: location.id,
		description: '',
		contactIds: [],
		owners: [],
		...input(call),
		totalOccurrence: makesTasks ? 1 : 0,
		dateAdded: now,
		dateUpdated: now,
	} as unknown as RecurringTaskRecord;
	const answer = store(call, recurring);
	if (makesTasks) makeFirstTasks(call, recurring);
	return answer;
}

/** One for each contact. The sandbox has no scheduler, so the first ones are all that are ever made. */
function makeFirstTasks(call: Call, recurring: RecurringTaskRecord): void {
	const { locationId, title, description, owners, rruleOptions } = recurring;
	const startMs = Date.parse(toIsoInstant(rruleOptions.startDate) ?? '');
	const dueDate = new Date(startMs + rruleOptions.dueAfterSeconds * 1000).toISOString();
	for (const contactId of new Set(recurring.contactIds)) {
		const now = call.state.clock.nextIso();
		const task: TaskRecord = {
			id: call.state.newId(),
			contactId,
			locationId,
			title,
			body: description || null,
			assignedTo: owners[0] ?? null,
			dueDate,
			completed: false,
			dateAdded: now,
			dateUpdated: now,
		};
		call.state.tasks.set(task.id, task);
	}
}

/** @throws ApiError 400 for an unknown contact, 403 for one of another location */
function input(call: Call): Partial<RecurringTaskRecord> {
	const { ignoreTaskCreation: _, ...fields } = call.body;
	const { contactIds = [] } = fields as { contactIds?: string[] };
	for (const id of contactIds) contactOf(call, id);
	return fields;
}

function store(call: Call, recurring: RecurringTaskRecord): object {
	call.state.recurringTasks.set(recurring.id, recurring);
	return { recurringTask: view(recurring) };
}

/** Source: official specifications, `RecurringTaskResponseDTO`: it names one contact and one owner, although many are
 * taken. */
function view(recurring: Readonly<RecurringTaskRecord>): object {
	const { id, title, description, locationId, rruleOptions, totalOccurrence } = recurring;
	return {
		id,
		title,
		description,
		locationId,
		updatedAt: recurring.dateUpdated,
		createdAt: recurring.dateAdded,
		rruleOptions,
		totalOccurrence,
		deleted: false,
		assignedTo: recurring.owners[0],
		contactId: recurring.contactIds[0],
	};
}
