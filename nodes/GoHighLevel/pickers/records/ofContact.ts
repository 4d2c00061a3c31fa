import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../../core/editor/labels';
import { chosenRecord, matching } from '../../../core/editor/lists';
import { locator, required } from '../../../core/editor/locator';
import { plainText } from '../../../core/values/texts';
import { notes } from '../../api/records/notes';
import { tasks } from '../../api/records/tasks';
import { noteLabel } from '../labels';
import { openForEditor } from '../openForEditor';
import { contactLocator } from './contacts';

export const taskLocator = required(
	locator({
		displayName: 'Task',
		name: 'taskId',
		description: 'The task of the contact, from the list or by its ID',
		record: 'task',
		searchListMethod: 'searchTasks',
		exampleId: 'hxHGVRb1YJUscrCB8eXK',
	}),
);

export const noteLocator = required(
	locator({
		displayName: 'Note',
		name: 'noteId',
		description: 'The note of the contact, from the list or by its ID',
		record: 'note',
		searchListMethod: 'searchNotes',
		exampleId: 'HGPcayliwcdoUFzvbTok',
	}),
);

/** HighLevel lists no recurring tasks. */
export const recurringTaskLocator = required(
	locator({
		displayName: 'Recurring Task',
		name: 'recurringTaskId',
		description: 'The recurring task, by the ID that Create returns; HighLevel has no list of them',
		record: 'recurring task',
		exampleId: 'sx6wyHhbFdRXh302Lunr',
	}),
);

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
