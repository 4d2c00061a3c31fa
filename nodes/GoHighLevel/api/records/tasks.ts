import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { making } from '../../../core/operation/request';
import { isSameReference } from '../../../core/references/references';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';
import { readNumbered } from '../pages';
import { referenceOf } from './references';
import { ifThere, request } from '../request';
import { timeOf } from '../answers';
import { kindOf } from './kit';
import { referenced } from './referenced';

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

/** What tasks of a location are looked for by; all of it must apply. */
export interface TaskQuery {
	contactId?: string[];
	assignedTo?: string[];
	completed?: boolean;
	/** Text in the title. */
	query?: string;
	businessId?: string;
}

/** When tasks are due, which HighLevel cannot look for. */
export interface DueQuery {
	/** ms since 1970, both included. */
	dueFromMs?: number;
	dueUntilMs?: number;
	/** Only open tasks whose due date has passed. */
	overdue?: boolean;
}

/** The most tasks of a location that HighLevel gives at once. */
export const TASK_PAGE_SIZE = 100;

const task = kindOf<Task, 'taskId', 'contactId'>({
	path: '/contacts/{contactId}/tasks',
	id: 'taskId',
	one: 'task',
	many: 'tasks',
	read: 'contacts.readonly',
	write: 'contacts.write',
});

const [list, get] = [task.list(), task.get()];

/** One page of the tasks of a location, by how many come before it. The order is HighLevel's own. */
const searchPage = request(
	{
		endpoint: 'POST /locations/{locationId}/tasks/search',
		scopes: ['locations/tasks.readonly'],
		reads: true,
	},
	(path) =>
		async (
			api: HighLevelClient,
			query: TaskQuery,
			place: { skip: number; limit: number },
		): Promise<Task[]> => {
			const { locationId } = api;
			return await api.postRead(path({ locationId }), records<Task>('tasks'), { ...query, ...place });
		},
);

type NewTask = TaskFields & { title: string; dueDate: string };

/** HighLevel does not say when a task was added, so the contact's tasks are read before. */
const post = task.create<NewTask>({
	list,
	isSame: (found, sent) =>
		found.title === sent.title &&
		(found.body ?? '') === (sent.body ?? '') &&
		isSameMoment(found.dueDate, sent.dueDate),
	defaults: { completed: false },
});

const { created, change, upsertByReference } = referenced<Task, 'taskId', TaskFields>({
	one: 'task',
	id: 'taskId',
	list: list as never,
	get,
	create: task.create<TaskFields>({
		list,
		isSame: (found, sent) => isSameReference(referenceOf(found), referenceOf({ ...sent })),
		isUnique: true,
		defaults: { completed: false },
	}),
	put: task.change<TaskFields>(),
	isSame: (name, current, wanted) => {
		if (name === 'dueDate') return wanted === undefined || isSameMoment(current, wanted);
		return (current ?? (name === 'completed' ? false : '')) === wanted;
	},
	content: ['title', 'body', 'dueDate'],
	check: ({ title, dueDate }) => {
		if (title && dueDate) return;
		const missing = title ? 'Due Date' : 'Title';
		throw new Failure(
			`HighLevel creates no task without "${missing}"`,
			`Map a value to "${missing}". There is no task with this reference yet, and nothing was written for this item.`,
			{ field: title ? 'dueDate' : 'title' },
		);
	},
});

function isSameMoment(current: unknown, wanted: unknown): boolean {
	return Date.parse(String(current)) === Date.parse(String(wanted));
}

/** Tasks of a contact, open and done, and those of the whole location. */
export const tasks = {
	list,
	get,
	/** The task, or `undefined` when it or its contact is not there (any more). */
	find: ifThere(get),
	create: making(
		post,
		[],
		async (api: HighLevelClient, { contactId, ...fields }: NewTask & { contactId: string }) =>
			created(await post(api, { contactId, ...fields }), { completed: false, ...fields }),
	),
	change,
	upsertByReference,
	setCompleted: request(
		{ endpoint: 'PUT /contacts/{contactId}/tasks/{taskId}/completed', scopes: ['contacts.write'] },
		(path) =>
			async (
				api: HighLevelClient,
				{ completed, ...ids }: { contactId: string; taskId: string; completed: boolean },
			): Promise<Task> =>
				await api.put(path(ids), record<Task>('task', ids.taskId), { completed }),
	),
	delete: task.delete(get),
	searchPage,
	/** With a due date, pages are read until `limit` tasks with it are found. */
	search: making(
		searchPage,
		[],
		async (
			api: HighLevelClient,
			{ limit = Infinity, ...query }: TaskQuery & { limit?: number },
			due: DueQuery = {},
		) => {
			const asked = due.overdue ? { ...query, completed: false } : query;
			return await readNumbered(
				limit,
				TASK_PAGE_SIZE,
				async (skip, pageSize) => await searchPage(api, asked, { skip, limit: pageSize }),
				isDueIn(api, due),
			);
		},
	),
};

/** `undefined` where every task is wanted. A task without a due date is due at no time. */
function isDueIn(
	api: HighLevelClient,
	{ dueFromMs, dueUntilMs, overdue = false }: DueQuery,
): ((task: Task) => boolean) | undefined {
	if (dueFromMs === undefined && dueUntilMs === undefined && !overdue) return undefined;
	return ({ dueDate }) => {
		const at = timeOf(dueDate);
		if (at === undefined || at < (dueFromMs ?? -Infinity) || at > (dueUntilMs ?? Infinity)) return false;
		return !overdue || at < api.account.serverTime(Date.now());
	};
}
