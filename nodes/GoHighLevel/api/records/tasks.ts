import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { record, records, recordsOf } from '../answers';
import type { HighLevelClient } from '../client';
import { createOnce } from '../creating';
import { undefinedWhenGone } from '../errors';
import { readNumbered } from '../pages';

/** A task as HighLevel answers it; only what this package looks at is named. */
export interface Task extends IDataObject {
	id: string;
	title?: string;
	body?: string;
	/** ISO 8601 */
	dueDate?: string;
	completed?: boolean;
	assignedTo?: string;
	contactId?: string;
}

/** The writable fields of a task, under the API's own names. */
export interface TaskFields {
	title?: string;
	body?: string;
	/** ISO 8601 */
	dueDate?: string;
	completed?: boolean;
	/** Id of a user. */
	assignedTo?: string;
}

/** All tasks of a contact, open and done. */
export async function listTasks(api: HighLevelClient, contactId: string): Promise<Task[]> {
	return await api.get(path`/contacts/${contactId}/tasks`, recordsOf<Task>('tasks', contactId));
}

export async function getTask(api: HighLevelClient, contactId: string, taskId: string): Promise<Task> {
	return await api.get(path`/contacts/${contactId}/tasks/${taskId}`, record<Task>('task', taskId));
}

/** The task, or `undefined` when it or its contact is not there (any more). */
export async function findTask(
	api: HighLevelClient,
	contactId: string,
	taskId: string,
): Promise<Task | undefined> {
	return await getTask(api, contactId, taskId).catch(undefinedWhenGone);
}

/** Creates a task, once. HighLevel does not say when a task was added, so the contact's tasks are read before. */
export async function createTask(
	api: HighLevelClient,
	contactId: string,
	fields: TaskFields & { title: string; dueDate: string },
): Promise<Task> {
	return await createOnce<Task>(api, {
		path: path`/contacts/${contactId}/tasks`,
		// HighLevel wants to be told.
		body: { completed: false, ...fields },
		recordIn: record<Task>('task'),
		list: async () => await listTasks(api, contactId),
		isSame: (task) =>
			task.title === fields.title &&
			(task.body ?? '') === (fields.body ?? '') &&
			Date.parse(String(task.dueDate)) === Date.parse(fields.dueDate),
	});
}

/** Writes the given fields and leaves all others as they are. */
export async function putTask(
	api: HighLevelClient,
	contactId: string,
	taskId: string,
	fields: TaskFields,
): Promise<Task> {
	return await api.put(path`/contacts/${contactId}/tasks/${taskId}`, record<Task>('task', taskId), {
		...fields,
	});
}

export async function setTaskCompleted(
	api: HighLevelClient,
	contactId: string,
	taskId: string,
	completed: boolean,
): Promise<Task> {
	return await api.put(path`/contacts/${contactId}/tasks/${taskId}/completed`, record<Task>('task', taskId), {
		completed,
	});
}

export async function deleteTask(api: HighLevelClient, contactId: string, taskId: string): Promise<void> {
	await api.delete(path`/contacts/${contactId}/tasks/${taskId}`);
}

/** What tasks of a location are looked for by; all of it must apply. */
export interface TaskQuery {
	contactId?: string[];
	assignedTo?: string[];
	completed?: boolean;
	/** Text in the title. */
	query?: string;
	businessId?: string;
}

/** The most that HighLevel gives at once. */
export const TASK_PAGE_SIZE = 100;

/**
 * Tasks of the whole location.
 *
 * @param limit `Infinity` for all
 */
export async function searchTasks(api: HighLevelClient, query: TaskQuery, limit: number): Promise<Task[]> {
	return await readNumbered(
		limit,
		TASK_PAGE_SIZE,
		async (skip, pageSize) => await readTasks(api, query, skip, pageSize),
	);
}

/** One page of them, by how many tasks come before it. The order is HighLevel's own. */
export async function readTasks(
	api: HighLevelClient,
	query: TaskQuery,
	skip: number,
	limit: number,
): Promise<Task[]> {
	return await api.postRead(path`/locations/${api.locationId}/tasks/search`, records<Task>('tasks'), {
		...query,
		limit,
		skip,
	});
}
