import { problem } from './problems';
import type { Token } from './tokens';
import type { ClockTime, Problem } from './types';

type Time = Extract<Token, { kind: 'time' }>;

/** The time that is meant; `undefined` when none was written. */
export function timeOf(tokens: Token[]): ClockTime | Problem | undefined {
	const times = tokens.flatMap((token) => {
		if (token.kind === 'time') return [exactTime(token)];
		return token.kind === 'hour' ? [hourOf(token)] : [];
	});
	const refused = times.find((one): one is Problem => 'code' in one);
	if (refused) return refused;
	const [first, ...others] = times as ClockTime[];
	const other = others.find((one) => shown(one) !== (first && shown(first)));
	return first && other ? problem('severalTimes', `${shown(first)}, ${shown(other)}`) : first;
}

function exactTime({ hour, minute, half, written }: Time): ClockTime | Problem {
	if (hour > 23 || minute > 59) return problem('impossibleTime', written);
	if (half === undefined) return { hour, minute };
	const isMorning = half.startsWith('a') || half.endsWith('manana');
	// Not all say "12 de la noche" and "1 de la noche" of the same time.
	const isEvening = half.endsWith('noche');
	if ((isEvening && (hour < 6 || hour === 12)) || (half.endsWith('manana') && hour === 12)) {
		return eitherHalf({ hour: hour % 12, minute }, written);
	}
	if (hour > 12 && !isMorning) return { hour, minute };
	if (hour < 1 || hour > 12) return problem('impossibleTime', written);
	return { hour: (hour % 12) + (isMorning ? 0 : 12), minute };
}

/** "at 15" and "at 0" are hours of the day; "at 3" may be one of two. */
function hourOf({ hour, hasPreposition, written }: Extract<Token, { kind: 'hour' }>): ClockTime | Problem {
	if (hour > 23) return problem('impossibleTime', written);
	if (hour >= 1 && hour <= 12) return eitherHalf({ hour: hour % 12, minute: 0 }, written);
	// After a day, a number alone may as well be the day of the month.
	return hasPreposition
		? { hour, minute: 0 }
		: problem('ambiguousTime', written, [shown({ hour, minute: 0 })]);
}

function eitherHalf({ hour, minute }: ClockTime, written: string): Problem {
	const both = [hour, hour + 12].map((one) => shown({ hour: one, minute }));
	return problem('ambiguousTime', written, both);
}

/** HH:mm */
export function shown({ hour, minute }: ClockTime): string {
	return [hour, minute].map((number) => String(number).padStart(2, '0')).join(':');
}
