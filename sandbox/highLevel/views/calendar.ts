import type { CalendarRecord } from '../calendar/records';

/** Source: official specifications, `CalendarDTO`; what every calendar has here is among its documented defaults.
 * Empty values are left out. */
export function calendarView(calendar: Readonly<CalendarRecord>): object {
	const { id, locationId, groupId, name, description, slug, isActive, calendarType, openHours } = calendar;
	const { allowBookingAfter, allowBookingFor } = calendar;
	return {
		id,
		locationId,
		groupId: groupId ?? undefined,
		name,
		description,
		slug,
		widgetSlug: slug,
		isActive,
		calendarType,
		...(calendarType === 'round_robin' ? { eventType: 'RoundRobin_OptimizeForAvailability' } : {}),
		widgetType: 'classic',
		eventTitle: '{{contact.name}}',
		eventColor: '#039be5',
		teamMembers: calendar.userIds.map((userId, index) => ({
			userId,
			priority: 0.5,
			isPrimary: index === 0,
		})),
		slotDuration: calendar.slotMinutes,
		slotDurationUnit: 'mins',
		slotInterval: calendar.slotIntervalMinutes,
		slotIntervalUnit: 'mins',
		appoinmentPerSlot: 1,
		allowBookingAfter: allowBookingAfter?.value,
		allowBookingAfterUnit: allowBookingAfter?.unit,
		allowBookingFor: allowBookingFor?.value,
		allowBookingForUnit: allowBookingFor?.unit,
		openHours,
		enableRecurring: false,
		autoConfirm: true,
		allowReschedule: true,
		allowCancellation: true,
	};
}
