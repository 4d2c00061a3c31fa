import type { DateTime } from 'luxon';

import { problem } from './problems';
import type { Token } from './tokens';
import type { DateOrder, Problem } from './types';

type Weekday = Extract<Token, { kind: 'weekday' }>;

/** The day that is meant, at its first moment; `undefined` when none was written. */
export function dayOf(tokens: Token[], now: DateTime, order: DateOrder): DateTime | Problem | undefined {
	const today = now.startOf('day');
	const found = tokens.flatMap((token) => exactDay(token, today, order) ?? []);
	const weekdays = tokens.filter((token): token is Weekday => token.kind === 'weekday');
	const refused = found.find((one): one is Problem => 'code' in one);
	if (refused) return refused;
	const days = found as DateTime[];
	const [day] = days;
	if (!day) return dayOfWeek(weekdays, today);
	const other = days.find((one) => !one.hasSame(day, 'day'));
	if (other) return severalDays([day, other]);
	if (weekdays.every(({ weekday }) => weekday === day.weekday)) return day;
	return problem('wrongWeekday', dateOf(day), [day.toFormat('c')]);
}

/** The day of a part that names one by itself. */
function exactDay(token: Token, today: DateTime, order: DateOrder): DateTime | Problem | undefined {
	switch (token.kind) {
		case 'relativeDay':
			return token.days < 0
				? problem('passed', dateOf(today.plus({ days: token.days })))
				: today.plus({ days: token.days });
		case 'date':
			return dateIn(today, token, token.written);
		case 'twoNumbers': {
			const { first, second } = token;
			const [month, day] = order === 'monthDay' ? [first, second] : [second, first];
			return dateIn(today, { ...token, month, day }, token.written);
		}
		default:
			return undefined;
	}
}

/** Within so many months, a day without a year that has passed is one of the next year. */
const MOST_MONTHS_AHEAD = 9;

function dateIn(
	today: DateTime,
	{ year, month, day }: { year?: number; month: number; day: number },
	written: string,
): DateTime | Problem {
	const inYear = (number: number): DateTime | undefined => {
		const isMonth = month >= 1 && month <= 12;
		const first = today.set({ year: number, month: isMonth ? month : 1, day: 1 });
		return isMonth && day >= 1 && day <= (first.daysInMonth ?? 0) ? first.set({ day }) : undefined;
	};
	const example = dateOf(today.plus({ days: 1 }));
	if (year !== undefined) {
		const at = inYear(year);
		if (!at) return problem('impossibleDay', written, [example]);
		return at < today ? problem('passed', dateOf(at)) : at;
	}
	const [thisYear, nextYear] = [inYear(today.year), inYear(today.year + 1)];
	if (thisYear && thisYear >= today) return thisYear;
	if (nextYear && nextYear <= today.plus({ months: MOST_MONTHS_AHEAD })) return nextYear;
	if (!thisYear) return problem('impossibleDay', written, [example]);
	return problem('missingYear', dateOf(thisYear), nextYear ? [dateOf(nextYear)] : []);
}

/** A weekday is the next one to come. Where that may be another one for somebody else, both are named. */
function dayOfWeek(weekdays: Weekday[], today: DateTime): DateTime | Problem | undefined {
	const [first] = weekdays;
	if (!first) return undefined;
	const days = weekdays.map(({ weekday }) => today.plus({ days: (weekday - today.weekday + 7) % 7 }));
	const [day = today, other] = [days[0], days.find((one) => !one.hasSame(days[0] ?? today, 'day'))];
	if (other) return severalDays([day, other]);
	const isToday = day.hasSame(today, 'day');
	const later = day.plus({ weeks: 1 });
	if (weekdays.some(({ which }) => which === 'this')) return day;
	const isNext = weekdays.some(({ which }) => which === 'next');
	if (isToday && isNext) return later;
	return isToday || isNext ? problem('ambiguousDay', first.written, [dateOf(day), dateOf(later)]) : day;
}

function severalDays(days: DateTime[]): Problem {
	return problem('severalDays', days.map(dateOf).join(', '));
}

function dateOf(day: DateTime): string {
	return day.toISODate() ?? '';
}
