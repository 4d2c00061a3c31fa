import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/editor/labels';
import { chosenRecord, matching } from '../../../core/editor/lists';
import { plainText } from '../../../core/values/texts';
import { notes } from '../../api/records/notes';
import { tasks } from '../../api/records/tasks';
import { noteLabel } from '../labels';
import { contactLocator } from '../locators';
import { openForEditor } from '../openForEditor';

/** Tasks of the chosen contact; HighLevel answers all at once, and knows no search for them. */
export async function searchTasks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [tasks.list], async (api) => {
		const found = await tasks.list(api, { contactId: chosenRecord(this, 'contact', contactLocator) });
		const options = found.map(({ id, title, dueDate, completed }) => ({
			name: label(title, `${completed ? 'done' : 'due'} ${plainText(dueDate).slice(0, 10)}`.trim(), id),
			value: id,
		}));
		return { results: matching(options, filter) };
	});
}

/** Notes of the chosen contact; HighLevel answers all at once, and knows no search for them. */
export async function searchNotes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [notes.list], async (api) => {
		const found = await notes.list(api, { contactId: chosenRecord(this, 'contact', contactLocator) });
		const options = found.map((note) => ({ name: noteLabel(note), value: note.id }));
		return { results: matching(options, filter) };
	});
}
