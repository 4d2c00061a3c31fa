import type { WiseAgentClient } from '../client';
import type { PagesRead, PagesToRead } from '../wholePages';
import { readPagesOnce, readWholePages } from '../wholePages';
import { readCountedPage } from './tasks';

/**
 * All tasks of the account, as Wise Agent answers them: it has no filter for them.
 *
 * @param mayGoOn asked between the pages; when it says no, the reading is not whole
 * @param firstPage to go on where an earlier reading had to stop
 */
export async function readAllTasks(
	api: WiseAgentClient,
	mayGoOn: () => boolean,
	firstPage?: number,
): Promise<PagesRead> {
	return await readPagesOnce(taskPages(api, mayGoOn), firstPage);
}

/** The same, several times where that is needed to be certain that no task was passed over. */
export async function readWholeTasks(api: WiseAgentClient, mayGoOn: () => boolean): Promise<PagesRead> {
	return await readWholePages(taskPages(api, mayGoOn));
}

function taskPages(api: WiseAgentClient, mayGoOn: () => boolean): PagesToRead {
	return { readPage: async (page) => await readCountedPage(api, page), id: 'TaskID', mayGoOn };
}
