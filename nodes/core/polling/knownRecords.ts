import { shortHash } from '../values/shortHash';
import type { Part } from './part';

/** The kinds of what happens to a task. */
export type TaskEvent = 'taskCompleted' | 'taskCreated' | 'taskDeleted' | 'taskUpdated';

const DONE = 'd';
const OPEN = 'o';

/** The first letter of a mark. */
export function doneLetter(isDone: boolean): string {
	return isDone ? DONE : OPEN;
}

/** Whether a mark is of a task that is done. */
export function isDone(mark: string): boolean {
	return mark.startsWith(DONE);
}

/** What was found about a task. */
export interface TaskDifference {
	events: TaskEvent[];
	/** Tells this difference from all others of the task, and is the same when a poll is made again. */
	change: string;
}

/** Before the number of times that a task was found to differ; in a mark that has none, it was not. */
const COUNT = '#';

/** How a service's tasks are remembered: each as a mark, of which the first letter tells whether it is done. */
export interface TaskMarks<Task, Known> {
	idOf(task: Task): string;
	markOf(task: Task): string;
	/** What a mark tells. */
	knownOf(id: string, mark: string): Known;
	/** What of a mark stays the same when nothing but the completion changes. */
	withoutCompletion(mark: string): string;
	/** Whether those that were done last stand at the end. */
	movesDone?: boolean;
}

/** When a kind of records was begun with, in ms since 1970. A count of changes starts anew with it. */
export interface Begun {
	begunAt?: number;
}

/** Tasks that earlier polls have seen. What has happened to one is found by comparison with its mark. */
export class KnownRecords<Task, Known extends { id: string }, Head extends Begun> {
	constructor(
		readonly part: Part<Head>,
		private readonly form: TaskMarks<Task, Known>,
	) {}

	all(): Known[] {
		return this.part.marks
			.list()
			.map(([key, mark]) => this.form.knownOf(decodeURIComponent(key), splitMark(mark).content));
	}

	/** What differs from the task as it was known; from now on it is known as it is. */
	compare(task: Task): TaskDifference {
		const { form, part } = this;
		const key = encodeURIComponent(form.idOf(task));
		const known = part.marks.get(key);
		const { content: before, count } = splitMark(known ?? '');
		const now = form.markOf(task);
		if (known !== undefined && before === now) return { events: [], change: '' };
		const changes = known === undefined ? 0 : count + 1;
		const isCompleted = known !== undefined && !isDone(before) && isDone(now);
		if (isCompleted && form.movesDone) part.marks.delete(key);
		part.marks.set(key, changes === 0 ? now : `${now}${COUNT}${changes.toString(36)}`);
		const change = changeName(part.head?.begunAt, changes, now);
		if (known === undefined) {
			return { events: isDone(now) ? ['taskCreated', 'taskCompleted'] : ['taskCreated'], change };
		}
		if (!isCompleted) return { events: ['taskUpdated'], change };
		const isOtherwise = form.withoutCompletion(before) !== form.withoutCompletion(now);
		return { events: isOtherwise ? ['taskCompleted', 'taskUpdated'] : ['taskCompleted'], change };
	}

	remove({ id }: { id: string }): void {
		this.part.marks.delete(encodeURIComponent(id));
	}
}

function splitMark(mark: string): { content: string; count: number } {
	const [content = '', count = '0'] = mark.split(COUNT);
	return { content, count: parseInt(count, 36) };
}

/**
 * What tells the changes of a record apart of which the service says no time. A poll that is made again, since n8n was
 * killed, counts from where it was before, and comes to the same.
 *
 * @param changes the number of times that the record was found to differ since `begunAt`
 * @param content as it is now
 */
export function changeName(begunAt: number | undefined, changes: number, content: string): string {
	return `${(begunAt ?? 0).toString(36)}-${changes}-${shortHash(content)}`;
}
