import type { Part } from './part';

/** What happened to a task. */
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

/** Tasks that earlier polls have seen. What has happened to one is found by comparison with its mark. */
export class KnownRecords<Task, Known extends { id: string }, Head extends object> {
	constructor(
		readonly part: Part<Head>,
		private readonly form: TaskMarks<Task, Known>,
	) {}

	all(): Known[] {
		return this.part.marks.list().map(([key, mark]) => this.form.knownOf(decodeURIComponent(key), mark));
	}

	/** What differs from the task as it was known; from now on it is known as it is. */
	compare(task: Task): TaskEvent[] {
		const { form, part } = this;
		const key = encodeURIComponent(form.idOf(task));
		const before = part.marks.get(key);
		const now = form.markOf(task);
		if (before === now) return [];
		const isCompleted = before !== undefined && !isDone(before) && isDone(now);
		if (isCompleted && form.movesDone) part.marks.delete(key);
		part.marks.set(key, now);
		if (before === undefined) return isDone(now) ? ['taskCreated', 'taskCompleted'] : ['taskCreated'];
		if (!isCompleted) return ['taskUpdated'];
		const isOtherwise = form.withoutCompletion(before) !== form.withoutCompletion(now);
		return isOtherwise ? ['taskCompleted', 'taskUpdated'] : ['taskCompleted'];
	}

	remove({ id }: { id: string }): void {
		this.part.marks.delete(encodeURIComponent(id));
	}
}
