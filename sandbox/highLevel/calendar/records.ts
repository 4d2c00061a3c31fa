/** What the sandbox stores about calendars. */

/** When a calendar can be booked, in the time of its location. */
export interface OpenHours {
	/** 0 is Sunday. */
	daysOfTheWeek: readonly number[];
	hours: ReadonlyArray<{ openHour: number; openMinute: number; closeHour: number; closeMinute: number }>;
}

/** How long before, or until how far ahead, a calendar is booked. */
export interface BookingPeriod {
	value: number;
	unit: 'hours' | 'days' | 'weeks' | 'months';
}

export interface CalendarRecord {
	id: string;
	locationId: string;
	groupId: string | null;
	name: string;
	description: string;
	slug: string;
	/** False for a draft. */
	isActive: boolean;
	/** A personal calendar has one team member; a round robin gives each appointment to one that is free. */
	calendarType: 'personal' | 'round_robin';
	/** The team, its primary member first. */
	userIds: readonly string[];
	slotMinutes: number;
	/** From the begin of a slot to that of the next. */
	slotIntervalMinutes: number;
	openHours: readonly OpenHours[];
	allowBookingAfter: BookingPeriod | null;
	allowBookingFor: BookingPeriod | null;
}
