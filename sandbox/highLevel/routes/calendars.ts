import { DateTime } from 'luxon';
import { toLocalIso } from '../../shared/normalise';
import type { ApiRoute, Call } from '../wire/apiRoute';
import { freeSlots } from '../calendar/freeSlots';
import { zoneOf } from '../calendar/openSlots';
import { badRequest } from '../wire/errors';
import { calendarsQuery, freeSlotsQuery } from '../schemas/calendar';
import { calendarView } from '../views/calendar';
import { calendarOf, locationOf } from './lookups';

/** Calendars of a location, and when they can be booked. */
export const calendarRoutes: ApiRoute[] = [
	{
		method: 'GET',
		path: '/calendars/',
		scope: 'calendars.readonly',
		locationInQuery: true,
		query: calendarsQuery,
		answer: (call) => {
			const { groupId, showDrafted = true } = call.query as { groupId?: string; showDrafted?: boolean };
			const calendars = call.state.calendars
				.inGroup(locationOf(call).id)
				.filter(
					(calendar) =>
						(groupId === undefined || calendar.groupId === groupId) && (showDrafted || calendar.isActive),
				);
			return { calendars: calendars.map(calendarView) };
		},
	},
	{
		method: 'GET',
		path: '/calendars/:calendarId',
		scope: 'calendars.readonly',
		answer: (call) => ({ calendar: calendarView(calendarOf(call)) }),
	},
	{
		method: 'GET',
		path: '/calendars/:calendarId/free-slots',
		scope: 'calendars.readonly',
		query: freeSlotsQuery,
		answer: slotsByDay,
	},
];

const MOST_DAYS = 31;

/** Days without a free slot are left out. Somebody who is not in the team has no free slots. */
function slotsByDay(call: Call): object {
	const calendar = calendarOf(call);
	const {
		startDate,
		endDate,
		timezone: zone = zoneOf(call.state, calendar.locationId),
		userId,
		userIds,
	} = call.query as {
		startDate: number;
		endDate: number;
		timezone?: string;
		userId?: string;
		userIds?: string[];
	};
	refuseRange(startDate, endDate, zone);
	const asked = [...(userIds ?? []), ...(userId === undefined ? [] : [userId])];
	const range = { startMs: startDate, endMs: endDate };
	const slots = freeSlots(call.state, calendar, range, asked.length > 0 ? asked : undefined);
	const days: Record<string, { slots: string[] }> = {};
	for (const slot of slots) {
		const day = DateTime.fromMillis(slot, { zone }).toFormat('yyyy-MM-dd');
		(days[day] ??= { slots: [] }).slots.push(toLocalIso(slot, zone));
	}
	return days;
}

/** The limit is documented; status and texts of the refusals are ours. */
function refuseRange(startDate: number, endDate: number, zone: string): void {
	if (endDate < startDate) throw badRequest('endDate must not be before startDate');
	const latest = DateTime.fromMillis(startDate, { zone }).plus({ days: MOST_DAYS }).toMillis();
	if (endDate > latest) throw badRequest(`Date range cannot be more than ${MOST_DAYS} days`);
}
