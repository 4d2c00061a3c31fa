import type { DateOrder, Language, Problem, ProblemCode } from './types';

export function problem(code: ProblemCode, what: string, instead: string[] = []): Problem {
	return { code, what, instead };
}

type Text = (what: string, instead: string, order: DateOrder) => string;

const ORDERS: Record<Language, Record<DateOrder, string>> = {
	en: { dayMonth: 'day/month', monthDay: 'month/day' },
	es: { dayMonth: 'día/mes', monthDay: 'mes/día' },
};

const WEEKDAY_NAMES: Record<Language, string[]> = {
	en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
	es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
};

const ENGLISH: Record<ProblemCode, Text> = {
	ambiguousDay: (what, instead) => `"${what}" can be ${instead}. Write one of these dates.`,
	ambiguousTime: (what, instead) => `"${what}" is not exact. Write the time, such as ${instead}.`,
	impossibleDay: (what, instead, order) =>
		`There is no day ${what}. Dates are read as ${ORDERS.en[order]}. Write it as ${instead}.`,
	impossibleTime: (what) => `There is no time ${what}. Write it from 00:00 to 23:59.`,
	inexact: (what, instead) => `"${what}" is not one exact day and time. Write it as ${instead}.`,
	missingDay: (_, instead) => `The day is missing. Write a day, such as ${instead}.`,
	missingText: (_, instead) => `The text is missing. Write it after the colon: ${instead}.`,
	missingYear: (what, instead) => `${what} has passed. Write the date with its year, such as ${instead}.`,
	passed: (what) => `${what} has passed. Write a later day or time.`,
	repeatedTime: (what, instead) =>
		`${what} comes twice on ${instead}, as clocks are set back. Write another time.`,
	separated: (_, instead) =>
		`The date is not at the end. Write the day and the time together there, such as ${instead}.`,
	severalDays: (what) => `There is more than one day: ${what}. Write one.`,
	severalTimes: (what) => `There is more than one time: ${what}. Write one.`,
	skippedTime: (what, instead) =>
		`There is no ${what} on ${instead}, as clocks are set forward. Write another time.`,
	wrongWeekday: (what, instead) =>
		`${what} is a ${weekdayIn('en', instead)}. Write only the date, or only the weekday.`,
};

const SPANISH: Record<ProblemCode, Text> = {
	ambiguousDay: (what, instead) => `"${what}" puede ser ${instead}. Escribe una de estas fechas.`,
	ambiguousTime: (what, instead) => `"${what}" no es exacto. Escribe la hora, por ejemplo ${instead}.`,
	impossibleDay: (what, instead, order) =>
		`El día ${what} no existe. Las fechas se leen como ${ORDERS.es[order]}. Escríbela así: ${instead}.`,
	impossibleTime: (what) => `La hora ${what} no existe. Escríbela de 00:00 a 23:59.`,
	inexact: (what, instead) => `"${what}" no es un día y una hora exactos. Escríbelo así: ${instead}.`,
	missingDay: (_, instead) => `Falta el día. Escribe un día, por ejemplo ${instead}.`,
	missingText: (_, instead) => `Falta el texto. Escríbelo después de los dos puntos: ${instead}.`,
	missingYear: (what, instead) => `${what} ya pasó. Escribe la fecha con su año, por ejemplo ${instead}.`,
	passed: (what) => `${what} ya pasó. Escribe un día o una hora posterior.`,
	repeatedTime: (what, instead) =>
		`El ${instead} la hora ${what} se repite, porque se atrasan los relojes. Escribe otra hora.`,
	separated: (_, instead) =>
		`La fecha no está al final. Escribe ahí el día y la hora juntos, por ejemplo ${instead}.`,
	severalDays: (what) => `Hay más de un día: ${what}. Escribe uno.`,
	severalTimes: (what) => `Hay más de una hora: ${what}. Escribe una.`,
	skippedTime: (what, instead) =>
		`El ${instead} la hora ${what} no existe, porque se adelantan los relojes. Escribe otra hora.`,
	wrongWeekday: (what, instead) =>
		`${what} es ${weekdayIn('es', instead)}. Escribe solo la fecha, o solo el día de la semana.`,
};

const OR: Record<Language, string> = { en: ' or ', es: ' o ' };

/** What the person reads who wrote the command. */
export function problemText({ code, what, instead }: Problem, language: Language, order: DateOrder): string {
	const texts = language === 'es' ? SPANISH : ENGLISH;
	return texts[code](what, instead.join(OR[language]), order);
}

/** @param number 1 for Monday to 7 for Sunday */
function weekdayIn(language: Language, number: string): string {
	return WEEKDAY_NAMES[language][Number(number) - 1] ?? number;
}
