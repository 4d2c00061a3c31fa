import type { CountryCode } from 'libphonenumber-js/max';

import { isSamePhone, toE164 } from '../../../nodes/core/values/phones';
import type { WrittenNumber } from '../../support/phoneNumbers';
import { validNumbers, waysOfWriting } from '../../support/phoneNumbers';

const COUNTRIES: CountryCode[] = [
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
const DELIBERATE = (country: CountryCode, { style }: WrittenNumber) =>
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
	['+52 1 55 1234 5678', undefined],
	['011 15-2345-6789', 'AR'],
	['0044 20 7946 0018', 'BR'],
	['+1234567890123456', undefined],
])('%j in %s is left as it was written', (text, country) => {
	expect(toE164(text, country)).toBeUndefined();
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
	])('%s and %s are two numbers, whichever comes first', (a, b) => {
		expect([isSamePhone(a, b), isSamePhone(b, a)]).toEqual([false, false]);
	});
});
