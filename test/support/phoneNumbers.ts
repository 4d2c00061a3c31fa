import type { CountryCode } from 'libphonenumber-js/max';
import { getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

import { seededRandom } from './fakeClock';

/** One number as somebody may have typed it into a form. */
export interface WrittenNumber {
	text: string;
	/** How it is written. */
	style: string;
	/** Where numbers without calling code are dialled. */
	country?: CountryCode;
	/** What Google's library makes of it; undefined when it takes it for no valid number. */
	expected?: string;
}

/** Valid numbers of a country, mobile and fixed, as E.164; the same ones in every run. */
export function validNumbers(country: CountryCode, count: number): string[] {
	const example = getExampleNumber(country, examples);
	if (!example) throw new Error(`No example number for ${country}`);
	const random = seededRandom(country.charCodeAt(0) * 100 + country.charCodeAt(1));
	const numbers = new Set<string>([example.number]);
	while (numbers.size < count) {
		const length = example.nationalNumber.length - 1 + Math.floor(random() * 3);
		const national = Array.from({ length }, () => Math.floor(random() * 10)).join('');
		const parsed = parsePhoneNumberFromString(`+${example.countryCallingCode}${national}`);
		if (parsed?.isValid() && parsed.country === country) numbers.add(parsed.number);
	}
	return [...numbers];
}

/** The ways in which people and systems write a number. */
export function waysOfWriting(number: string, country: CountryCode): WrittenNumber[] {
	const parsed = parsePhoneNumberFromString(number);
	if (!parsed) throw new Error(`${number} is no number`);
	const { countryCallingCode: code, nationalNumber } = parsed;
	const national = parsed.formatNational();
	const abroad = country === 'US' ? 'AU' : 'US';
	const ways: WrittenNumber[] = [
		{ style: 'E.164', text: number },
		{ style: 'international', text: parsed.formatInternational() },
		{ style: 'international, elsewhere', text: parsed.formatInternational(), country: abroad },
		{ style: 'link', text: parsed.getURI() },
		{
			style: 'dialled from abroad',
			text: parsed.format('IDD', { fromCountry: abroad }) ?? '',
			country: abroad,
		},
		{ style: 'national', text: national, country },
		{ style: 'national with dots', text: national.replace(/[\s()-]+/g, '.'), country },
		{ style: 'national with extension', text: `${national} ext. 12`, country },
		{ style: 'international with extension', text: `${parsed.formatInternational()} x12` },
		{ style: 'without plus', text: number.slice(1), country },
		{ style: 'without trunk prefix', text: nationalNumber, country },
		{ style: 'with (0)', text: `+${code} (0)${nationalNumber}` },
		{ style: 'with 0 after the code', text: `+${code} 0${nationalNumber}` },
	];
	return ways.map((way) => ({ ...way, expected: validE164(way.text, way.country) }));
}

function validE164(text: string, country?: CountryCode): string | undefined {
	const parsed = parsePhoneNumberFromString(text, country);
	return parsed?.isValid() ? parsed.number : undefined;
}
