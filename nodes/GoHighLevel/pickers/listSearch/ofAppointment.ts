import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { chosenRecord, matching } from '../../../core/editor/lists';
import { appointmentNotes } from '../../api/records/appointmentNotes';
import { noteLabel } from '../labels';
import { appointmentLocator } from '../locators';
import { openForEditor } from '../openForEditor';

/** Notes of the chosen appointment; they are few, and HighLevel knows no search for them. */
export async function searchAppointmentNotes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, [appointmentNotes.list], async (api) => {
		const appointmentId = chosenRecord(this, 'appointment', appointmentLocator);
		const found = await appointmentNotes.list(api, { appointmentId });
		const options = found.map((note) => ({ name: noteLabel(note), value: note.id }));
		return { results: matching(options, filter) };
	});
}
