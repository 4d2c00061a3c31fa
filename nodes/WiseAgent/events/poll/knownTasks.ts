import type { IDataObject } from 'n8n-workflow';

import type { Part } from '../../../core/polling/part';
import { shortHash } from '../../../core/polling/shortHash';

/** What happened to a task. */
export type TaskEvent = 'taskCompleted' | 'taskCreated' | 'taskDeleted' | 'taskUpdated';

/** A task as it is remembered. */
export interface KnownTask {
	id: string;
	isDone: boolean;
	/** Id of a member of the inside team. */
	assignee: string;
}

/**
 * The tasks that earlier polls have seen, each as a few letters: whether it is done, a hash of what it shows, a hash of
 * the time at which it was modified, and whose it is.
 */
export class KnownTasks {
	constructor(private readonly part: Part<object>) {}

	get isBegun(): boolean {
		return this.part.head !== undefined;
	}

	/** From now on, tasks are compared. */
	begin(): void {
		this.part.head = {};
	}

	/** What was changed until now is not taken back any more. */
	confirm(): void {
		this.part.confirm();
	}

	all(): KnownTask[] {
		return this.part.marks.list().map(([key, mark]) => ({
			id: decodeURIComponent(key),
			isDone: mark.startsWith(DONE),
			assignee: decodeURIComponent(mark.slice(1 + CONTENT_LENGTH + TIME_LENGTH)),
		}));
	}

	/** What differs from the task as it was known; from now on it is known as it is. */
	compare(task: IDataObject): TaskEvent[] {
		const key = encodeURIComponent(String(task.TaskID));
		const before = this.part.marks.get(key);
		const now = markOf(task);
		if (before === now) return [];
		this.part.marks.set(key, now);
		const isDone = now.startsWith(DONE);
		if (before === undefined) return isDone ? ['taskCreated', 'taskCompleted'] : ['taskCreated'];
		const wasDone = before.startsWith(DONE);
		const isCompleted = !wasDone && isDone;
		const isOtherwise = withoutTime(before) !== withoutTime(now) || wasDone === isDone || !isDone;
		return [
			...(isCompleted ? (['taskCompleted'] as const) : []),
			...(isOtherwise ? (['taskUpdated'] as const) : []),
		];
	}

	remove({ id }: KnownTask): void {
		this.part.marks.delete(encodeURIComponent(id));
	}
}

const DONE = 'd';
const OPEN = 'o';
const CONTENT_LENGTH = 5;
const TIME_LENGTH = 4;

/** What completion changes has letters of its own: a task that was completed is not updated for that. */
function markOf(task: IDataObject): string {
	const { Completed, CompletedDate: _, DateModified, AssignedTo: __, ...shown } = task;
	const content = shortHash(JSON.stringify(shown), CONTENT_LENGTH);
	const time = shortHash(String(DateModified), TIME_LENGTH);
	const assignee = encodeURIComponent(String(task.InsideTeamId ?? ''));
	return `${Completed === true ? DONE : OPEN}${content}${time}${assignee}`;
}

/** Content and assignee. */
function withoutTime(mark: string): string {
	return `${mark.slice(1, 1 + CONTENT_LENGTH)}${mark.slice(1 + CONTENT_LENGTH + TIME_LENGTH)}`;
}
