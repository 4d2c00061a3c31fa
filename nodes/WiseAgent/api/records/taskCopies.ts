import type { IDataObject } from 'n8n-workflow';

import { HeldBack, planned } from '../../../core/heldBack';
import { making } from '../../../core/operation/request';
import { writeCopy } from '../../../core/references/copies';
import type { Reference } from '../../../core/references/references';
import { keyOf } from '../../../core/references/references';
import { ownValue } from '../../../core/values/ownValue';
import type { WiseAgentClient } from '../client';
import { NotFound } from '../errors';
import { taskOf } from '../reading/records';
import { shownTask, taskReferences } from '../references';
import { isStoredAs } from '../sameWording';
import type { KnownTask } from './knownTasks';
import { forgetTasks, keepTask, knownTask, readKnownTasks } from './knownTasks';
import type { TaskFields } from './tasks';
import { createTask, updateTask } from './tasks';
import type { WrittenRecord } from './written';
import { createdWith, differenceOf, updatedWith } from './written';

/** What the copy of a record of another system is written with. */
export interface TaskCopy {
	reference: Reference;
	fields: TaskFields & { Description: string };
	/** Of a new task only. */
	note?: string;
	/** Whether a task of the contact with the same description and without a reference becomes the copy. */
	adopts: boolean;
}

/**
 * Writes the given fields and leaves all others as they are. A description keeps the reference of the task, for which
 * all tasks are read: Wise Agent gives none by its ID.
 */
export const changeTask = making(
	updateTask,
	[readKnownTasks],
	async (api: WiseAgentClient, taskId: string, given: TaskFields): Promise<WrittenRecord> => {
		return await api.alone(`task/${taskId}`, async () => {
			const isRead = given.Description !== undefined;
			const existing = isRead ? (await readKnownTasks(api)).get(taskId) : undefined;
			return await write(api, taskId, existing, given);
		});
	},
);

async function write(
	api: WiseAgentClient,
	taskId: string,
	existing: KnownTask | undefined,
	given: TaskFields,
	reference?: Reference,
): Promise<WrittenRecord> {
	const before = existing?.shown;
	const parted = taskReferences.read(given.Description ?? '');
	const kept = reference ?? parted.reference ?? before?.reference ?? null;
	const wanted = wantedOf(given, kept);
	const difference = differenceOf(before, wanted, isSame);
	const { names, changedFields, changes } = difference;
	const isReferred = changedFields.includes('reference');
	if (api.isDryRun) {
		const record = before ?? { TaskID: taskId };
		throw new HeldBack({ effect: changedFields.length > 0 ? 'update' : 'none', changes, record });
	}
	const sent: TaskFields = Object.fromEntries(names.map((name) => [name, ownValue(given, name)]));
	if (names.includes('Description') || isReferred) {
		const text = String((names.includes('Description') ? parted.text : before?.Description) ?? '');
		sent.Description = kept ? taskReferences.write(text, kept) : text;
	}
	if (changedFields.length > 0) {
		await updateTask(api, taskId, sent);
		if (existing) keepTask(api, { ...existing.raw, ...sent });
		else forgetTasks(api, taskId);
	}
	const fields = Object.fromEntries(names.map((name) => [name, ownValue(wanted.fields, name)]));
	const after = { ...taskOf({ TaskID: taskId }), ...before, ...fields };
	return updatedWith(difference, { ...after, ...(kept ? { reference: kept } : {}) });
}

/** By the names that the record has, as operators see it. */
function wantedOf(fields: TaskFields, reference: Reference | null) {
	const shown = shownTask({ ...fields });
	const { reference: _, ...clean } = shown;
	return { fields: clean, reference };
}

function isSame(name: string, current: unknown, wanted: unknown): boolean {
	if (name === 'Description') return isStoredAs(current, wanted);
	return String(current ?? '').toUpperCase() === String(wanted ?? '').toUpperCase();
}

/** What a task has that was created without it. Source: official API page. */
const NEW_TASK: IDataObject = {
	Completed: 'no',
	Priority: '0',
	EstimatedTime: '0',
	ContactID: '0',
	TaskDue: '',
};

/** How often a task that was deleted meanwhile is looked for again. */
const TIMES = 2;

/**
 * Creates the task that is the copy of a record of another system, or writes to the one that is there, also where it
 * belongs to another contact now.
 */
export const upsertTaskByReference = making(
	readKnownTasks,
	[createTask, updateTask],
	async (api: WiseAgentClient, copy: TaskCopy): Promise<WrittenRecord> => {
		const key = `task by reference ${keyOf(copy.reference)}`;
		return await api.alone(key, async () => {
			for (let time = 1; ; time++) {
				const written = await writeOnce(api, copy).catch((error: unknown) => error as Error);
				if (!(written instanceof Error)) return written;
				if (!(written instanceof NotFound) || time === TIMES) throw written;
			}
		});
	},
);

async function writeOnce(
	api: WiseAgentClient,
	{ reference, fields, note, adopts }: TaskCopy,
): Promise<WrittenRecord> {
	const wanted = wantedOf(fields, reference);
	const Description = taskReferences.write(fields.Description, reference);
	const create = async () => {
		const sent = { ...fields, Description, ...(note === undefined ? {} : { TaskNote: note }) };
		const all = {
			reference,
			fields: { ...wanted.fields, ...(note === undefined ? {} : { TaskNote: note }) },
		};
		const record = await planned({ changes: createdWith(all, {}).changes }, async () => {
			return await createTask(api, sent, reference);
		});
		keepTask(api, { ...NEW_TASK, ...record, ...fields, Description });
		const made = knownTask({ ...record, ...fields, Description });
		return { record: made, written: createdWith(all, made.shown) };
	};
	const update = async (existing: KnownTask) => {
		const taskId = String(existing.raw.TaskID);
		const work = async () => await write(api, taskId, existing, fields, reference);
		const written = await api.alone(`task/${taskId}`, work).catch((error: unknown) => {
			if (error instanceof NotFound) forgetTasks(api, taskId);
			throw error;
		});
		return { record: existing, written };
	};
	const owner = fields.ContactID ?? '';
	const isAlike = ({ shown: task }: KnownTask) => {
		const isOfOwner = isSame('ContactID', task.ContactID ?? '', wanted.fields.ContactID ?? '');
		const isDue = fields.TaskDue === undefined || isSame('TaskDue', task.TaskDue, wanted.fields.TaskDue);
		return isOfOwner && isDue && isStoredAs(task.Description, wanted.fields.Description);
	};
	const copies = {
		place: `tasks of ${owner}`,
		shown: 'tasks',
		idName: 'taskId',
		list: async () =>
			(await readKnownTasks(api)).candidates(reference, String(wanted.fields.ContactID ?? '')),
		idOf: ({ raw }: KnownTask) => String(raw.TaskID),
		referenceOf: ({ shown }: KnownTask) => shown.reference ?? null,
		isAlike: adopts ? isAlike : undefined,
		signal: api.signal,
	};
	return (await writeCopy(api.account, copies, reference, { create, update })).written;
}

/** A new task without a copy to look for. */
export function createdTask(raw: IDataObject): WrittenRecord {
	const { TaskID: _, reference = null, ...fields } = shownTask(raw);
	return createdWith({ fields, reference }, shownTask(raw));
}
