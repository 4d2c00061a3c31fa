import {
	changesBetween,
	hasAdditionalEmail,
	hasAdditionalPhone,
	hasEmail,
	hasPhone,
	hasTag,
} from '../../../nodes/GoHighLevel/api/contacts/contactChanges';
import type { Contact, ContactFields } from '../../../nodes/GoHighLevel/api/contacts/contact';

const AVA: Contact = {
	id: 'ava',
	firstName: 'Ava',
	lastName: 'Nguyen',
	email: 'ava@mail.example',
	phone: '+12125550142',
	country: 'US',
	city: '',
	source: null,
	customFields: [
		{ id: 'zip', value: '02110' },
		{ id: 'rooms', value: 3 },
		{ id: 'price', value: '450000' },
		{ id: 'likes', value: ['Garden', 'Pool'] },
		{ id: 'single', value: 'Garage' },
		{ id: 'moveInMs', value: Date.UTC(2026, 2, 31) },
		{ id: 'moveInTime', value: '2026-03-31T00:00:00.000Z' },
		{ id: 'boxes', value: { linkedIn: 'ava', instagram: 'ava.n' } },
	],
};

function customChange(id: string, value: unknown): string[] {
	return changesBetween(AVA, { customFields: [{ id, value }] } as ContactFields).names;
}

describe('a custom field counts as unchanged, in whatever form HighLevel answers it', () => {
	test.each<[what: string, id: string, value: unknown]>([
		['a number that is stored as text', 'price', 450000],
		['a text that is stored as a number', 'rooms', '3'],
		['choices in another order', 'likes', ['Pool', 'Garden']],
		['one choice that is stored without a list', 'single', ['Garage']],
		['a day that is stored in milliseconds', 'moveInMs', '2026-03-31'],
		['a day that is stored with a time', 'moveInTime', '2026-03-31'],
		['one box of several', 'boxes', { linkedIn: 'ava' }],
		['empty where there is nothing', 'unknown', null],
	])('%s', (_, id, value) => {
		expect(customChange(id, value)).toEqual([]);
	});
});

describe('a custom field counts as changed', () => {
	test.each<[what: string, id: string, value: unknown]>([
		['a text of digits with fewer zeros', 'zip', '2110'],
		['another number', 'rooms', 4],
		['zero where there is nothing', 'unknown', 0],
		['a choice less', 'likes', ['Pool']],
		['another day', 'moveInMs', '2026-04-01'],
		['another box', 'boxes', { linkedIn: 'eva' }],
		['cleared', 'rooms', null],
	])('%s', (_, id, value) => {
		expect(customChange(id, value)).toEqual([`customFields.${id}`]);
	});
});

test('null, an empty text and a missing value are the same nothing', () => {
	expect(changesBetween(AVA, { city: null, source: null, website: null }).names).toEqual([]);
	expect(changesBetween(AVA, { firstName: null }).fields).toEqual({ firstName: null });
});

test('do not disturb that was never set is off', () => {
	expect(changesBetween(AVA, { dnd: false }).names).toEqual([]);
	expect(changesBetween(AVA, { dnd: true }).names).toEqual(['dnd']);
});

test('a setting that HighLevel does not show counts as changed', () => {
	expect(changesBetween(AVA, { inboundDndSettings: { all: { status: 'active' } } }).names).toEqual([
		'inboundDndSettings',
	]);
});

test('tags are left to their own rule', () => {
	expect(changesBetween(AVA, { tags: ['new'] })).toEqual({ fields: {}, names: [] });
});

test('filling only empty fields leaves those that have a value', () => {
	const wanted = {
		firstName: 'Eva',
		city: 'Boston',
		country: 'GB',
		customFields: [
			{ id: 'rooms', value: 5 },
			{ id: 'pets', value: 'cat' },
		],
	};

	expect(changesBetween(AVA, wanted, true)).toEqual({
		fields: { city: 'Boston', customFields: [{ id: 'pets', value: 'cat' }] },
		names: ['city', 'customFields.pets'],
	});
});

describe('additional e-mails and phones are seen in every shape in which HighLevel answers them', () => {
	test.each<[shape: string, emails: unknown, phones: unknown]>([
		['texts', ['Work@mail.example'], ['+12125550143']],
		['objects', [{ email: 'work@mail.example' }], [{ phone: '+1 (212) 555-0143' }]],
		[
			'objects of the other kind',
			[{ email: 'work@mail.example', valid: null }],
			[{ phoneNumber: '212-555-0143' }],
		],
	])('%s', (_, additionalEmails, additionalPhones) => {
		const contact = { ...AVA, additionalEmails, additionalPhones } as Contact;

		expect(hasAdditionalEmail(contact, 'WORK@mail.example')).toBe(true);
		expect(hasEmail(contact, 'work@mail.example')).toBe(true);
		expect(hasAdditionalEmail(contact, 'ava@mail.example')).toBe(false);
		expect(hasAdditionalPhone(contact, '(212) 555-0143')).toBe(true);
		expect(hasPhone(contact, '+12125550143')).toBe(true);
		expect(hasAdditionalPhone(contact, '+12125550142')).toBe(false);
	});

	test('none, or something unexpected', () => {
		for (const additionalEmails of [undefined, null, 'x', [null, 7]]) {
			expect(hasEmail({ ...AVA, additionalEmails } as Contact, 'work@mail.example')).toBe(false);
		}
	});
});

test('tags are the same whatever their case', () => {
	expect(hasTag({ id: 'x', tags: ['new lead'] }, 'New Lead ')).toBe(true);
	expect(hasTag({ id: 'x', tags: ['new lead'] }, 'lead')).toBe(false);
	expect(hasTag({ id: 'x' }, 'lead')).toBe(false);
});
