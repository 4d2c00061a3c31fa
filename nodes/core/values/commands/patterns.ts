import {
	CHANGING,
	FILLERS,
	MONTHS,
	NEXT,
	POLITE,
	RELATIVE_DAYS,
	THIS,
	UNITS,
	WEAK_WEEKDAYS,
	WEEKDAYS,
} from './words';

/** One of the alternatives, the longest first. */
const oneOf = (words: string[]) => `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;

/** A pattern that a text begins with, and that no letter or digit goes on after. */
const at = (source: string) => new RegExp(`^${source}(?![\\p{L}\\p{N}]|[:/.'’-][\\p{L}\\p{N}])`, 'u');

const MONTH = oneOf(Object.keys(MONTHS));
const NEXT_ONE = oneOf(NEXT);
const MODIFIER = `(?:(${NEXT_ONE})|(${oneOf(THIS)}))`;
const ORDINAL = '(?:st|nd|rd|th)?';
const YEAR = '(?: (?:de |del )?(20\\d{2}))?';
const PERIOD = oneOf(['week', 'weekend', 'month', 'year', 'semana', 'fin de semana', 'mes', 'ano']);
const PART_OF_DAY = oneOf(['morning', 'afternoon', 'evening', 'night', 'tarde', 'noche', 'madrugada']);
const AT = '(?:at|a las?|las?|@)';
const HALF = '(a\\.? ?m|p\\.? ?m|de la manana|de la tarde|de la noche)';
const SOME = oneOf(['\\d+', 'an?', 'one', 'two', 'three', 'un', 'una', 'dos', 'tres']);

const weekday = (names: Record<string, number>) =>
	at(`(?:${MODIFIER} )?(${oneOf(Object.keys(names))})(?: (${NEXT_ONE}))?`);

/** What the parts of a date look like. */
export const PATTERNS = {
	/** "in 2 days", "next week", "this morning", "por la tarde", "the 15th", "10:00-12:00" */
	inexact: [
		at(`(?:in|en|within|dentro de) ${SOME} ${oneOf(UNITS)}`),
		at(`(?:${NEXT_ONE}|${oneOf(THIS)}) ${PERIOD}`),
		at(`${PERIOD} ${NEXT_ONE}`),
		at(`(?:in the|this|la|esta) (?:manana|${PART_OF_DAY})`),
		at(`(?:at|de) ${PART_OF_DAY}`),
		at('(?:at|al?) (?:noon|midday|midnight|mediodia|medianoche)'),
		at(oneOf(['tonight', 'end of day', 'end of the day', 'end of the week', 'end of the month'])),
		at(`(?:the|el|al|dia) \\d{1,2}${ORDINAL}(?! (?:of |de )?${MONTH}|:| ?[ap]\\.? ?m)`),
		at('\\d{1,2}(?:st|nd|rd|th)'),
		at('\\d{1,2}:\\d{2} ?[-–] ?\\d{1,2}:\\d{2}'),
	],
	/** The same where it only counts beside another part of a date. */
	weakInexact: [
		at(
			oneOf([
				...[PART_OF_DAY, 'weekend', 'fin de semana', 'noon', 'midday', 'midnight', 'mediodia', 'medianoche'],
				...['early', 'late', 'later', 'temprano'],
			]),
		),
		// A day, a time, or an amount.
		at('\\d{1,2}\\.\\d{1,2}'),
	],
	relativeDay: at(`(${oneOf(Object.keys(RELATIVE_DAYS))})`),
	weekday: weekday(WEEKDAYS),
	weakWeekday: weekday(WEAK_WEEKDAYS),
	yearFirst: at('(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})'),
	twoNumbers: at('(\\d{1,2})(?:/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?|-(\\d{1,2})-(\\d{4}))'),
	/** 24.12.2026: with dots, the day comes first everywhere. */
	dotted: at('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})'),
	monthFirst: at(`(${MONTH})\\.? (\\d{1,2})${ORDINAL}${YEAR}`),
	dayFirst: at(`(\\d{1,2})${ORDINAL} (?:of |de )?(${MONTH})${YEAR}`),
	/** 10:00, 10:00 pm, 10h30 */
	time: at(`(?:${AT} ?)?(\\d{1,2})(?::|h)(\\d{2})(?::\\d{2})?(?: ?(?:${HALF}|h|hs|hrs|horas))?`),
	/** 10 pm, 10.30 pm, 10 de la noche */
	halfDayHour: at(`(?:${AT} ?)?(\\d{1,2})(?:\\.(\\d{2}))? ?${HALF}`),
	/** at 10, a las 10 horas */
	atHour: at(`${AT} ?(\\d{1,2})(?: ?(?:h|hs|hrs|horas))?`),
	number: at('(\\d{1,2})'),
	changing: at(oneOf(CHANGING)),
	filler: at(oneOf([...FILLERS, POLITE.source, '@', '&', '-', '–'])),
};
