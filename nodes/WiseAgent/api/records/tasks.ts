import type { IDataObject } from 'n8n-workflow';

import type { Reference } from '../../../core/references/references';
import { isSameReference } from '../../../core/references/references';
import type { Age, Seen } from '../../../core/sending/creating';
import { createdAmong, createOnce } from '../../../core/sending/creating';
import { answeredField, countIn, fieldOf, isId, recordIn } from '../reading/answers';
import { taskOf } from '../reading/records';
import type { WiseAgentClient } from '../client';
import { deleting } from '../deleting';
import { notFound } from '../errors';
import type { PageQuery } from '../pages';
import { readPages } from '../pages';
import { referenceOfTask } from '../references';
import { isSameWording } from '../sameWording';
import { ageOf } from '../createdAfter';
import type { Page } from '../wholePages';
import { making } from '../../../core/operation/request';
import { creating, reading, writing } from '../request';

const getTasks = reading('tasks', 'team');
const postTask = creating('tasks', 'team');
const putTask = writing('PUT', 'tasks', 'team');

/** What tasks are narrowed by; all of it must apply. Wise Agent has no filter, so all are read. */
export interface TaskQuery {
	/** Of a contact, or with a V of a vendor. */
	contactId?: string;
	completed?: boolean;
	insideTeamId?: string;
	/** YYYY-MM-DD */
	dueFrom?: string;
	/** YYYY-MM-DD */
	dueTo?: string;
}

/**
 * Tasks, page after page.
 *
 * @param limit `Infinity` for all
 */
export const listTasks = making(
	getTasks,
	[],
	async (api: WiseAgentClient, query: TaskQuery, limit: number): Promise<IDataObject[]> => {
		return await readTasks(api, (task) => fits(taskOf(task), query), limit);
	},
);

/** One task; since Wise Agent cannot give one by its id, the pages are read until it comes. */
export const readTask = making(
	getTasks,
	[],
	async (api: WiseAgentClient, taskId: string): Promise<IDataObject> => {
		const [task] = await readTasks(api, ({ TaskID }) => String(TaskID) === taskId, 1);
		if (!task) throw notFound('Task', taskId);
		return task;
	},
);

/** The tasks with these ids, as far as they are there; the pages are read until all of them have come. */
export const findTasks = making(
	getTasks,
	[],
	async (api: WiseAgentClient, taskIds: string[]): Promise<IDataObject[]> => {
		return await readTasks(api, ({ TaskID }) => taskIds.includes(String(TaskID)), taskIds.length);
	},
);

async function readTasks(
	api: WiseAgentClient,
	isWanted: (task: IDataObject) => boolean,
	limit: number,
): Promise<IDataObject[]> {
	let total: number | undefined;
	return await readPages({
		limit,
		id: 'TaskID',
		readPage: async (page) => {
			const read = await readCountedPage(api, page);
			({ total } = read);
			return read.records;
		},
		isWanted,
		count: async () => total ?? 0,
	});
}

/** One page of all tasks. */
export const readTaskPage = making(
	getTasks,
	[],
	async (api: WiseAgentClient, page: PageQuery): Promise<IDataObject[]> => {
		return (await readCountedPage(api, page)).records;
	},
);

/** The same, and how many tasks there are, as far as Wise Agent tells. */
export async function readCountedPage(api: WiseAgentClient, page: PageQuery): Promise<Page> {
	const answer = await getTasks(api, page);
	const total = countIn(fieldOf(recordIn(answer) ?? {}, 'TotalCount'));
	return { records: tasksIn(api, answer), ...(total ? { total } : {}) };
}

function tasksIn(api: WiseAgentClient, answer: unknown): IDataObject[] {
	return api.recordsIn(answer, 'TaskID', 'Data');
}

function fits(task: IDataObject, query: TaskQuery): boolean {
	const { contactId, completed, insideTeamId, dueFrom, dueTo } = query;
	const due = task.TaskDue === null ? undefined : String(task.TaskDue);
	return (
		(contactId === undefined || hasId(task.ContactID, contactId)) &&
		(completed === undefined || task.Completed === completed) &&
		(insideTeamId === undefined || hasId(task.InsideTeamId, insideTeamId)) &&
		(dueFrom === undefined || (due !== undefined && due >= dueFrom)) &&
		(dueTo === undefined || (due !== undefined && due <= dueTo))
	);
}

function hasId(id: unknown, wanted: string): boolean {
	return String(id).toUpperCase() === wanted.toUpperCase();
}

/** The writable fields of a task, as they are sent. */
export interface TaskFields {
	Description?: string;
	/** MM/DD/YYYY */
	TaskDue?: string;
	/** 0 none to 3 high */
	Priority?: string;
	InsideTeamId?: string;
	/** 0 none to 4 more than an hour */
	EstimatedTime?: string;
	/** Of a contact, or with a V of a vendor. */
	ContactID?: string;
	Completed?: 'yes' | 'no';
	[name: string]: string | undefined;
}

/**
 * Creates a task, once.
 *
 * @param fields `TaskNote` beside those that can be changed
 * @param reference of a copy: a task that has it is the one that was created
 */
export const createTask = making(
	postTask,
	[getTasks],
	async (
		api: WiseAgentClient,
		fields: TaskFields & { Description: string; TaskNote?: string },
		reference?: Reference,
	): Promise<IDataObject> => {
		return await createOnce<IDataObject>(api.account, {
			among: [`tasks/${fields.ContactID ?? ''}`],
			send: async (find) => await postTask(api, fields, find),
			createdIn: (answer) => {
				const TaskID = answeredField(answer, 'TaskID');
				return isId(TaskID) ? ({ TaskID, ...fields } as IDataObject) : undefined;
			},
			look: async (startedAt) => {
				if (reference) return await amongReferred(api, reference);
				const age = (raw: IDataObject) => ageOfTask(api, raw, fields, startedAt);
				const notOlder = await readTasks(api, (raw) => age(raw) !== 'older', Infinity);
				return createdAmong(notOlder, age, (raw) => isSame(raw, fields));
			},
			keysOf: ({ TaskID }) => [keyOf(TaskID)],
			unexpected: () => api.unclear('tasks'),
			signal: api.signal,
		});
	},
);

/** A task with the reference is the wanted one, whoever added it. */
async function amongReferred(api: WiseAgentClient, reference: Reference): Promise<Seen<IDataObject>> {
	const isOurs = (raw: IDataObject) => isSameReference(referenceOfTask(raw), reference);
	const [created] = await readTasks(api, isOurs, 1);
	return created ? { created } : 'absent';
}

/** A task of another contact is not the one that is looked for, whenever it was added. */
function ageOfTask(
	api: WiseAgentClient,
	raw: IDataObject,
	{ ContactID }: TaskFields,
	startedAt: number,
): Age {
	const task = taskOf(raw);
	const isOfAnother = 'ContactID' in task && !hasId(task.ContactID, String(taskOf({ ContactID }).ContactID));
	if (isOfAnother || api.account.hasCreated(keyOf(task.TaskID))) return 'older';
	return ageOf(api, task.DateCreated, startedAt);
}

function isSame(raw: IDataObject, fields: TaskFields): boolean {
	const [task, ours] = [taskOf(raw), taskOf({ ...fields })];
	return (
		isSameWording(task.Description, ours.Description) &&
		(ours.TaskDue === undefined || task.TaskDue === ours.TaskDue)
	);
}

function keyOf(taskId: unknown): string {
	return `task/${String(taskId)}`;
}

/** Writes the given fields and leaves all others as they are. */
export const updateTask = making(
	putTask,
	[],
	async (api: WiseAgentClient, taskId: string, fields: TaskFields): Promise<void> => {
		await putTask(api, { form: { TaskID: taskId, ...fields }, record: `task/${taskId}` });
	},
);

export const deleteTask = deleting('tasks', 'TaskID', 'team');
