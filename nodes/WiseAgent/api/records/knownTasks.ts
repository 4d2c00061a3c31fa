import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../../core/account/account';
import { Remembered } from '../../../core/account/remembered';
import { making } from '../../../core/operation/request';
import type { WiseAgentClient } from '../client';
import { deleteTask, listTasks } from './tasks';

/**
 * All tasks cost a request for each 100 of them, so that one reading serves all items of an execution for this long, and
 * of executions that began before it.
 */
const KEPT_MS = 30_000;

interface Reading {
	/** ms since 1970 */
	startedAt: number;
	/** By ID, as Wise Agent answers them. */
	tasks: Map<string, IDataObject>;
}

interface Known {
	readings: Remembered<Reading>;
	/** What this process has written since, by ID. */
	written: Map<string, { task: IDataObject; at: number }>;
}

const KNOWN: Memory<Known> = {
	name: 'known tasks',
	create: () => ({ readings: new Remembered(), written: new Map() }),
};

/** All tasks of the account, as they were since this execution began, with what this process has written since. */
export const readKnownTasks = making(listTasks, [], async (api: WiseAgentClient): Promise<IDataObject[]> => {
	const { readings, written } = api.account.memory(KNOWN);
	const read = async (): Promise<Reading> => {
		const startedAt = Date.now();
		const found = await listTasks(api, {}, Infinity);
		return { startedAt, tasks: new Map(found.map((task) => [String(task.TaskID), task])) };
	};
	const { startedAt, tasks } = await readings.read('', read, {
		keptMs: KEPT_MS,
		// Somebody may have changed a task after an earlier execution has read it.
		isEnough: (reading) => reading.startedAt >= api.access.openedAt,
		signal: api.signal,
	});
	const all = new Map(tasks);
	for (const [id, { task, at }] of written) {
		if (at >= startedAt) all.set(id, task);
		else if (at < startedAt - KEPT_MS) written.delete(id);
	}
	return [...all.values()];
});

/** Remembers a task as this process has written it. */
export function keepTask(api: WiseAgentClient, task: IDataObject): void {
	api.account.memory(KNOWN).written.set(String(task.TaskID), { task, at: Date.now() });
}

/** What is read from now on is read again: a task was written of which not all is known, or it is gone. */
export function forgetTasks(api: WiseAgentClient, taskId: string): void {
	const { readings, written } = api.account.memory(KNOWN);
	written.delete(taskId);
	readings.forget();
}

export const deleteKnownTask = making(deleteTask, [], async (api: WiseAgentClient, taskId: string) => {
	await deleteTask(api, taskId);
	forgetTasks(api, taskId);
});
