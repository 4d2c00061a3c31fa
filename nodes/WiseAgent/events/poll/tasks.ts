import type { IDataObject } from 'n8n-workflow';

import type { Begun, TaskEvent } from '../../../core/polling/knownRecords';
import type { Part } from '../../../core/polling/part';
import type { Poll } from '../../../core/polling/poll';
import { taskOf } from '../../api/reading/records';
import type { WiseAgentClient } from '../../api/client';
import { readAllTasks, readWholeTasks } from '../../api/records/allTasks';
import { KnownTasks } from './knownTasks';
import { noTime } from './noTime';
import type { PollSettings } from './settings';

/** What happened to a task. */
export interface TaskChange {
	event: TaskEvent;
	/** As it is now; of a deleted task, what was known of it. */
	task: IDataObject;
	/** Id of a member of the inside team. */
	assignee: string;
	/** Tells this change from all others of the task; of a deleted task there is no other. */
	change?: string;
}

export interface TaskChanges {
	/** In the order in which they were found. */
	changes: TaskChange[];
	/** Not all tasks were read; the next poll reads them again. */
	hasMore: boolean;
}

/**
 * What has happened to the tasks of the account since the last poll: Wise Agent has no filter for that, so all tasks
 * are read and compared. The first poll remembers them, and finds what has happened since the date to start from.
 */
export async function changedTasks(
	api: WiseAgentClient,
	part: Part<Begun>,
	poll: Poll,
	{ startAt }: PollSettings,
): Promise<TaskChanges> {
	const known = new KnownTasks(part);
	return known.isBegun ? await compareAll(api, known, poll) : await beginWith(api, known, poll, startAt);
}

async function beginWith(
	api: WiseAgentClient,
	known: KnownTasks,
	poll: Poll,
	startAt: number | undefined,
): Promise<TaskChanges> {
	const { records, isWhole, nextPage } = await readWholeTasks(api, () => !poll.isLate);
	if (nextPage !== undefined) throw noTime('tasks');
	// A task that was passed over would be new later.
	if (!isWhole) return { changes: [], hasMore: true };
	const tasks = records.map(taskOf);
	// Compared before the beginning has a time: when this is made again, the changes are told apart in the same way.
	const found = tasks.map((task) => ({ task, change: known.compare(task).change }));
	known.begin();
	if (startAt === undefined) known.confirm();
	const changes = found.flatMap(({ task, change }) =>
		eventsSince(task, startAt ?? Infinity).map((event) => changeOf(event, task, change)),
	);
	return { changes, hasMore: false };
}

/** By the times that Wise Agent shows, which tell no zone and are taken as of Arizona. */
function eventsSince(task: IDataObject, startAt: number): TaskEvent[] {
	const isSince = (time: unknown) => Date.parse(String(time)) >= startAt;
	const completed = isSince(task.CompletedDate) ? (['taskCompleted'] as const) : [];
	if (isSince(task.DateCreated)) return ['taskCreated', ...completed];
	if (completed.length > 0) return [...completed];
	return isSince(task.DateModified) ? ['taskUpdated'] : [];
}

/** Where the next poll goes on, when there was no time to read all pages. */
const NEXT_PAGE = 'tasks';

/**
 * A task that is passed over, since others are deleted while the pages are read, is compared by the next poll. It must
 * not be taken for one that was deleted: what is missing has to be missing in a reading that is whole, too.
 */
async function compareAll(api: WiseAgentClient, known: KnownTasks, poll: Poll): Promise<TaskChanges> {
	const changes: TaskChange[] = [];
	const met = new Set<string>();
	const look = (records: IDataObject[]) => {
		for (const task of records.map(taskOf)) {
			met.add(String(task.TaskID));
			const { events, change } = known.compare(task);
			changes.push(...events.map((event) => changeOf(event, task, change)));
		}
	};
	const missing = () => known.all().filter(({ id }) => !met.has(id));

	const mayGoOn = () => !poll.isLate;
	const first = await readAllTasks(api, mayGoOn, poll.unfinished.get(NEXT_PAGE) as number | undefined);
	look(first.records);
	poll.unfinished.set(NEXT_PAGE, first.nextPage);
	if (first.nextPage !== undefined) return { changes, hasMore: true };
	let { isWhole } = first;
	if (!isWhole && missing().length > 0) {
		const again = await readWholeTasks(api, mayGoOn);
		look(again.records);
		({ isWhole } = again);
	}
	const gone = isWhole ? missing() : [];
	for (const task of gone) {
		known.remove(task);
		const { id, isDone, assignee } = task;
		const TaskID = /^\d+$/.test(id) ? Number(id) : id;
		changes.push({ event: 'taskDeleted', task: { TaskID, Completed: isDone }, assignee });
	}
	return { changes, hasMore: missing().length > 0 };
}

function changeOf(event: TaskEvent, task: IDataObject, change: string): TaskChange {
	return { event, task, assignee: String(task.InsideTeamId ?? ''), change };
}
