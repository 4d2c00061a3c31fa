import { plainText } from '../../../core/values/plainText';
import type { Part } from '../../../core/polling/part';
import { shortHash } from '../../../core/polling/shortHash';
import type { Task } from '../../api/records/tasks';

/** What happened to a task. */
export type TaskEvent = 'taskCompleted' | 'taskCreated' | 'taskDeleted' | 'taskUpdated';

/** A task as it is remembered. */
export interface KnownTask {
	id: string;
	contactId: string;
	completed: boolean;
	/** Stands for the user whose task it is. */
	assignee: string;
}

/** Where only open tasks are looked at: so many that are done stay known, so that one that is opened again is known. */
const DONE_KEPT = 10_000;

/**
 * The tasks that earlier polls have seen. HighLevel tells neither when a task was created nor when it changed, so both
 * are found by comparison: of each task, its ids, whether it is done, whose it is, and a hash of the rest are kept.
 */
export class KnownTasks<Head extends object> {
	constructor(readonly part: Part<Head>) {}

	all(): KnownTask[] {
		return this.part.marks.list().map(([key, mark]) => knownTask(key, mark));
	}

	/** What differs from the task as it was known; from now on it is known as it is. */
	compare(task: Task): TaskEvent[] {
		const { marks } = this.part;
		const key = encodeURIComponent(taskKey(task));
		const before = marks.get(key);
		const now = markOf(task);
		if (before === now) return [];
		const isCompleted = before !== undefined && !isDone(before) && isDone(now);
		// Those that were done last stand at the end.
		if (isCompleted) marks.delete(key);
		marks.set(key, now);
		if (before === undefined) return task.completed ? ['taskCreated', 'taskCompleted'] : ['taskCreated'];
		const isOtherwise = before.slice(1) !== now.slice(1) || (isDone(before) && !isDone(now));
		return [
			...(isCompleted ? (['taskCompleted'] as const) : []),
			...(isOtherwise ? (['taskUpdated'] as const) : []),
		];
	}

	/** Remembers these tasks, by id, and no others. */
	begin(tasks: ReadonlyMap<string, string>): void {
		for (const known of this.all()) this.remove(known);
		for (const [id, mark] of tasks) this.part.marks.set(encodeURIComponent(id), mark);
	}

	remove({ id }: KnownTask): void {
		this.part.marks.delete(encodeURIComponent(id));
	}

	/** Forgets tasks that have long been done. */
	tidy(): void {
		const done = this.all().filter(({ completed }) => completed);
		for (const task of done.slice(0, -DONE_KEPT)) this.remove(task);
	}
}

/** A task without an id is known by what it holds. */
export function taskKey(task: Task): string {
	return plainText(task.id) || shortHash(JSON.stringify(task));
}

const DONE = 'd';
const OPEN = 'o';
const CONTENT_LENGTH = 8;
const ASSIGNEE_LENGTH = 3;

/** As a task is remembered: done or open, hash of its content, its assignee, its contact. */
export function markOf({ title, body, dueDate, assignedTo, contactId, completed }: Task): string {
	const content = JSON.stringify([title || null, body || null, Date.parse(plainText(dueDate)) || null]);
	const hash = shortHash(content, CONTENT_LENGTH);
	return `${completed ? DONE : OPEN}${hash}${assigneeOf(assignedTo)}${encodeURIComponent(plainText(contactId))}`;
}

/** What stands for a user in `KnownTask`. */
export function assigneeOf(userId: unknown): string {
	return shortHash(plainText(userId), ASSIGNEE_LENGTH);
}

function isDone(mark: string): boolean {
	return mark.startsWith(DONE);
}

function knownTask(key: string, mark: string): KnownTask {
	const rest = mark.slice(1 + CONTENT_LENGTH);
	return {
		id: decodeURIComponent(key),
		contactId: decodeURIComponent(rest.slice(ASSIGNEE_LENGTH)),
		completed: isDone(mark),
		assignee: rest.slice(0, ASSIGNEE_LENGTH),
	};
}
