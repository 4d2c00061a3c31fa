import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { Span } from './appointments';
import type { Reading } from '../answers';
import { isObject } from '../../../core/values/objects';
import { texts } from '../answers';
import type { HighLevelClient } from '../client';
import { request } from '../request';

/** A time at which an appointment can begin. */
export interface FreeSlot extends IDataObject {
	/** ISO 8601 with an offset. */
	startTime: string;
	/** The day of it in the zone that was asked for, YYYY-MM-DD. */
	date: string;
}

export interface FreeSlotQuery extends Span {
	calendarId: string;
	/** IANA name of the zone that the slots are written in. */
	timezone: string;
	/** Only slots in which one of these users has time. */
	userIds?: string[];
}

const DAY_MS = 24 * 60 * 60_000;

/** The most that HighLevel answers at once. */
const LONGEST_SPAN_DAYS = 31;

/** The free slots of a calendar, each once, in the order of time; however long the span is. */
export const listFreeSlots = request(
	{ endpoint: 'GET /calendars/{calendarId}/free-slots', scopes: ['calendars.readonly'] },
	(path) =>
		async (api: HighLevelClient, query: FreeSlotQuery): Promise<FreeSlot[]> => {
			const { calendarId, fromMs, toMs, ...others } = query;
			const found = new Map<string, FreeSlot>();
			for (let startDate = fromMs; ;) {
				const endDate = Math.min(toMs, endOfSpan(startDate, query.timezone));
				const days = await api.get(path({ calendarId }), slotsByDay, { startDate, endDate, ...others });
				for (const slot of slotsOf(days)) found.set(slot.startTime, slot);
				if (endDate >= toMs) break;
				// It is not documented whether the end is part of a span; a slot there is met twice, or once.
				startDate = endDate;
			}
			return [...found.values()];
		},
);

/** Day -> its slots. What is about the answer as a whole, such as a `traceId`, may stand beside the days. */
type SlotsByDay = Record<string, { slots?: string[] } | null>;

/** Anything but slots in a day might hide some; `null` is a day without any. */
const slotsByDay: Reading<SlotsByDay> = (answer) => {
	if (!isObject(answer)) return undefined;
	const areSlots = Object.entries(answer).every(([name, value]) => {
		if (value === null) return true;
		if (typeof value !== 'object') return !DAY.test(name);
		return texts('slots')(value)?.every((slot) => slot.trim() !== '') ?? false;
	});
	return areSlots ? (answer as SlotsByDay) : undefined;
};

const DAY = /^\d{4}-\d{2}-\d{2}/;

function slotsOf(days: SlotsByDay): FreeSlot[] {
	return Object.entries(days)
		.sort(([a], [b]) => a.localeCompare(b))
		.flatMap(([date, day]) => (day?.slots ?? []).map((startTime) => ({ startTime, date })));
}

/** By the calendar and by the clock, since it is not documented which of them HighLevel goes by. */
function endOfSpan(startMs: number, zone: string): number {
	const days = { days: LONGEST_SPAN_DAYS };
	return Math.min(
		startMs + LONGEST_SPAN_DAYS * DAY_MS,
		DateTime.fromMillis(startMs, { zone }).plus(days).toMillis(),
	);
}
