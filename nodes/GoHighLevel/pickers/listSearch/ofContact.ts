import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { listNotes } from '../../api/notes';
import { listTasks } from '../../api/tasks';
import { label } from '../labels';
import { openForEditor } from '../openForEditor';

/** Tasks of the chosen contact; HighLevel answers all at once, and knows no search for them. */
export async function searchTasks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, ['contacts.readonly'], async (api) => {
		const tasks = await listTasks(api, chosenContact(this));
		const options = tasks.map(({ id, title, dueDate, completed }) => ({
			name: label(title ?? '', `${completed ? 'done' : 'due'} ${String(dueDate).slice(0, 10)}`, id),
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
	return await openForEditor(this, ['contacts.readonly'], async (api) => {
		const notes = await listNotes(api, chosenContact(this));
		const options = notes.map(({ id, title, body, dateAdded }) => ({
			name: label(shortened(title || withoutMarkup(body ?? '')), String(dateAdded).slice(0, 10), id),
			value: id,
		}));
		return { results: matching(options, filter) };
	});
}

function chosenContact(context: ILoadOptionsFunctions): string {
	const id = context.getCurrentNodeParameter('contactId', { extractValue: true });
	if (typeof id === 'string' && id.trim() !== '' && !id.startsWith('=')) return id.trim();
	throw new Failure('There is no contact yet whose records could be listed', 'Choose the contact first.');
}

type Options = INodeListSearchResult['results'];

function matching(options: Options, filter = ''): Options {
	return options.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
}

function withoutMarkup(html: string): string {
	return html.replace(/<[^>]*>/g, ' ').trim();
}

function shortened(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
