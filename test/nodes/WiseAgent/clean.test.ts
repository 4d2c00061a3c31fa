import { contactOf, noteOf, propertyOf, taskOf } from '../../../nodes/WiseAgent/api/reading/records';
import { isoDay, isoMoment, usDay } from '../../../nodes/WiseAgent/api/dates';

describe('dates', () => {
	test.each<[string, string | null]>([
		['11/2/2020 1:42:00 PM', '2020-11-02T13:42:00-07:00'],
		['11/02/2020 12:00:00 AM', '2020-11-02T00:00:00-07:00'],
		['11/2/2020 12:05 PM', '2020-11-02T12:05:00-07:00'],
		['7/20/2020 7:00:00 AM UTC', '2020-07-20T07:00:00Z'],
		['2020-11-02 13:42', '2020-11-02T13:42:00-07:00'],
		['11/2/2020', '2020-11-02'],
		['1/1/1900 7:00:00 AM', null],
		['1/1/1900', null],
		['1/2/1900', '1900-01-02'],
		['13/2/2020', '13/2/2020'],
		['2/30/2020', '2/30/2020'],
		['11/2/2020 25:00', '11/2/2020 25:00'],
		['soon', 'soon'],
	])('%s, of Arizona, is %s', (text, expected) => {
		expect(isoMoment(text, '-07:00')).toBe(expected);
	});

	test('Arizona knows no summer time, and UTC stays UTC', () => {
		expect(isoMoment('7/1/2026 9:00:00 AM', '-07:00')).toBe('2026-07-01T09:00:00-07:00');
		expect(isoMoment('7/1/2026 9:00:00 AM', 'Z')).toBe('2026-07-01T09:00:00Z');
	});

	test('a day is a day, whatever time is written behind it', () => {
		expect(isoDay('3/1/2027 12:00:00 AM')).toBe('2027-03-01');
		expect(isoDay('3/1/2027 7:00:00 AM')).toBe('2027-03-01');
		expect(isoDay('1/1/1900 12:00:00 AM')).toBeNull();
	});

	test('a due date goes out as Wise Agent wants it, as the day that is written', () => {
		expect(usDay('2027-03-01', 'Due Date')).toBe('03/01/2027');
		expect(usDay('2027-03-01T23:30:00-04:00', 'Due Date')).toBe('03/01/2027');
		expect(() => usDay('soon', 'Due Date')).toThrow('"Due Date" is not a date: soon');
		expect(() => usDay('0001-01-01', 'Due Date')).toThrow('lies before 1901');
	});
});

test('a contact keeps the names of its fields, and gets values that can be used', () => {
	const contact = contactOf({
		ClientID: 1822535,
		CFirst: 'Zoë\u0001',
		CLast: '',
		Categories: '[{"name":"02 Trial"},{"name":"Line\nbreak"}]',
		InsideTeamAssignment: '',
		OutsideTeamAssignment: null,
		Zip: '01234',
		DtUpdated: '11/2/2020 1:42:00 PM',
		DateUpdatedUTC: '11/2/2020 8:42:00 PM',
		LastContactDate: '1/1/1900 12:00:00 AM',
		Birthday: '12/10/1990',
		CustomData: '[{"Key":"a","Value":""}]',
		Unheard: '1/1/1900',
		Nested: { a: '' },
	});

	expect(contact).toEqual({
		ClientID: 1822535,
		CFirst: 'Zoë',
		CLast: null,
		Categories: [{ name: '02 Trial' }, { name: 'Line\nbreak' }],
		InsideTeamAssignment: [],
		OutsideTeamAssignment: [],
		Zip: '01234',
		DtUpdated: '2020-11-02T13:42:00-07:00',
		DateUpdatedUTC: '2020-11-02T20:42:00Z',
		LastContactDate: null,
		Birthday: '1990-12-10',
		CustomData: [{ Key: 'a', Value: null }],
		Unheard: null,
		Nested: { a: null },
	});
	expect(Object.keys(contact)[0]).toBe('ClientID');
});

test('tasks, notes and properties get flags, numbers and ids where these are documented', () => {
	expect(
		taskOf({ TaskID: '11598', Completed: 'false', Priority: '2', ContactID: '0', EstimatedTime: '' }),
	).toEqual({ TaskID: 11598, Completed: false, Priority: 2, ContactID: null, EstimatedTime: null });
	expect(taskOf({ ContactID: 'V26855', Completed: 'yes' })).toEqual({ ContactID: 'V26855', Completed: true });
	expect(
		noteOf({ NoteID: 1, Locked: 1, Note: '<p>1/1/1900 was a Monday</p>', Categories: 'broken [' }),
	).toEqual({
		NoteID: 1,
		Locked: true,
		Note: '<p>1/1/1900 was a Monday</p>',
		Categories: 'broken [',
	});
	expect(propertyOf({ PropertyID: '1', Details: { ListingPrice: '5', DateListed: '3/1/2027' } })).toEqual({
		PropertyID: 1,
		Details: { ListingPrice: 5, DateListed: '2027-03-01' },
	});
});
