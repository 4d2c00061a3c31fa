import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../core/sending/path';
import { record, records } from '../answers';
import type { HighLevelClient } from '../client';

/** A calendar as HighLevel answers it; only what this package looks at is named. */
export interface Calendar extends IDataObject {
	id: string;
	name: string;
}

/** All calendars of the location, drafts included unless told; HighLevel answers them at once. */
export async function listCalendars(
	api: HighLevelClient,
	filters: { groupId?: string; showDrafted?: boolean } = {},
): Promise<Calendar[]> {
	const calendars = await api.get(path`/calendars/`, records<Calendar>('calendars'), {
		locationId: api.locationId,
		...filters,
	});
	return calendars.map(spelt);
}

export async function getCalendar(api: HighLevelClient, calendarId: string): Promise<Calendar> {
	return spelt(await api.get(path`/calendars/${calendarId}`, record<Calendar>('calendar', calendarId)));
}

/** HighLevel writes "appoinment" in two names. */
function spelt(calendar: Calendar): Calendar {
	const entries = Object.entries(calendar).map(([name, value]) => [
		name.replace(/^appoinment/, 'appointment'),
		value,
	]);
	return Object.fromEntries(entries) as Calendar;
}
