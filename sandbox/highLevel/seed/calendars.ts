import type { CalendarRecord, OpenHours } from '../calendar/records';
import { DEMO } from './demo';

const OFFICE_HOURS: OpenHours = {
	daysOfTheWeek: [1, 2, 3, 4, 5],
	hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 0 }],
};

const COMMON = {
	groupId: null,
	isActive: true,
	slotMinutes: 30,
	slotIntervalMinutes: 30,
	openHours: [OFFICE_HOURS],
	allowBookingAfter: null,
	allowBookingFor: null,
};

/** Two calendars of the demo location and one of the other: half an hour each, Monday to Friday from nine to five. */
export function calendars(): CalendarRecord[] {
	const { calendars: ids, calendarGroups, users, locationId, otherLocationId } = DEMO;
	return [
		{
			...COMMON,
			id: ids.viewings,
			locationId,
			groupId: calendarGroups.showings,
			name: 'Property viewings',
			description: 'See a home with Ben',
			slug: 'property-viewings',
			calendarType: 'personal',
			userIds: [users.ben],
		},
		{
			...COMMON,
			id: ids.consultations,
			locationId,
			name: 'Phone consultations',
			description: 'A first talk about buying or selling',
			slug: 'phone-consultations',
			calendarType: 'round_robin',
			userIds: [users.amelia, users.chloe],
			allowBookingAfter: { value: 1, unit: 'days' },
			allowBookingFor: { value: 2, unit: 'months' },
		},
		{
			...COMMON,
			id: ids.otherLocationCalendar,
			locationId: otherLocationId,
			name: 'Lakeside viewings',
			description: 'See a home with Daniel',
			slug: 'lakeside-viewings',
			calendarType: 'personal',
			userIds: [users.daniel],
		},
	];
}
