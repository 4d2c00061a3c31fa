import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { chosenRecord, matching } from '../../../core/editor/lists';
import { listAppointmentNotes } from '../../api/records/appointmentNotes';
import { noteLabel } from '../labels';
import { appointmentLocator } from '../locators';
import { openForEditor } from '../openForEditor';

/** Notes of the chosen appointment; they are few, and HighLevel knows no search for them. */
export async function searchAppointmentNotes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, ['calendars/events.readonly'], async (api) => {
		const notes = await listAppointmentNotes(
			api,
			chosenRecord(this, 'appointment', appointmentLocator),
			Infinity,
		);
		const options = notes.map((note) => ({ name: noteLabel(note), value: note.id }));
		return { results: matching(options, filter) };
	});
}
