import { PATTERNS } from './patterns';
import { MONTHS, RELATIVE_DAYS, WEAK_WEEKDAYS, WEEKDAYS } from './words';
import { ownValue } from '../ownValue';

/** What a part of a date says. */
export type Part =
	| { kind: 'relativeDay'; days: number }
	| { kind: 'weekday'; weekday: number; which: 'next' | 'plain' | 'this'; isWeak: boolean }
	| { kind: 'date'; year?: number; month: number; day: number }
	/** Two numbers, whose order is a setting. */
	| { kind: 'twoNumbers'; year?: number; first: number; second: number }
	| { kind: 'time'; hour: number; minute: number; half?: string }
	/** An hour of which it is not said whether it is one of the morning, or a number after a day. */
	| { kind: 'hour'; hour: number; hasPreposition: boolean }
	| { kind: 'inexact'; isWeak: boolean }
	| { kind: 'changing' }
	| { kind: 'filler' };

export type Token = Part & { written: string };

type Reading = [pattern: RegExp, part: (match: RegExpExecArray) => Part];

const READINGS: Reading[] = [
	[
		PATTERNS.relativeDay,
		([, name]) => ({ kind: 'relativeDay', days: ownValue(RELATIVE_DAYS, name ?? '') ?? 0 }),
	],
	[PATTERNS.yearFirst, ([, year, , month, day]) => dateOf(year, Number(month), day)],
	[
		PATTERNS.twoNumbers,
		([, first, second, year, last, fullYear]) => ({
			kind: 'twoNumbers',
			first: Number(first),
			second: Number(second ?? last),
			...yearOf(year ?? fullYear),
		}),
	],
	[PATTERNS.dotted, ([, day, month, year]) => dateOf(year, Number(month), day)],
	[PATTERNS.monthFirst, ([, month, day, year]) => dateOf(year, ownValue(MONTHS, month ?? '') ?? 0, day)],
	[PATTERNS.dayFirst, ([, day, month, year]) => dateOf(year, ownValue(MONTHS, month ?? '') ?? 0, day)],
	...PATTERNS.inexact.map((pattern): Reading => [pattern, () => ({ kind: 'inexact', isWeak: false })]),
	[PATTERNS.weekday, (match) => weekdayOf(match, WEEKDAYS, false)],
	[PATTERNS.weakWeekday, (match) => weekdayOf(match, WEAK_WEEKDAYS, true)],
	[PATTERNS.time, ([, hour, minute, half]) => timeOf(hour, minute, half)],
	[PATTERNS.halfDayHour, ([, hour, minute = '0', half]) => timeOf(hour, minute, half)],
	...PATTERNS.weakInexact.map((pattern): Reading => [pattern, () => ({ kind: 'inexact', isWeak: true })]),
	[PATTERNS.atHour, ([, hour]) => ({ kind: 'hour', hour: Number(hour), hasPreposition: true })],
	[PATTERNS.number, ([, hour]) => ({ kind: 'hour', hour: Number(hour), hasPreposition: false })],
	[PATTERNS.changing, () => ({ kind: 'changing' })],
	[PATTERNS.filler, () => ({ kind: 'filler' })],
];

/**
 * The parts of a date; `undefined` when there is anything else in the text.
 *
 * @param text folded, with one blank between words
 */
export function tokensOf(text: string): Token[] | undefined {
	const tokens: Token[] = [];
	let rest = text;
	while (rest !== '') {
		const token = firstToken(rest);
		// A number without a sign of what it counts may be an hour only after a day.
		if (!token || (isLoneNumber(token) && !isDay(tokens.at(-1)))) return undefined;
		tokens.push(token);
		rest = rest.slice(token.written.length).trimStart();
	}
	return tokens;
}

/** The part of a date that a text begins with; `undefined` for another word. */
export function firstToken(text: string): Token | undefined {
	for (const [pattern, partOf] of READINGS) {
		const match = pattern.exec(text);
		if (match) return { ...partOf(match), written: match[0] };
	}
	return undefined;
}

export function isLoneNumber(token: Token | undefined): boolean {
	return token?.kind === 'hour' && !token.hasPreposition;
}

/** Whether a part says which day it is, however exactly. */
export function isDay(token: Token | undefined): boolean {
	return ['relativeDay', 'weekday', 'date', 'twoNumbers', 'inexact'].includes(token?.kind ?? '');
}

export function isTime(token: Token | undefined): boolean {
	return token?.kind === 'time' || (token?.kind === 'hour' && token.hasPreposition);
}

function weekdayOf(match: RegExpExecArray, names: Record<string, number>, isWeakName: boolean): Part {
	const [, next, thisOne, name = '', nextAfter] = match;
	const which = (next ?? nextAfter) ? 'next' : thisOne ? 'this' : 'plain';
	return {
		kind: 'weekday',
		weekday: ownValue(names, name) ?? 0,
		which,
		isWeak: isWeakName && which === 'plain',
	};
}

function dateOf(year: string | undefined, month: number, day: string | undefined): Part {
	return { kind: 'date', month, day: Number(day), ...yearOf(year) };
}

/** "26" is 2026. */
function yearOf(year: string | undefined): { year?: number } {
	if (year === undefined) return {};
	return { year: Number(year) + (year.length === 2 ? 2000 : 0) };
}

function timeOf(hour: string | undefined, minute: string | undefined, half: string | undefined): Part {
	return { kind: 'time', hour: Number(hour), minute: Number(minute), ...(half ? { half } : {}) };
}
