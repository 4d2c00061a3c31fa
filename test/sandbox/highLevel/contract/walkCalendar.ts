import { DEMO, locationId } from '../support';
import type { VisitEndpoint } from './visits';

const { viewings, consultations } = DEMO.calendars;

/** A Monday, when the demo's calendars are open. */
const startTime = '2040-03-05T09:00:00-05:00';
const dayMs = Date.parse('2040-03-05T00:00:00-05:00');

/** Calendars, appointments and recurring tasks, with success and the documented refusals. */
export async function walkCalendar(contactId: string, visit: VisitEndpoint): Promise<void> {
	await visit('GET', `/calendars/?locationId=${locationId}`);
	await visit('GET', '/calendars/{}', [consultations]);
	await visit('GET', '/calendars/{}', ['nothing']);
	await visit('GET', '/calendars/{}', [viewings], undefined, 'pit-garbage');
	const week = `startDate=${dayMs}&endDate=${dayMs + 7 * 86_400_000}`;
	await visit('GET', `/calendars/{}/free-slots?${week}&timezone=Europe/London`, [viewings]);
	await visit('GET', `/calendars/{}/free-slots?${week}0`, [viewings]);

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
	await visit('GET', '/calendars/events/appointments/{}', ['nothing']);
	await visit('PUT', '/calendars/events/appointments/{}', [id], { appointmentStatus: 'showed' });
	await visit('PUT', '/calendars/events/appointments/{}', [id], { startTime: '2040-03-04T09:00:00-05:00' });
	const day = `startTime=${dayMs}&endTime=${dayMs + 86_400_000}`;
	await visit('GET', `/calendars/events?locationId=${locationId}&calendarId=${viewings}&${day}`);
	await visit('GET', `/calendars/events?locationId=${locationId}&calendarId=nothing&${day}`);

	const notes = '/calendars/appointments/{}/notes';
	const { note } = await visit('POST', notes, [id], { body: 'x', userId: DEMO.users.ben });
	await visit('GET', `${notes}?limit=20&offset=0`, [id]);
	await visit('GET', `${notes}?limit=20&offset=0`, ['nothing']);
	await visit('PUT', `${notes}/{}`, [id, note.id], { body: 'y' });
	await visit('DELETE', `${notes}/{}`, [id, note.id]);
	await visit('DELETE', `${notes}/{}`, [id, note.id]);
	await visit('DELETE', '/calendars/events/{}', [id], {});
	await visit('DELETE', '/calendars/events/{}', [id], {});
	await walkRecurringTasks(contactId, visit);
}

async function walkRecurringTasks(contactId: string, visit: VisitEndpoint): Promise<void> {
	const all = '/locations/{}/recurring-tasks';
	const rules = { intervalType: 'monthly', interval: 1, startDate: startTime, dueAfterSeconds: 600 };
	const { recurringTask } = await visit('POST', all, [locationId], {
		title: 'Call',
		description: 'x',
		contactIds: [contactId],
		owners: [DEMO.users.ben],
		rruleOptions: { ...rules, endDate: startTime, dayOfMonth: 5, createTaskIfOverDue: true },
	});
	await visit('POST', all, [locationId], { title: 'Call', contactIds: ['nobody'], rruleOptions: rules });
	await visit('GET', `${all}/{}`, [locationId, recurringTask.id]);
	await visit('GET', `${all}/{}`, [locationId, 'nothing']);
	await visit('PUT', `${all}/{}`, [locationId, recurringTask.id], { rruleOptions: rules });
	await visit('DELETE', `${all}/{}`, [locationId, recurringTask.id]);
}
