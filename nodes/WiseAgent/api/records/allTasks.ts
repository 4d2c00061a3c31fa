import type { WiseAgentClient } from '../client';
import type { PagesRead } from '../wholePages';
import { readPagesOnce, readWholePages } from '../wholePages';
import { readTaskPage } from './tasks';

/**
 * All tasks of the account, as Wise Agent answers them: it has no filter for them.
 *
 * @param mayGoOn asked before each page but the first; when it says no, the reading is not whole
 */
export async function readAllTasks(api: WiseAgentClient, mayGoOn: () => boolean): Promise<PagesRead> {
	return await readPagesOnce({
		readPage: async (page) => await readTaskPage(api, page),
		id: 'TaskID',
		mayGoOn,
	});
}

/** The same, several times where that is needed to be certain that no task was passed over. */
export async function readWholeTasks(api: WiseAgentClient, mayGoOn: () => boolean): Promise<PagesRead> {
	return await readWholePages({
		readPage: async (page) => await readTaskPage(api, page),
		id: 'TaskID',
		mayGoOn,
	});
}
