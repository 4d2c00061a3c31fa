import { DateTime } from 'luxon';

import { read } from './read';

const ENGLISH = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SPANISH = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
const SHORT = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const KORT = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'];

/** Each day of a week: an ordinary one, and those around changes of the clocks, the turn of a year and a leap day. */
const WEEKS: Array<[first: string, zone: string]> = [
	['2026-11-30', 'America/New_York'],
	['2026-10-22', 'Europe/Madrid'],
	['2027-03-10', 'America/Los_Angeles'],
	['2027-12-27', 'Pacific/Auckland'],
	['2028-02-24', 'UTC'],
];

const DAYS = WEEKS.flatMap(([first, zone]) =>
	Array.from({ length: 7 }, (_, days) => DateTime.fromISO(`${first}T20:30`, { zone }).plus({ days })),
);

const on = (now: DateTime) => ({ now: String(now.toUTC().toISO()), zone: String(now.zoneName) });
const date = (at: DateTime) => String(at.toISODate());

test.each([
	['English', ENGLISH, 'to '],
	['Spanish', SPANISH, 'al '],
	['short English', SHORT, 'to '],
	['short Spanish', KORT, 'al '],
])('a weekday is the next one to come, from every day of the week: %s', (_, names, to) => {
	for (const now of DAYS) {
		for (const [index, name] of names.entries()) {
			const days = (index + 1 - now.weekday + 7) % 7;
			const command = read(`move ${to}${name}`, on(now));
			if (days === 0) {
				expect(command).toMatchObject({ errorCode: 'ambiguousDay', due: null, date: null });
				expect(command?.error).toContain(`${date(now)} or ${date(now.plus({ weeks: 1 }))}`);
			} else {
				expect(command).toMatchObject({ date: date(now.plus({ days })), error: null });
			}
			const withTime = read(`task: call ${name} 23:45`, on(now));
			expect(withTime?.date).toBe(days === 0 ? null : date(now.plus({ days })));
		}
	}
});

test('"next" and "próximo" are asked about, except on that very weekday, where both mean a week later', () => {
	for (const now of DAYS) {
		for (const [index, name] of ENGLISH.entries()) {
			const days = (index + 1 - now.weekday + 7) % 7;
			const spanish = SPANISH[index] ?? '';
			const texts = [`to next ${name}`, `al próximo ${spanish}`, `al ${spanish} que viene`];
			for (const text of texts) {
				const command = read(`move ${text}`, on(now));
				if (days === 0) expect(command?.date).toBe(date(now.plus({ weeks: 1 })));
				else {
					expect(command).toMatchObject({ errorCode: 'ambiguousDay', date: null });
					expect(command?.error).toContain(date(now.plus({ days })));
					expect(command?.error).toContain(date(now.plus({ days: days + 7 })));
				}
			}
			expect(read(`move to this ${name}`, on(now))?.date).toBe(date(now.plus({ days })));
		}
	}
});

test('today and tomorrow are days of the time zone, and a moment is written with its offset', () => {
	for (const now of DAYS) {
		const words = {
			today: 0,
			tomorrow: 1,
			'the day after tomorrow': 2,
			hoy: 0,
			mañana: 1,
			'pasado mañana': 2,
		};
		for (const [word, days] of Object.entries(words)) {
			const day = now.plus({ days });
			const command = read(`move ${word} 21:15`, on(now));
			expect(command).toMatchObject({ date: date(day), time: '21:15', error: null });
			const due = String(command?.due);
			expect(due).toMatch(/^\d{4}-\d\d-\d\dT21:15:00[+-]\d\d:\d\d$/);
			expect(Date.parse(due)).toBe(day.set({ hour: 21, minute: 15 }).toMillis());
		}
	}
});

test('a date that is written out is that day, in every usual form, and nothing else', () => {
	for (const now of DAYS) {
		for (const days of [1, 6, 27, 40, 180]) {
			const day = now.plus({ days });
			const [english, spanish] = [day.setLocale('en'), day.setLocale('es')];
			const monthFirst = [
				date(day),
				day.toFormat('M/d'),
				day.toFormat('MM/dd/yyyy'),
				day.toFormat('M/d/yy'),
				english.toFormat('MMMM d, yyyy'),
				english.toFormat('d MMM'),
				english.toFormat("cccc 'the' d'th of' MMMM"),
				spanish.toFormat("cccc d 'de' MMMM 'de' yyyy"),
				spanish.toFormat("'el' d 'de' MMMM"),
			];
			for (const text of monthFirst)
				expect([text, read(`move ${text}`, on(now))?.date]).toEqual([text, date(day)]);
			for (const text of [day.toFormat('d/M'), day.toFormat('dd/MM/yyyy'), day.toFormat('d-M-yyyy')]) {
				const command = read(`mover ${text}`, { ...on(now), order: 'dayMonth' });
				expect([text, command?.date]).toEqual([text, date(day)]);
			}
		}
	}
});
