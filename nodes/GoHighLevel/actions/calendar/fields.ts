/** What is most used of a calendar, which has some fifty fields. */
export const CALENDAR_SUMMARY = [
	'id',
	'name',
	'description',
	'calendarType',
	'isActive',
	'groupId',
	'slotDuration',
	'slotDurationUnit',
	'teamMembers',
	'slug',
] as const;
