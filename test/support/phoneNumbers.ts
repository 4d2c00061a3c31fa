import type { PhoneNumber } from 'google-libphonenumber';
import { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil } from 'google-libphonenumber';

import { seededRandom } from './fakeClock';

/** One number as somebody may have typed it into a form. */
export interface WrittenNumber {
	text: string;
	/** How it is written. */
	style: string;
	/** Where numbers without calling code are dialled. */
	country?: string;
	/** What Google's library makes of it; undefined when it takes it for no valid number. */
	expected?: string;
}

/** Google's own library: another one than the package reads phones with. */
const phones = PhoneNumberUtil.getInstance();

/** Valid numbers of a country, mobile and fixed, as E.164; the same ones in every run. */
export function validNumbers(country: string, count: number): string[] {
	const example = phones.getExampleNumberForType(country, PhoneNumberType.MOBILE);
	const code = example.getCountryCodeOrDefault();
	const { length: usual } = phones.getNationalSignificantNumber(example);
	const random = seededRandom(country.charCodeAt(0) * 100 + country.charCodeAt(1));
	const numbers = new Set<string>([phones.format(example, PhoneNumberFormat.E164)]);
	while (numbers.size < count) {
		const length = usual - 1 + Math.floor(random() * 3);
		const national = Array.from({ length }, () => Math.floor(random() * 10)).join('');
		const parsed = parsedOf(`+${code}${national}`);
		if (parsed && phones.isValidNumberForRegion(parsed, country)) {
			numbers.add(phones.format(parsed, PhoneNumberFormat.E164));
		}
	}
	return [...numbers];
}

/** The ways in which people and systems write a number. */
export function waysOfWriting(number: string, country: string): WrittenNumber[] {
	const parsed = parsedOf(number);
	if (!parsed) throw new Error(`${number} is no number`);
	const code = parsed.getCountryCodeOrDefault();
	const nationalNumber = phones.getNationalSignificantNumber(parsed);
	const national = phones.format(parsed, PhoneNumberFormat.NATIONAL);
	const international = phones.format(parsed, PhoneNumberFormat.INTERNATIONAL);
	const abroad = country === 'US' ? 'AU' : 'US';
	const ways: WrittenNumber[] = [
		{ style: 'E.164', text: number },
		{ style: 'international', text: international },
		{ style: 'international, elsewhere', text: international, country: abroad },
		{ style: 'link', text: phones.format(parsed, PhoneNumberFormat.RFC3966) },
		{
			style: 'dialled from abroad',
			text: phones.formatOutOfCountryCallingNumber(parsed, abroad),
			country: abroad,
		},
		{ style: 'national', text: national, country },
		{ style: 'national with dots', text: national.replace(/[\s()-]+/g, '.'), country },
		{ style: 'national with extension', text: `${national} ext. 12`, country },
		{ style: 'international with extension', text: `${international} x12` },
		{ style: 'without plus', text: number.slice(1), country },
		{ style: 'without trunk prefix', text: nationalNumber, country },
		{ style: 'with (0)', text: `+${code} (0)${nationalNumber}` },
		{ style: 'with 0 after the code', text: `+${code} 0${nationalNumber}` },
	];
	return ways.map((way) => ({ ...way, expected: validE164(way.text, way.country) }));
}

function validE164(text: string, country?: string): string | undefined {
	const parsed = parsedOf(text, country);
	return parsed && phones.isValidNumber(parsed) ? phones.format(parsed, PhoneNumberFormat.E164) : undefined;
}

function parsedOf(text: string, country?: string): PhoneNumber | undefined {
	try {
		return phones.parse(text, country);
	} catch {
		return undefined;
	}
}
