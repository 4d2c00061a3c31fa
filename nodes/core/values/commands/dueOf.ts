import { DateTime } from 'luxon';

import { dayOf } from './dayOf';
import { problem } from './problems';
import { shown, timeOf } from './timeOf';
import type { Token } from './tokens';
import type { ClockTime, DateSettings, Due, Problem } from './types';

/**
 * The moment that the parts of a date mean, or why that cannot be said. What could mean two moments, has passed or does
 * not exist is a problem: a wrong date is worse than a question.
 */
export function dueOf(tokens: Token[], settings: DateSettings): Due | Problem {
	const now = nowOf(settings);
	const inexact = tokens.some(({ kind }) => kind === 'inexact' || kind === 'changing');
	if (inexact) return problem('inexact', writtenOf(tokens), [exampleOf(settings)]);
	const day = dayOf(tokens, now, settings.order);
	if (day && 'code' in day) return day;
	const time = timeOf(tokens);
	if (time && 'code' in time) return time;
	// Whether it is one of today or of the day that a task has already is not known.
	if (!day) return problem('missingDay', '', [exampleOf(settings)]);
	return time ? atTime(day, time, now) : onDay(day, settings, now);
}

function atTime(day: DateTime, time: ClockTime, now: DateTime): Due | Problem {
	const { hour, minute } = time;
	const at = day.set({ hour, minute, second: 0, millisecond: 0 });
	const [written, date] = [shown(time), day.toISODate() ?? ''];
	if (at.hour !== hour || at.minute !== minute) return problem('skippedTime', written, [date]);
	if (at.getPossibleOffsets().length > 1) return problem('repeatedTime', written, [date]);
	if (at <= now) return problem('passed', `${date} ${written}`);
	return { due: isoOf(at), date, time: written };
}

/** The usual time of a day; when it has passed today, the last minute of today. */
function onDay(day: DateTime, { defaultTime }: DateSettings, now: DateTime): Due {
	const usual = day.set({ ...defaultTime, second: 0, millisecond: 0 });
	const at = usual > now ? usual : day.set({ hour: 23, minute: 59, second: 0, millisecond: 0 });
	return { due: isoOf(at), date: day.toISODate() ?? '', time: null };
}

function nowOf({ nowMs, zone }: DateSettings): DateTime {
	return DateTime.fromMillis(nowMs, { zone });
}

function writtenOf(tokens: Token[]): string {
	return tokens.map(({ written }) => written).join(' ');
}

/** A moment as it can be written: ten in the morning of the next day. */
export function exampleOf(settings: DateSettings): string {
	return `${nowOf(settings).plus({ days: 1 }).toISODate() ?? ''} 10:00`;
}

function isoOf(at: DateTime): string {
	return (at.toISO({ suppressMilliseconds: true }) ?? '').replace(/Z$/, '+00:00');
}
