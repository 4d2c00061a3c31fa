import { DateTime } from 'luxon';
import type { Call, RequestType } from '../requestType';
import { ARIZONA, readMinute, usTime } from '../wire/arizona';
import { LISTED_SUCCESS, listedFailure, lowerError } from '../wire/refusal';

const HOUR_MS = 3_600_000;

/** The calendar. */
export const plannerTypes: RequestType[] = [
	{ name: 'getCalendar', verb: 'GET', scopes: ['calendar'], answer: getCalendar },
	{
		name: 'addPlannerEvent',
		verb: 'POST',
		// The list of scopes has `calendar`, the section on this type `planner`.
		scopes: ({ plannerScope }) => (plannerScope === 'both' ? ['calendar', 'planner'] : [plannerScope]),
		answer: addPlannerEvent,
	},
];

/** The events that begin in a span of Arizona time, first one first. */
function getCalendar({ state, parameters, settings }: Call): object {
	const [fromMs, toMs] = ['startDate', 'endDate'].map((name) => {
		const text = parameters.text(name);
		const ms = readMinute(text, ARIZONA);
		if (ms === undefined) throw lowerError(text === '' ? `Missing ${name}` : `Invalid ${name}`);
		return ms;
	}) as [number, number];
	return [...state.plannerEvents.values()]
		.filter(({ startsAt }) => Date.parse(startsAt) >= fromMs && Date.parse(startsAt) <= toMs)
		.sort((a, b) => a.startsAt.localeCompare(b.startsAt))
		.map(({ PlannerID, Subject, Memo, startsAt, endsAt, AllDayEvent, Completed, ...event }) => ({
			PlannerID,
			Subject,
			Memo,
			StartDate: usTime(startsAt, settings.timeZone),
			EndDate: usTime(endsAt, settings.timeZone),
			AllDayEvent,
			Completed,
			EventColor: '',
			EventIcon: '',
			location: event.location,
			InsideTeamID: event.InsideTeamID,
			Attendees: event.Attendees,
		}));
}

/** Date, time and half of the day come apart. Without a time, the event is for the whole day. */
function addPlannerEvent({ state, parameters }: Call): object {
	const Subject = parameters.text('eventName');
	if (Subject === '') throw listedFailure('Missing eventName');
	const at = (date: string, time: string, half: string): number | undefined => {
		const text = `${parameters.text(date)} ${parameters.text(time) || '12:00'} ${parameters.text(half) || 'AM'}`;
		const moment = DateTime.fromFormat(text, 'yyyy-MM-dd h:mm a', { zone: ARIZONA });
		return moment.isValid ? moment.toMillis() : undefined;
	};
	const startMs = at('eventStartDate', 'eventStartTime', 'eventAMPM');
	if (startMs === undefined) throw listedFailure('Invalid eventStartDate');
	const isAllDay = parameters.text('eventStartTime') === '';
	const hasEnd = parameters.text('eventEndDate') !== '';
	const endMs = hasEnd ? at('eventEndDate', 'eventEndTime', 'eventEndAMPM') : startMs + HOUR_MS;
	if (endMs === undefined || endMs < startMs) throw listedFailure('Invalid eventEndDate');
	const PlannerID = state.newId('planner');
	state.plannerEvents.set(String(PlannerID), {
		PlannerID,
		Subject,
		Memo: null,
		startsAt: new Date(startMs).toISOString(),
		endsAt: new Date(endMs).toISOString(),
		AllDayEvent: isAllDay,
		Completed: false,
		location: '',
		InsideTeamID: 0,
		Attendees: '',
	});
	return LISTED_SUCCESS;
}
