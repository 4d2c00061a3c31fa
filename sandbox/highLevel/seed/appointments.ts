import { DateTime } from 'luxon';
import type { AppointmentRecord } from '../state/records';
import type { SandboxState } from '../state/state';
import { DEMO } from './demo';

const { appointments: ids, calendars, calendarGroups, users, opportunities } = DEMO;

type Booked = Pick<AppointmentRecord, 'id' | 'title' | 'calendarId' | 'assignedUserId'> &
	Partial<AppointmentRecord> & {
		/** Whose contact comes. */
		opportunityId: string;
		/** From today, or the next day that is this one: 4 for a Thursday. */
		days: number | { weekday: number };
		hour: number;
		/** How long ago it was booked, and last changed. */
		bookedDaysAgo: number;
		changedDaysAgo?: number;
	};

const viewing = {
	calendarId: calendars.viewings,
	groupId: calendarGroups.showings,
	assignedUserId: users.ben,
};

/** Of contacts that have an opportunity for the same home: one that was, one that comes, one that is canceled, and a
 * talk on the phone. */
const BOOKED: readonly Booked[] = [
	{
		...viewing,
		id: ids.seaviewCondo,
		title: 'Viewing of the Seaview condo',
		opportunityId: opportunities.seaviewCondo,
		appointmentStatus: 'showed',
		...{ days: -3, hour: 11, bookedDaysAgo: 6, changedDaysAgo: 3 },
	},
	{
		...viewing,
		id: ids.harborLoft,
		title: 'Viewing of the Harbor loft',
		opportunityId: opportunities.harborLoft,
		// As the contact and Ben have agreed in their conversation.
		...{ days: { weekday: 4 }, hour: 15, bookedDaysAgo: 0 },
	},
	{
		...viewing,
		id: ids.mapleTownhouse,
		title: 'Viewing of the Maple Street townhouse',
		opportunityId: opportunities.mapleTownhouse,
		appointmentStatus: 'cancelled',
		...{ days: 4, hour: 10, bookedDaysAgo: 5, changedDaysAgo: 1 },
	},
	{
		id: ids.riversidePlot,
		title: 'Valuation of the Riverside plot',
		calendarId: calendars.consultations,
		assignedUserId: users.amelia,
		opportunityId: opportunities.riversidePlot,
		...{ days: 3, hour: 14, bookedDaysAgo: 2 },
	},
];

/** Adds the demo's appointments, or puts them back as they were. Their contacts are those of the demo's opportunities,
 * which must be there. No webhook tells of them. */
export function addAppointments(state: SandboxState): Array<Readonly<AppointmentRecord>> {
	const zone = state.locations.get(DEMO.locationId)?.timezone;
	const now = DateTime.now().setZone(zone);
	return state.asHistory(() => BOOKED.map((booked) => state.addAppointment(recordOf(state, booked, now))));
}

function recordOf(
	state: SandboxState,
	{ opportunityId, days, hour, bookedDaysAgo, changedDaysAgo = bookedDaysAgo, ...booked }: Booked,
	now: DateTime,
) {
	const starts = dayOf(now, days).startOf('day').set({ hour });
	const ago = (past: number) => now.minus({ days: past, minutes: 5 }).toUTC().toISO() as string;
	return {
		...booked,
		contactId: state.opportunities.get(opportunityId)?.contactId ?? '',
		users: booked.assignedUserId === null ? [] : [booked.assignedUserId],
		startTime: starts.toUTC().toISO() as string,
		endTime: starts.plus({ minutes: 30 }).toUTC().toISO() as string,
		dateAdded: ago(bookedDaysAgo),
		dateUpdated: ago(changedDaysAgo),
	};
}

function dayOf(now: DateTime, days: Booked['days']): DateTime {
	if (typeof days === 'number') return onWorkday(now.plus({ days }), Math.sign(days));
	return now.plus({ days: ((days.weekday - now.weekday + 6) % 7) + 1 });
}

/** The calendars are closed on Saturdays and Sundays. */
function onWorkday(day: DateTime, step: number): DateTime {
	return day.weekday > 5 ? onWorkday(day.plus({ days: step }), step) : day;
}
