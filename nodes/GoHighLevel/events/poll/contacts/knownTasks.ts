import type { Begun } from '../../../../core/polling/knownRecords';
import { doneLetter, isDone, KnownRecords } from '../../../../core/polling/knownRecords';
import type { Part } from '../../../../core/polling/part';
import { shortHash } from '../../../../core/values/shortHash';
import { plainText } from '../../../../core/values/texts';
import type { Task } from '../../../api/records/tasks';

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
export class KnownTasks<Head extends Begun> extends KnownRecords<Task, KnownTask, Head> {
	constructor(part: Part<Head>) {
		super(part, {
			idOf: taskKey,
			markOf,
			knownOf: knownTask,
			withoutCompletion: (mark) => mark.slice(1),
			movesDone: true,
		});
	}

	/** Remembers these tasks, by id, and no others. */
	begin(tasks: ReadonlyMap<string, string>): void {
		for (const known of this.all()) this.remove(known);
		for (const [id, mark] of tasks) this.part.marks.set(encodeURIComponent(id), mark);
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

const CONTENT_LENGTH = 8;
const ASSIGNEE_LENGTH = 3;

/** As a task is remembered: done or open, hash of its content, its assignee, its contact. */
export function markOf({ title, body, dueDate, assignedTo, contactId, completed }: Task): string {
	const content = JSON.stringify([title || null, body || null, Date.parse(plainText(dueDate)) || null]);
	const hash = shortHash(content, CONTENT_LENGTH);
	return `${doneLetter(Boolean(completed))}${hash}${assigneeOf(assignedTo)}${encodeURIComponent(plainText(contactId))}`;
}

/** What stands for a user in `KnownTask`. */
export function assigneeOf(userId: unknown): string {
	return shortHash(plainText(userId), ASSIGNEE_LENGTH);
}

function knownTask(id: string, mark: string): KnownTask {
	const rest = mark.slice(1 + CONTENT_LENGTH);
	return {
		id,
		contactId: decodeURIComponent(rest.slice(ASSIGNEE_LENGTH)),
		completed: isDone(mark),
		assignee: rest.slice(0, ASSIGNEE_LENGTH),
	};
}
