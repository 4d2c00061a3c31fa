import { isPhone, isSamePhone, phoneAsWritten, phoneOf, toE164 } from '../../../../nodes/core/values/phones';
import type { WrittenNumber } from '../../../support/phoneNumbers';
import { validNumbers, waysOfWriting } from '../../../support/phoneNumbers';

const COUNTRIES = [
	...([
		'US',
		'CA',
		'PR',
		'JM',
		'GB',
		'IE',
		'DE',
		'AT',
		'CH',
		'FR',
		'ES',
		'PT',
		'IT',
		'NL',
		'DK',
		'NO',
	] as const),
	...([
		'PL',
		'HU',
		'GR',
		'TR',
		'RU',
		'KZ',
		'BY',
		'IL',
		'AE',
		'IN',
		'PK',
		'CN',
		'JP',
		'KR',
		'SG',
		'HK',
	] as const),
	...(['AU', 'NZ', 'ZA', 'NG', 'CI', 'GA', 'EG', 'MX', 'BR', 'AR', 'CO', 'CL'] as const),
];

/**
 * Where the library reads another valid number into the digits, and this package does not follow:
 * German and Austrian numbers of twelve or thirteen digits that begin with the own calling code are taken as written
 * without plus, since nobody there leaves out the trunk zero of a number that long.
 */
const DELIBERATE = (country: string, { style }: WrittenNumber) =>
	(country === 'DE' || country === 'AT') && (style === 'without plus' || style === 'without trunk prefix');

describe.each(COUNTRIES)('numbers of %s', (country) => {
	const ways = validNumbers(country, 12).flatMap((number) => waysOfWriting(number, country));

	test('are never turned into another number than the one that was written', () => {
		const wrong = ways
			.filter((way) => way.expected !== undefined && !DELIBERATE(country, way))
			.map(({ text, style, country: at, expected }) => ({ text, style, expected, got: toE164(text, at) }))
			.filter(({ got, expected }) => got !== undefined && got !== expected);
		expect(wrong).toEqual([]);
	});

	test.each(['E.164', 'international', 'international, elsewhere', 'link', 'dialled from abroad'])(
		'are understood when written with their calling code (%s)',
		(style) => {
			const written = ways.filter((way) => way.style === style);
			expect(written.map(({ text, country: at }) => toE164(text, at))).toEqual(
				written.map(({ expected }) => expected),
			);
		},
	);
});

test.each<[string, string | undefined, string]>([
	['(202) 555-0123', 'US', '+12025550123'],
	['2025550123', 'us', '+12025550123'],
	['1 202 555 0123', 'US', '+12025550123'],
	['12025550123', 'CA', '+12025550123'],
	['011 44 20 7946 0018', 'US', '+442079460018'],
	['020 7946 0018', 'GB', '+442079460018'],
	['442079460018', 'GB', '+442079460018'],
	['+44 (0)20 7946 0018', undefined, '+442079460018'],
	['+44 020 7946 0018', undefined, '+442079460018'],
	['0044 20 7946 0018', undefined, '+442079460018'],
	['06 1234 5678', 'IT', '+390612345678'],
	['8 (912) 345-67-89', 'RU', '+79123456789'],
	['06 20 123 4567', 'HU', '+36201234567'],
	['0011 1 202 555 0123', 'AU', '+12025550123'],
	['+1 202 555 0123;ext=5', undefined, '+12025550123'],
	['+1 202 555 0123 extension 5', undefined, '+12025550123'],
	['tel:+1-202-555-0123', 'GB', '+12025550123'],
	['\uff0b\uff11 202 555 0123', 'GB', '+12025550123'],
	['(+1) 415-555-1234', 'GB', '+14155551234'],
	['7911123456.0', 'GB', '+447911123456'],
	['4155550132,,5', 'US', '+14155550132'],
	['+52 1 55 1234 5678', undefined, '+525512345678'],
	['044 55 1234 5678', 'MX', '+525512345678'],
	['+229 90 01 12 34', undefined, '+2290190011234'],
	['011 15-2345-6789', 'AR', '+5491123456789'],
	['55 99123-4567', 'BR', '+5555991234567'],
	['9198765432', 'IN', '+919198765432'],
	['4917604069012', 'DE', '+4917604069012'],
	['030/23125000', 'DE', '+493023125000'],
	['0044 20 7946 0018', 'US', '+442079460018'],
	['+54 9 11 15 2345 6789', undefined, '+5491123456789'],
	['+54 9 221 15 234-5678', undefined, '+5492212345678'],
	['54 9 2966 15 234567', 'AR', '+5492966234567'],
	['+54 11 15 2345 6789', undefined, '+5491123456789'],
	['22.33.44.55', 'DK', '+4522334455'],
	['131234', 'AU', '+61131234'],
	['299123', 'FO', '+298299123'],
	['51234', 'FK', '+50051234'],
	['+65 8888 8888', undefined, '+6588888888'],
	['(0011 1) 202 555 0123', 'AU', '+12025550123'],
	['(555) 555-0199', 'US', '+15555550199'],
	['+7 777 777 77 77', undefined, '+77777777777'],
])('%s in %s is %s', (text, country, expected) => {
	expect(toE164(text, country)).toBe(expected);
});

test.each<[string, string | undefined]>([
	['', 'US'],
	['n/a', 'US'],
	['555-0123', 'US'],
	['1-800-FLOWERS', 'US'],
	['+1 202 555 012', undefined],
	['202 555 0123', undefined],
	['202 555 0123', 'XX'],
	['202-555-0123 / 202-555-0199', 'US'],
	['4155551234', 'GB'],
	['4.41234E+11', 'GB'],
	['7911123456.5', 'GB'],
	['0044 20 7946 0018', 'BR'],
	['+1234567890123456', undefined],
])('%j in %s is left as it was written', (text, country) => {
	expect(toE164(text, country)).toBeUndefined();
});

/** In whatever country it may be read, what is no phone is dialed in none. */
test.each([
	['a day, year first', '2026-12-31'],
	['a day, month first', '12/31/2026'],
	['a day, day first', '31-12-2026'],
	['a day with dots', '12.31.2026'],
	['a day with dots, day first', '31.12.2026'],
	['a day with a time', '2026-12-31 1430'],
	['a time of a file name', '20261231143000'],
	['an address of a computer', '192.168.1.100'],
	['another one', '10.0.110.255'],
	['a number of social security', '123-45-6789'],
	['a card', '4111 1111 1111 11'],
	['a card with hyphens', '5500-0000-0000-4'],
	['a card of the other shape', '3782 822463 10005'],
	['zeros', '0000000000'],
	['ones', '111-111-1111'],
	['nines', '(999) 999-9999'],
])('%s (%s) is no phone in any country', (_, text) => {
	const read = COUNTRIES.map((country) => [country, toE164(text, country)]).filter(([, phone]) => phone);
	expect(read).toEqual([]);
	expect(isPhone(text)).toBe(false);
	expect(() => phoneAsWritten(text, 'Mobile Phone')).toThrow(`"Mobile Phone" is not a phone number: ${text}`);
	expect(() => phoneOf(text, 'Phone')).toThrow(`"Phone" is not a phone number: ${text}`);
});

test.each(['12345', '10115', '94105'])('the postal code %s is no phone in any country', (text) => {
	const read = COUNTRIES.map((country) => [country, toE164(text, country)]).filter(([, phone]) => phone);
	expect(read).toEqual([]);
});

test.each([
	['123456', 'AU'],
	['1111111111', 'GB'],
	['(011) 98765-4321', 'US'],
	['(0011) 98765-4321', 'AU'],
	['+49 12345', undefined],
	['+1 999 999 9999', undefined],
	['77777777777', undefined],
])('%s in %s is not dialed as some other number', (text, country) => {
	expect(() => phoneOf(text, 'Phone', country ? { country } : {})).toThrow('is not a phone number');
});

describe('two ways of writing', () => {
	test.each([
		['+12025550123', '(202) 555-0123'],
		['+12025550123', '1-202-555-0123'],
		['+442079460018', '020 7946 0018'],
		['442079460018', '+44 20 7946 0018'],
		['555-0123', '202-555-0123'],
		['+39 06 1234 5678', '06 1234 5678'],
		['0044 20 7946 0018', '+44 (0)20 7946 0018'],
		['+52 1 55 1234 5678', '+52 55 1234 5678'],
		['+54 9 11 2345 6789', '+54 11 2345 6789'],
		['+55 11 98765-4321', '+55 11 8765-4321'],
		['11 98765-4321', '+55 11 8765-4321'],
		['+12025550123 x5', '(202) 555-0123'],
	])('%s and %s are the same number, whichever comes first', (a, b) => {
		expect([isSamePhone(a, b), isSamePhone(b, a)]).toEqual([true, true]);
	});

	test.each([
		['+12025550123', '+12025550124'],
		['+12025550123', '+442025550123'],
		['+12025550123', '5550124'],
		['12', '+12025550112'],
		['', '+12025550123'],
		['unknown', 'none'],
		['+55 11 93265-4321', '+55 11 3265-4321'],
	])('%s and %s are two numbers, whichever comes first', (a, b) => {
		expect([isSamePhone(a, b), isSamePhone(b, a)]).toEqual([false, false]);
	});
});
