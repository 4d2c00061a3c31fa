import { keysOf, PageWatch } from '../../../../core/sending/pageWatch';
import type { Poll } from '../../../../core/polling/poll';
import type { HighLevelClient } from '../../../api/client';
import { HIGHLEVEL } from '../../../api/pages';
import type { Task, TaskQuery } from '../../../api/records/tasks';
import { taskKey } from './knownTasks';
import { TASK_PAGE_SIZE, tasks } from '../../../api/records/tasks';

export interface Scan {
	/** Under this name the scan goes on in the next poll. */
	name: string;
	/** Asked before each request. */
	mayRead: () => boolean;
	take: (task: Task) => void;
}

/** How far a scan has come; kept from poll to poll, in one process. */
interface Progress {
	/** How many tasks come before the next page. */
	skip: number;
	/** Ids of the tasks that were met. */
	met: Set<string>;
	watch: PageWatch;
}

/** Going back reads again what was read; so often in a row, it does not. */
const PATIENCE = 3;

/** A page begins with the last task of the page before it; when it does not, tasks have moved up past it. */
const STEP = TASK_PAGE_SIZE - 1;

/**
 * Goes through the tasks of a query, page by page. HighLevel counts pages from the first task, so tasks that are
 * created or deleted meanwhile shift them; where a task may have been passed over by that, it goes back.
 * Throws a `Failure` when HighLevel gives the same page again.
 *
 * @returns the ids of all tasks that were met, or `undefined` when it has stopped before the end
 */
export async function scanTasks(
	api: HighLevelClient,
	query: TaskQuery,
	{ unfinished }: Poll,
	{ name, mayRead, take }: Scan,
): Promise<ReadonlySet<string> | undefined> {
	const progress = (unfinished.get(name) as Progress | undefined) ?? begun();
	const { met } = progress;
	while (mayRead()) {
		const place = { skip: progress.skip, limit: TASK_PAGE_SIZE };
		const page = await tasks.searchPage(api, query, place);
		const isJoined = progress.skip === 0 || page.slice(0, 1).some((task) => met.has(taskKey(task)));
		for (const task of page) {
			met.add(taskKey(task));
			take(task);
		}
		// Begun anew by the next poll, whether it has come to its end or HighLevel repeats itself.
		unfinished.delete(name);
		const goesOn = progress.watch.goesOn(keysOf(page), TASK_PAGE_SIZE);
		if (isJoined && !goesOn) return met;
		unfinished.set(name, progress);
		progress.skip = Math.max(progress.skip + (isJoined ? STEP : -STEP), 0);
	}
	return undefined;
}

function begun(): Progress {
	return { skip: 0, met: new Set(), watch: new PageWatch({ ...HIGHLEVEL, patience: PATIENCE }) };
}
