import { DateTime, Settings } from 'luxon';

import { dateTimeOf, dayOf, offsetDateTimeOf } from '../../../nodes/core/values/dates';
import { Failure } from '../../../nodes/core/failure';

const INSTANT = '2026-03-31T14:30:00.000Z';

afterEach(() => {
	Settings.defaultZone = 'system';
});

test.each<[string, unknown]>([
	['text in UTC', '2026-03-31T14:30:00Z'],
	['text with an offset', '2026-03-31T10:30:00-04:00'],
	['text without an offset, which is a time in the workflow', '2026-03-31T10:30:00'],
	['a DateTime of an expression', DateTime.fromISO('2026-03-31T16:30:00', { zone: 'Europe/Berlin' })],
	['a Date', new Date(INSTANT)],
	['milliseconds', Date.parse(INSTANT)],
])('a time is understood from %s', (_, value) => {
	expect(dateTimeOf(value, 'Due Date', 'America/New_York')).toBe(INSTANT);
});

test.each<[given: unknown, zone: string, time: string]>([
	['2026-03-31T14:30:00', 'America/New_York', '2026-03-31T14:30:00-04:00'],
	['2026-01-31T14:30:00', 'America/New_York', '2026-01-31T14:30:00-05:00'],
	['2026-03-31 14:30', 'Asia/Kolkata', '2026-03-31T14:30:00+05:30'],
	['2026-03-31', 'Europe/Berlin', '2026-03-31T00:00:00+02:00'],
	['2026-03-31T14:30:00', 'UTC', '2026-03-31T14:30:00+00:00'],
	['2026-03-31T14:30:00Z', 'America/New_York', '2026-03-31T14:30:00+00:00'],
	['2026-03-31T14:30:00.999+02:00', 'America/New_York', '2026-03-31T14:30:00+02:00'],
	// The clock goes from two to three.
	['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29T03:30:00+02:00'],
	[
		DateTime.fromISO('2026-03-31T14:30:00', { zone: 'Asia/Tokyo', locale: 'ar-EG' }),
		'UTC',
		'2026-03-31T14:30:00+09:00',
	],
	[new Date(INSTANT), 'America/New_York', '2026-03-31T10:30:00-04:00'],
	[Date.parse(INSTANT), 'America/New_York', '2026-03-31T10:30:00-04:00'],
])('%s in %s is written with its offset: %s', (value, zone, time) => {
	expect(offsetDateTimeOf(value, 'Start Time', zone)).toBe(time);
});

test('a day without a time begins in the time zone of the workflow', () => {
	expect(dateTimeOf('2026-03-31', 'Due Date', 'America/New_York')).toBe('2026-03-31T04:00:00.000Z');
	expect(dateTimeOf('3/31/2026', 'Due Date', 'America/New_York')).toBe('2026-03-31T04:00:00.000Z');
});

test.each<[unknown]>([
	['2026-03-31'],
	['20260331'],
	['2026-3-31'],
	['2026/03/31'],
	['2026.3.31'],
	['31.3.2026'],
	['31.03.2026'],
	['２０２６-03-31'],
	['2026_03_31'],
	['3-31-2026'],
	['03/31/2026'],
	['2026-03-31T23:30:00-05:00'],
	['2026-03-31T00:30:00+13:00'],
	[DateTime.fromISO('2026-03-31T23:30:00', { zone: 'Pacific/Honolulu' })],
	[DateTime.fromISO('2026-03-31T23:30:00', { zone: 'utc', locale: 'ar-EG' })],
	[new Date('2026-03-31')],
	[Date.parse('2026-03-31')],
])('the day of birth %s stays the day that was written, wherever n8n runs', (value) => {
	for (const zone of ['America/New_York', 'Pacific/Auckland']) {
		Settings.defaultZone = zone;
		expect(dayOf(value, 'Date of Birth')).toBe('2026-03-31');
	}
});

test.each<[unknown]>([
	['tomorrow'],
	['2026-02-30'],
	['12.31.2026'],
	['12'],
	['12:30'],
	['1990'],
	['2026-03'],
	[''],
	[undefined],
	[null],
	[true],
	[{}],
	[new Date('nonsense')],
	[NaN],
])('%s is refused with the name of the field, instead of being stored as some other day', (value) => {
	const label = 'Date of Birth';
	for (const read of [
		() => dayOf(value, label),
		() => dateTimeOf(value, label, 'utc'),
		() => offsetDateTimeOf(value, label, 'utc'),
	]) {
		expect(read).toThrow(Failure);
		expect(read).toThrow('"Date of Birth" is not a date');
	}
});

test('with dots, the day comes before the month', () => {
	expect(dayOf('1.2.2026', 'Date of Birth')).toBe('2026-02-01');
	expect(dateTimeOf('01.02.2026', 'Due Date', 'utc')).toBe('2026-02-01T00:00:00.000Z');
	expect(dayOf('1/2/2026', 'Date of Birth')).toBe('2026-01-02');
});

test.each([
	[20260230],
	[12312026],
	[31122026],
	[18991231],
	[99991231],
	[86400000],
	[4102444800],
	[4155550132],
	[99999999999],
	[-99999999999],
	[253402300799],
	[253402214400],
	[202611301430],
	[301120261430],
	[113020261430],
	[20261130143000],
])('the number %d does not become a day of the seventies that nobody meant', (number) => {
	for (const value of [number, String(number), `${number}.0`]) {
		expect(() => dayOf(value, 'Date of Birth')).toThrow(`"Date of Birth" is not a date: ${value}`);
		expect(() => dateTimeOf(value, 'Due Date', 'utc')).toThrow(`"Due Date" is not a date: ${value}`);
	}
});

test.each([
	[20261130, '2026-11-30T00:00:00.000Z'],
	[100000000, '1973-03-03T09:46:40.000Z'],
	[4102444799, '2099-12-31T23:59:59.000Z'],
	[100000000000, '1973-03-03T09:46:40.000Z'],
	[4102444799000, '2099-12-31T23:59:59.000Z'],
	[-1000000000, '1938-04-24T22:13:20.000Z'],
])('the number %d is the moment %s', (number, time) => {
	expect(dateTimeOf(number, 'Due Date', 'utc')).toBe(time);
	expect(dateTimeOf(String(number), 'Due Date', 'utc')).toBe(time);
});

test('a long text is not repeated in full in the refusal', () => {
	expect(() => dayOf('x'.repeat(500), 'Date of Birth')).toThrow(/: x{40}$/);
});
