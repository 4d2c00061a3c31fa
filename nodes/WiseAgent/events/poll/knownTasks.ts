import type { IDataObject } from 'n8n-workflow';

import type { Begun } from '../../../core/polling/knownRecords';
import { doneLetter, isDone, KnownRecords } from '../../../core/polling/knownRecords';
import type { Part } from '../../../core/polling/part';
import { shortHash } from '../../../core/values/shortHash';

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
export class KnownTasks extends KnownRecords<IDataObject, KnownTask, Begun> {
	constructor(part: Part<Begun>) {
		super(part, { idOf: (task) => String(task.TaskID), markOf, knownOf: knownTask, withoutCompletion });
	}

	get isBegun(): boolean {
		return this.part.head !== undefined;
	}

	/** From now on, tasks are compared. */
	begin(): void {
		this.part.head = { begunAt: Date.now() };
	}

	/** What was changed until now is not taken back any more. */
	confirm(): void {
		this.part.confirm();
	}
}

const CONTENT_LENGTH = 5;
const TIME_LENGTH = 4;

/** What completion changes has letters of its own: a task that was completed is not updated for that. */
function markOf(task: IDataObject): string {
	const { Completed, CompletedDate: _, DateModified, AssignedTo: __, ...shown } = task;
	const content = shortHash(JSON.stringify(shown), CONTENT_LENGTH);
	const time = shortHash(String(DateModified), TIME_LENGTH);
	const assignee = encodeURIComponent(String(task.InsideTeamId ?? ''));
	return `${doneLetter(Completed === true)}${content}${time}${assignee}`;
}

/** Content and assignee: when a task is completed, the time of its change is another, too. */
function withoutCompletion(mark: string): string {
	return `${mark.slice(1, 1 + CONTENT_LENGTH)}${mark.slice(1 + CONTENT_LENGTH + TIME_LENGTH)}`;
}

function knownTask(id: string, mark: string): KnownTask {
	const assignee = decodeURIComponent(mark.slice(1 + CONTENT_LENGTH + TIME_LENGTH));
	return { id, isDone: isDone(mark), assignee };
}
