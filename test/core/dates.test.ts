import { DateTime, Settings } from 'luxon';

import { dateTimeOf, dayOf } from '../../nodes/core/dates';
import { Failure } from '../../nodes/core/failure';

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
	['2026_03_31'],
	['3-31-2026'],
	['03/31/2026'],
	['2026-03-31T23:30:00-05:00'],
	['2026-03-31T00:30:00+13:00'],
	[DateTime.fromISO('2026-03-31T23:30:00', { zone: 'Pacific/Honolulu' })],
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
	['31.12.2026'],
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
	for (const read of [() => dayOf(value, 'Date of Birth'), () => dateTimeOf(value, 'Date of Birth', 'utc')]) {
		expect(read).toThrow(Failure);
		expect(read).toThrow('"Date of Birth" is not a date');
	}
});

test('a long text is not repeated in full in the refusal', () => {
	expect(() => dayOf('x'.repeat(500), 'Date of Birth')).toThrow(/: x{40}$/);
});
