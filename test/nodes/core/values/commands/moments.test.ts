import { commandIn } from '../../../../../nodes/core/values/commands/commandIn';
import { NOW, read } from './read';

test.each<[message: string, due: string]>([
	['move to today 10:01', '2026-12-01T10:01:00-05:00'],
	['move to tomorrow 0:00', '2026-12-02T00:00:00-05:00'],
	['move to tomorrow 12am', '2026-12-02T00:00:00-05:00'],
	['move to tomorrow 12 pm', '2026-12-02T12:00:00-05:00'],
	['move to tomorrow at 15', '2026-12-02T15:00:00-05:00'],
	['move to tomorrow 15h30', '2026-12-02T15:30:00-05:00'],
	['mover a mañana a las 15 horas', '2026-12-02T15:00:00-05:00'],
	['mover a mañana 10:00 de la mañana', '2026-12-02T10:00:00-05:00'],
	['mover a mañana a las 8 de la noche', '2026-12-02T20:00:00-05:00'],
	['move to 2027-07-01 10:00', '2027-07-01T10:00:00-04:00'],
	['move to 1.7.2027', '2027-07-01T09:00:00-04:00'],
	['move to tomorrow 10.30 pm', '2026-12-02T22:30:00-05:00'],
	['move to 2027/7/1', '2027-07-01T09:00:00-04:00'],
	['move to ２０２７-07-01 １０:00', '2027-07-01T10:00:00-04:00'],
])('%j is due %s', (message, due) => {
	expect(read(message)).toMatchObject({ due, error: null });
});

test('a day without a time has the default time, and the end of today when that has passed', () => {
	expect(read('move to today')).toMatchObject({ due: '2026-12-01T23:59:00-05:00', time: null });
	const defaultTime = { hour: 17, minute: 30 };
	expect(read('move to today', { defaultTime })).toMatchObject({
		due: '2026-12-01T17:30:00-05:00',
		time: null,
	});
	expect(read('move to Friday', { defaultTime })).toMatchObject({
		due: '2026-12-04T17:30:00-05:00',
		time: null,
	});
});

test('a day without a year is the next one, also February 29, unless it passed less than three months ago', () => {
	expect(read('move to 9/1')).toMatchObject({ date: '2027-09-01' });
	expect(read('move to 9/2')).toMatchObject({ errorCode: 'missingYear' });
	expect(read('move to 2/29', { now: '2027-12-01T15:00:00Z' })).toMatchObject({ date: '2028-02-29' });
	expect(read('move to 2/29', { now: '2027-01-10T15:00:00Z' })).toMatchObject({ errorCode: 'impossibleDay' });
});

test.each<[message: string, text: string | null, date: string | null]>([
	['task: call the man who sat', 'call the man who sat', null],
	['task: call John sat 10:00', 'call John', '2026-12-05'],
	['tarea: ver la casa frente al mar', 'ver la casa frente al mar', null],
	['task: say good night', 'say good night', null],
	['task: look after', 'look after', null],
	['task: confirm tomorrow’s visit', 'confirm tomorrow’s visit', null],
	['task: call +1 415 555-0132', 'call +1 415 555-0132', null],
	['task: sell 12 Pier Street for 250,000', 'sell 12 Pier Street for 250,000', null],
	['task: work 2h', 'work 2h', null],
	['task: call John (tomorrow)', 'call John', '2026-12-02'],
	['task: do this tomorrow', 'do this', '2026-12-02'],
	['task: Friday report Monday', 'Friday report', '2026-12-07'],
	['task: call John about Friday’s closing on Thursday', 'call John about Friday’s closing', '2026-12-03'],
	['task: tomorrow call John at 15:00', 'call John', '2026-12-02'],
	['task: 15:00 call John tomorrow', 'call John', '2026-12-02'],
	['task: tell Ann today is the day 2026-12-24', 'tell Ann today is the day', '2026-12-24'],
	['task: prepare the 10:00 meeting', 'prepare the 10:00 meeting', null],
	['task: set up 24/7 support', 'set up 24/7 support', null],
	['task: pay 10.50', 'pay 10.50', null],
	['Task：call  José', 'call  José', null],
])('of %j, only a date at its end or beginning is taken', (message, text, date) => {
	expect(read(message)).toMatchObject({ name: 'task', text, date, error: null });
});

test('no message is slow or breaks anything', () => {
	const parts = [
		'task: ',
		'move ',
		'tomorrow ',
		'10:00 ',
		'12/24 ',
		'\u0301',
		'ﷺ',
		'\ud83d',
		'👍🏽 ',
		'.',
		' ',
		'\n',
		'ß',
		'İ',
	];
	let seed = 1;
	const next = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit;
	for (let count = 0; count < 500; count++) {
		const message = Array.from({ length: next(12) }, () => parts[next(parts.length)]).join('');
		const command = read(message);
		if (command?.due) expect(Date.parse(command.due)).toBeGreaterThan(Date.parse(NOW));
	}
	for (const part of parts) {
		expect(() => read(`task: ${part.repeat(4000)}`)).not.toThrow();
		expect(() => read(part.repeat(4000))).not.toThrow();
	}
});

test('words are compared as they are meant, and a command without words is none', () => {
	const words = {
		done: ['👍', 'Fertig!', 'ok (2)'],
		move: ['verschieben'],
		stop: [],
		task: ['Aufgabe', '+'],
	};
	const own = (message: string) =>
		commandIn(message, {
			words,
			order: 'monthDay',
			defaultTime: { hour: 9, minute: 0 },
			zone: 'UTC',
			nowMs: Date.parse(NOW),
		});
	expect(own('👍🏽')).toMatchObject({ name: 'done', language: 'en' });
	expect(own('FERTIG')).toMatchObject({ name: 'done' });
	expect(own('Ok 2')).toMatchObject({ name: 'done', number: null });
	expect(own('verschieben viernes')).toMatchObject({ name: 'move', language: 'es', date: '2026-12-04' });
	expect(own('aufgabe: John anrufen')).toMatchObject({ name: 'task', text: 'John anrufen' });
	for (const message of ['stop', 'done', 'move to Friday', 'task: call', ''])
		expect(own(message)).toBeUndefined();
});
