import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label, shortened, withoutMarkup } from '../../../core/editor/labels';
import { chosenRecord, matching } from '../../../core/editor/lists';
import { callOf, noteOf } from '../../api/reading/records';
import { listCalls } from '../../api/records/calls';
import { listNotes } from '../../api/records/notes';
import { anyContactLocator } from '../locators';
import { openForEditor } from '../openForEditor';

const text = (value: unknown) => String(value ?? '');

/** Notes of the chosen contact or vendor. */
export async function searchNotes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [listNotes], async (api) => {
		const notes = await listNotes(api, chosenRecord(this, 'contact', anyContactLocator), {}, Infinity);
		const options = notes.map(noteOf).map(({ NoteID, Subject, Note, NoteDate }) => ({
			name: label(
				shortened(text(Subject) || withoutMarkup(text(Note))),
				text(NoteDate).slice(0, 10),
				text(NoteID),
			),
			value: text(NoteID),
		}));
		return { results: matching(options, filter) };
	});
}

/** Calls of the chosen contact or vendor. */
export async function searchCalls(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [listCalls], async (api) => {
		const calls = await listCalls(api, chosenRecord(this, 'contact', anyContactLocator), { limit: Infinity });
		const options = calls.map(callOf).map(({ CallId, Reason, CallType, NextContactDate, Completed }) => ({
			name: label(
				shortened(text(Reason) || text(CallType)),
				Completed === true ? 'done' : text(NextContactDate).slice(0, 10) || undefined,
				text(CallId),
			),
			value: text(CallId),
		}));
		return { results: matching(options, filter) };
	});
}
