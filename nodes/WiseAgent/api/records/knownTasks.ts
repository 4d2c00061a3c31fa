import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../../core/account/account';
import { Remembered } from '../../../core/account/remembered';
import { making } from '../../../core/operation/request';
import type { Reference } from '../../../core/references/references';
import { keyOf } from '../../../core/references/references';
import type { WiseAgentClient } from '../client';
import type { Shown } from '../references';
import { shownTask } from '../references';
import { deleteTask, listTasks } from './tasks';

/**
 * All tasks cost a request for each 100 of them, so that one reading serves all items of an execution for this long, and
 * of executions that began before it.
 */
const KEPT_MS = 30_000;

/** A task as Wise Agent answers it, and as operators see it: it is parsed once, and not again for each item. */
export interface KnownTask {
	raw: IDataObject;
	shown: Shown;
}

/** Tasks, found by what a copy is found by. */
export class TaskIndex {
	private readonly byId = new Map<string, KnownTask>();
	private readonly byGroup = new Map<string, Map<string, KnownTask>>();

	constructor(tasks: IDataObject[]) {
		for (const raw of tasks) this.set(raw);
	}

	get(taskId: string): KnownTask | undefined {
		return this.byId.get(taskId);
	}

	set(raw: IDataObject): void {
		const [id, task] = [String(raw.TaskID), knownTask(raw)];
		const earlier = this.byId.get(id);
		if (earlier) this.byGroup.get(groupOf(earlier))?.delete(id);
		this.byId.set(id, task);
		const group = this.byGroup.get(groupOf(task)) ?? new Map<string, KnownTask>();
		this.byGroup.set(groupOf(task), group.set(id, task));
	}

	/** Those with the reference, and those without any that belong to the contact: the ID, or empty for nobody. */
	candidates(reference: Reference, contactId: string): KnownTask[] {
		const groups = [groupOfReference(reference), groupOfContact(contactId)];
		return groups.flatMap((group) => [...(this.byGroup.get(group)?.values() ?? [])]);
	}
}

export function knownTask(raw: IDataObject): KnownTask {
	return { raw, shown: shownTask(raw) };
}

function groupOf({ shown }: KnownTask): string {
	return shown.reference ? groupOfReference(shown.reference) : groupOfContact(shown.ContactID);
}

function groupOfReference(reference: Reference): string {
	return `reference ${keyOf(reference)}`;
}

function groupOfContact(contactId: unknown): string {
	return `contact ${String(contactId ?? '').toUpperCase()}`;
}

interface Reading {
	/** ms since 1970 */
	startedAt: number;
	tasks: TaskIndex;
}

interface Known {
	readings: Remembered<Reading>;
	newest?: Reading;
	/** What this process has written since, by ID. */
	written: Map<string, { task: IDataObject; at: number }>;
}

const KNOWN: Memory<Known> = {
	name: 'known tasks',
	create: () => ({ readings: new Remembered(), written: new Map() }),
};

/** All tasks of the account, as they were since this execution began, with what this process has written since. */
export const readKnownTasks = making(listTasks, [], async (api: WiseAgentClient): Promise<TaskIndex> => {
	const known = api.account.memory(KNOWN);
	const read = async (): Promise<Reading> => {
		const startedAt = Date.now();
		const reading = { startedAt, tasks: new TaskIndex(await listTasks(api, {}, Infinity)) };
		for (const [id, { task, at }] of known.written) {
			if (at >= startedAt) reading.tasks.set(task);
			else if (at < startedAt - KEPT_MS) known.written.delete(id);
		}
		if (!known.newest || known.newest.startedAt <= startedAt) known.newest = reading;
		return reading;
	};
	const { tasks } = await known.readings.read('', read, {
		keptMs: KEPT_MS,
		// Somebody may have changed a task after an earlier execution has read it.
		isEnough: ({ startedAt }) => startedAt >= api.access.openedAt,
		signal: api.signal,
	});
	return tasks;
});

/** Remembers a task as this process has written it. */
export function keepTask(api: WiseAgentClient, task: IDataObject): void {
	const { newest, written } = api.account.memory(KNOWN);
	written.set(String(task.TaskID), { task, at: Date.now() });
	newest?.tasks.set(task);
}

/** What is read from now on is read again: a task was written of which not all is known, or it is gone. */
export function forgetTasks(api: WiseAgentClient, taskId: string): void {
	const known = api.account.memory(KNOWN);
	known.written.delete(taskId);
	known.newest = undefined;
	known.readings.forget();
}

export const deleteKnownTask = making(deleteTask, [], async (api: WiseAgentClient, taskId: string) => {
	await deleteTask(api, taskId);
	forgetTasks(api, taskId);
});
