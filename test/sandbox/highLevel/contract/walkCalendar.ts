import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

const { viewings } = DEMO.calendars;

/** A Monday, when the demo's calendars are open. */
const startTime = '2040-03-05T09:00:00-05:00';
const dayMs = Date.parse('2040-03-05T00:00:00-05:00');

/** A series of appointments, and refusals for other reasons than the request itself. */
export async function walkCalendar(contactId: string, visit: VisitEndpoint): Promise<void> {
	const booking = { calendarId: viewings, locationId, contactId, startTime };
	const { id } = await visit('POST', '/calendars/events/appointments', [], {
		...booking,
		title: 'Viewing',
		address: 'Pier 1',
		description: 'x',
		ignoreFreeSlotValidation: true,
		rrule: 'RRULE:FREQ=DAILY;COUNT=2',
	});
	await visit('POST', '/calendars/events/appointments', [], booking);
	await visit('GET', '/calendars/events/appointments/{}', [id]);
	const day = `startTime=${dayMs}&endTime=${dayMs + 86_400_000}`;
	await visit('GET', `/calendars/events?locationId=${locationId}&calendarId=${viewings}&${day}`);
	await visit('GET', `/calendars/events?locationId=${locationId}&calendarId=nothing&${day}`);

	await walkRecurringTasks(visit);
}

async function walkRecurringTasks(visit: VisitEndpoint): Promise<void> {
	const rruleOptions = { intervalType: 'monthly', interval: 1, startDate: startTime, dueAfterSeconds: 600 };
	const ofNobody = { title: 'Call', contactIds: ['nobody'], rruleOptions };
	await visit('POST', '/locations/{}/recurring-tasks', [locationId], ofNobody);
}
