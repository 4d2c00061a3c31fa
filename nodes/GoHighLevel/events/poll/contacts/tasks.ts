import type { IDataObject } from 'n8n-workflow';
import pLimit from 'p-limit';

import type { Begun, TaskEvent } from '../../../../core/polling/knownRecords';
import type { Poll } from '../../../../core/polling/poll';
import type { PollState } from '../../../../core/polling/pollState';
import type { ScanBudget } from '../../../../core/polling/scanBudget';
import type { HighLevelClient } from '../../../api/client';
import type { Task, TaskQuery } from '../../../api/records/tasks';
import { TASK_PAGE_SIZE, tasks } from '../../../api/records/tasks';
import type { KnownTask } from './knownTasks';
import { assigneeOf, KnownTasks, markOf, taskKey } from './knownTasks';
import type { TaskScope } from './settings';
import { scanTasks } from './taskScan';

/** What happened to a task. */
export interface TaskChange {
	event: TaskEvent;
	/** As it is now; of a deleted task, what was known of it. */
	task: IDataObject & { id: string };
	/** Stands for the user whose task it is. */
	assignee: string;
	/** Tells this change from all others of the task; of a deleted task there is no other. */
	change?: string;
}

const CONCURRENT_READS = 10;

/** Finds what has happened to the tasks of a location since the last poll. The first poll only remembers them. */
export class TaskWatch {
	/** What was found, in the order in which it was found. */
	readonly changes: TaskChange[] = [];
	private readonly known: KnownTasks<Begun & { scope: TaskScope }>;
	private ofContacts: Map<string, KnownTask[]> | undefined;

	constructor(
		private readonly api: HighLevelClient,
		state: PollState,
		private readonly poll: Poll,
		private readonly scope: TaskScope,
		private readonly budget: ScanBudget,
	) {
		this.known = new KnownTasks(state.part('tasks'));
	}

	get isBegun(): boolean {
		return this.known.part.head?.scope === this.scope;
	}

	/** Remembers the tasks that are there. @returns false as long as not all of them were read */
	async begin(): Promise<boolean> {
		const reading = firstReading(this.poll, this.scope);
		while (reading.timesRead < TIMES_READ) {
			const met = await this.scan(
				() => !this.poll.isLate,
				(task) => reading.marks.set(taskKey(task), markOf(task)),
			);
			if (!met) return false;
			reading.timesRead = met.size < TASK_PAGE_SIZE ? TIMES_READ : reading.timesRead + 1;
		}
		this.known.begin(reading.marks);
		this.known.part.head = { scope: this.scope, begunAt: Date.now() };
		this.known.part.confirm();
		this.poll.unfinished.delete(FIRST_READING);
		return true;
	}

	/** Looks at all tasks, or all that are open. @returns false when the budget did not reach to the end */
	async lookAtAll(): Promise<boolean> {
		const met = await this.scan(
			() => this.budget.take(),
			(task) => this.compare(task),
		);
		if (!met) return false;
		const isExpected = ({ completed }: KnownTask) => this.scope !== 'open' || !completed;
		const missing = this.known.all().filter((task) => isExpected(task) && !met.has(task.id));
		const left = await this.readBack(missing);
		if (this.scope === 'open') this.known.tidy();
		return left === 0;
	}

	/** Looks at all tasks of a contact. @returns false when the budget did not reach to the end */
	async lookAtContact(contactId: string, tasks: Task[]): Promise<boolean> {
		this.ofContacts ??= byContact(this.known.all());
		const there = new Set(tasks.map(taskKey));
		for (const task of tasks) this.compare(task);
		const missing = (this.ofContacts.get(contactId) ?? []).filter(({ id }) => !there.has(id));
		return (await this.readBack(missing)) === 0;
	}

	private async scan(
		mayRead: () => boolean,
		take: (task: Task) => void,
	): Promise<ReadonlySet<string> | undefined> {
		const query: TaskQuery = this.scope === 'open' ? { completed: false } : {};
		const api = this.api.needing(tasks.searchPage);
		return await scanTasks(api, query, this.poll, { name: `tasks ${this.scope}`, mayRead, take });
	}

	/** Whatever was expected and not met is asked for by its id. @returns how many are left to ask for */
	private async readBack(missing: KnownTask[]): Promise<number> {
		const api = this.api.needing(tasks.find);
		const limit = pLimit(CONCURRENT_READS);
		const readings = missing.map(
			async (known) =>
				await limit(async () => {
					if (!this.budget.take()) return undefined;
					return { known, task: await tasks.find(api, { contactId: known.contactId, taskId: known.id }) };
				}),
		);
		const read = (await Promise.all(readings)).filter((reading) => reading !== undefined);
		for (const { known, task } of read) {
			if (task) this.compare(task);
			else this.delete(known);
		}
		return missing.length - read.length;
	}

	private compare(task: Task): void {
		const { events, change } = this.known.compare(task);
		for (const event of events) {
			this.changes.push({ event, task, assignee: assigneeOf(task.assignedTo), change });
		}
	}

	private delete(known: KnownTask): void {
		const { id, contactId, completed, assignee } = known;
		this.known.remove(known);
		const task = { id, contactId, completed };
		this.changes.push({ event: 'taskDeleted', task, assignee });
	}
}

/** Goes on in the next poll, in the same process. */
interface FirstReading {
	scope: TaskScope;
	/** By id of the task. */
	marks: Map<string, string>;
	timesRead: number;
}

const FIRST_READING = 'tasks';

/** A task that moves from a page that is still to be read to one that was read is met the second time. */
const TIMES_READ = 2;

function firstReading(poll: Poll, scope: TaskScope): FirstReading {
	const begun = poll.unfinished.get(FIRST_READING) as FirstReading | undefined;
	if (begun?.scope === scope) return begun;
	const reading: FirstReading = { scope, marks: new Map(), timesRead: 0 };
	poll.unfinished.set(FIRST_READING, reading);
	return reading;
}

function byContact(tasks: KnownTask[]): Map<string, KnownTask[]> {
	const found = new Map<string, KnownTask[]>();
	for (const task of tasks) {
		const ofContact = found.get(task.contactId);
		if (ofContact) ofContact.push(task);
		else found.set(task.contactId, [task]);
	}
	return found;
}
