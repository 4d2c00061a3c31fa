import type { ProblemCode, Settings } from '../../../../../nodes/core/values/commands/types';
import { read } from './read';

const DAY_FIRST: Partial<Settings> = { order: 'dayMonth' };

test.each<[message: string, code: ProblemCode, error: string, settings?: Partial<Settings>]>([
	['move', 'missingDay', 'The day is missing. Write a day, such as 2026-12-02 10:00.'],
	['mover 2', 'missingDay', 'Falta el día. Escribe un día, por ejemplo 2026-12-02 10:00.'],
	[
		'Task:',
		'missingText',
		'The text is missing. Write it after the colon: Task: call John 2026-12-02 10:00.',
	],
	[
		'Añadir tarea: mañana',
		'missingText',
		'Falta el texto. Escríbelo después de los dos puntos: Añadir tarea: llamar a Juan 2026-12-02 10:00.',
	],
	[
		'move to 31/02',
		'impossibleDay',
		'There is no day 31/02. Dates are read as month/day. Write it as 2026-12-02.',
	],
	[
		'mover al 31/02',
		'impossibleDay',
		'El día 31/02 no existe. Las fechas se leen como día/mes. Escríbela así: 2026-12-02.',
		DAY_FIRST,
	],
	['move to 12/24', 'impossibleDay', 'There is no day 12/24. Dates are read as day/month.', DAY_FIRST],
	['move to 24/12', 'impossibleDay', 'There is no day 24/12. Dates are read as month/day.'],
	['move to 2/29', 'impossibleDay', 'There is no day 2/29.'],
	['move to 2027-02-29', 'impossibleDay', 'There is no day 2027-02-29.'],
	['move to 0/1', 'impossibleDay', 'There is no day 0/1.'],
	['move to June 31', 'impossibleDay', 'There is no day june 31.'],
	['move to tomorrow 25:00', 'impossibleTime', 'There is no time 25:00. Write it from 00:00 to 23:59.'],
	['move to 24:00', 'impossibleTime', 'There is no time 24:00.'],
	['mover a las 10:60', 'impossibleTime', 'La hora a las 10:60 no existe. Escríbela de 00:00 a 23:59.'],
	['move to tomorrow 0:30 pm', 'impossibleTime', 'There is no time 0:30 pm.'],
	['move to tomorrow 13 am', 'impossibleTime', 'There is no time 13 am.'],
	['move to tomorrow at 24', 'impossibleTime', 'There is no time at 24.'],
	['move to tomorrow at 3', 'ambiguousTime', '"at 3" is not exact. Write the time, such as 03:00 or 15:00.'],
	['mover a mañana a las 12', 'ambiguousTime', '"a las 12" no es exacto.'],
	['mover a mañana a las 12 de la noche', 'ambiguousTime', '00:00 o 12:00'],
	['move to Friday 15', 'ambiguousTime', 'Write the time, such as 15:00.'],
	['task: call John tomorrow 3', 'ambiguousTime', '03:00 or 15:00'],
	['move to today 09:59', 'passed', '2026-12-01 09:59 has passed. Write a later day or time.'],
	['move to today 10:00', 'passed', '2026-12-01 10:00 has passed.'],
	['mover a hoy 8:00', 'passed', '2026-12-01 08:00 ya pasó. Escribe un día o una hora posterior.'],
	['move to yesterday', 'passed', '2026-11-30 has passed.'],
	['move to 2026-11-30', 'passed', '2026-11-30 has passed.'],
	[
		'move to 11/30',
		'missingYear',
		'2026-11-30 has passed. Write the date with its year, such as 2027-11-30.',
	],
	['move to tomorrow morning', 'inexact', '"tomorrow morning" is not one exact day and time.'],
	['mover al viernes por la mañana', 'inexact', '"viernes por la mañana" no es un día y una hora exactos.'],
	[
		'move to next week',
		'inexact',
		'"next week" is not one exact day and time. Write it as 2026-12-02 10:00.',
	],
	['mover a la próxima semana', 'inexact', '"próxima semana" no es'],
	['move in 2 days', 'inexact', '"in 2 days"'],
	['move to the weekend', 'inexact', '"weekend"'],
	['move to the 15th', 'inexact', '"the 15th"'],
	['task: call John every Friday', 'inexact', '"every Friday"'],
	['task: call John after Friday', 'inexact', '"after Friday"'],
	['tarea: llamar a Juan el viernes pasado', 'inexact', '"viernes pasado"'],
	['task: visit Friday 10:00-12:00', 'inexact', '"Friday 10:00-12:00"'],
	[
		'move to Friday or Monday',
		'severalDays',
		'There is more than one day: 2026-12-04, 2026-12-07. Write one.',
	],
	['move to today or tomorrow', 'severalDays', '2026-12-01, 2026-12-02'],
	['move to Friday 10:00 to 12:00', 'severalTimes', 'There is more than one time: 10:00, 12:00. Write one.'],
	[
		'move to Monday 12/11',
		'wrongWeekday',
		'2026-12-11 is a Friday. Write only the date, or only the weekday.',
	],
	['mover al lunes 2026-12-11', 'wrongWeekday', '2026-12-11 es viernes.'],
	[
		'task: call John tomorrow about the house',
		'separated',
		'The date is not at the end. Write the day and the time together there, such as 2026-12-02 10:00.',
	],
	[
		'tarea: llamar mañana a Juan',
		'separated',
		'La fecha no está al final. Escribe ahí el día y la hora juntos, por ejemplo 2026-12-02 10:00.',
	],
	['task: lunch 12:30 with Bob tomorrow', 'separated', 'The date is not at the end.'],
	['task: tomorrow lunch 12:30 with Bob', 'separated', 'The date is not at the end.'],
	['task: visit Friday house 10:00', 'separated', 'The date is not at the end.'],
	['task: call John tomorrow 10am-11am', 'separated', 'The date is not at the end.'],
	['task: call John Friday 10.30', 'inexact', '"Friday 10.30"'],
	['task: call John at noon', 'inexact', '"at noon"'],
	['move to 11:00', 'missingDay', 'The day is missing.'],
	['task: call John Mittwoch 11:00', 'missingDay', 'The day is missing.'],
])('%j asks back instead of naming a day: %s', (message, errorCode, error, settings) => {
	const command = read(message, settings);
	expect(command).toMatchObject({ errorCode, due: null, date: null, time: null });
	expect(command?.error).toContain(error);
});

test('a task keeps its text where its date cannot be read', () => {
	expect(read('task: call John at 3')).toMatchObject({ text: 'call John', errorCode: 'ambiguousTime' });
});

test.each([
	['America/New_York', '2027-03-14', '02:30', '2027-11-07', '01:30'],
	['Europe/Madrid', '2027-03-28', '02:15', '2027-10-31', '02:15'],
	// Half an hour, and in autumn.
	['Australia/Lord_Howe', '2027-10-03', '02:15', '2027-04-04', '01:45'],
	['America/Santiago', '2027-09-05', '00:30', '2027-04-03', '23:30'],
])('in %s, a time that clocks skip or show twice is asked about', (zone, skipped, gap, repeated, twice) => {
	expect(read(`move to ${skipped} ${gap}`, { zone })).toMatchObject({ errorCode: 'skippedTime', due: null });
	expect(read(`move to ${repeated} ${twice}`, { zone })).toMatchObject({
		errorCode: 'repeatedTime',
		due: null,
	});
	expect(read(`move to ${skipped} 12:00`, { zone })).toMatchObject({ date: skipped, error: null });
	expect(read(`move to ${repeated} 12:00`, { zone })).toMatchObject({ date: repeated, error: null });
	// The default time is never asked about.
	const [hour = 0, minute = 0] = gap.split(':').map(Number);
	expect(read(`move to ${skipped}`, { zone, defaultTime: { hour, minute } })).toMatchObject({
		date: skipped,
		error: null,
	});
});
