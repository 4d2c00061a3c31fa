import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { chosenRecord, matching } from '../../../core/editor/lists';
import { locator, required } from '../../../core/editor/locator';
import { appointmentNotes } from '../../api/records/appointmentNotes';
import { calendars } from '../../api/records/calendars';
import { noteLabel } from '../labels';
import { openForEditor } from '../openForEditor';
import { fromWholeList } from './wholeList';

export const {
	required: calendarLocator,
	optional: anyCalendarLocator,
	search: searchCalendars,
} = fromWholeList(calendars.list, {
	displayName: 'Calendar',
	name: 'calendarId',
	description: 'The calendar, by name from the list or by its ID',
	record: 'calendar',
	searchListMethod: 'searchCalendars',
	exampleId: 'BqTwX8QFwXzpegMve9EQ',
});

export const calendarGroupLocator = locator({
	displayName: 'Calendar Group',
	name: 'groupId',
	description: 'The group of calendars, by its ID, which each of its calendars has as groupId',
	record: 'calendar group',
	exampleId: 'cHyuzHvysMo5N5VsXcoq',
});

/** HighLevel lists appointments of a calendar, and the operations on one do not ask for its calendar. */
export const appointmentLocator = required(
	locator({
		displayName: 'Appointment',
		name: 'appointmentId',
		description:
			'The appointment, by the ID that an earlier node returns; for all of a recurring series, by its masterEventId',
		record: 'appointment',
		exampleId: '0TkCdp9PfvLeWKYRRvIz',
	}),
);

export const appointmentNoteLocator = required(
	locator({
		displayName: 'Note',
		name: 'noteId',
		description: 'The note of the appointment, from the list or by its ID',
		record: 'note',
		searchListMethod: 'searchAppointmentNotes',
		exampleId: 'HGPcayliwcdoUFzvbTok',
	}),
);

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
