/**
 * What libphonenumber-js makes of a number, by the numbering plans of the world (ITU-T E.164 and the national plans,
 * collected by Google's libphonenumber). The build bundles the library into this module, and this module alone imports
 * it; its types stay out of the signatures, since the published package does not bring them.
 */
import type { CountryCode } from 'libphonenumber-js/core';
import {
	getCountryCallingCode,
	isSupportedCountry,
	Metadata,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import plans from 'libphonenumber-js/metadata.max.json';

/** A number whose calling code is known. */
export interface PlannedNumber {
	/** `+12025550123` */
	e164: string;
	/** Digits, without +. */
	callingCode: string;
	/** Digits after the calling code. */
	national: string;
	/** ISO 3166-1 alpha-2, where the number tells it. */
	country?: string;
	/** Whether the plan of the calling code has numbers of this form; those that are kept for films are among them. */
	isOfPlan: boolean;
	/** Whether the range of the number is in use. */
	isInUse: boolean;
}

/** Whether numbers can be read as they are dialled there (ISO 3166-1 alpha-2, in capitals). */
export function isDialledIn(country: string): boolean {
	return isSupportedCountry(country as CountryCode, plans);
}

/** The calling code of a country that `isDialledIn` knows, without +. */
export function callingCodeOf(country: string): string {
	return getCountryCallingCode(country as CountryCode, plans);
}

/** Whether one and the same prefix is dialled before foreign numbers, whatever the carrier. */
export function hasOneExitPrefix(country: string): boolean {
	const metadata = new Metadata(plans);
	metadata.selectNumberingPlan(country as CountryCode);
	return /^\d+$/.test(metadata.numberingPlan?.IDDPrefix() ?? '');
}

/** Whether the digits are what is dialled in a country before foreign numbers. */
export function isExitPrefix(digits: string, country: string): boolean {
	const metadata = new Metadata(plans);
	metadata.selectNumberingPlan(country as CountryCode);
	return new RegExp(`^(?:${metadata.numberingPlan?.IDDPrefix() ?? '(?!)'})$`).test(digits);
}

/** How many digits the shortest mobile numbers of a country have, without calling code; infinite where it has none. */
export function fewestMobileDigits(country: string): number {
	const metadata = new Metadata(plans);
	metadata.selectNumberingPlan(country as CountryCode);
	// The library's types leave this one out.
	const plan = metadata.numberingPlan as unknown as {
		type(name: 'MOBILE'): { possibleLengths(): number[] } | undefined;
	};
	return Math.min(...(plan.type('MOBILE')?.possibleLengths() ?? []));
}

/**
 * The number that a text is, all of it: digits and the usual marks between them.
 *
 * @param country of which `isDialledIn` is true, for numbers without calling code
 */
export function plannedNumber(text: string, country?: string): PlannedNumber | undefined {
	const defaultCountry = country as CountryCode | undefined;
	const parsed = parsePhoneNumberFromString(text, { defaultCountry, extract: false }, plans);
	if (!parsed) return undefined;
	const { number, countryCallingCode: callingCode, nationalNumber: national } = parsed;
	return {
		e164: number,
		callingCode,
		national,
		country: parsed.country,
		isOfPlan: parsed.isPossible() && planOf(callingCode).test(national),
		isInUse: parsed.isValid(),
	};
}

/** The form of all national numbers behind a calling code. */
function planOf(callingCode: string): RegExp {
	const metadata = new Metadata(plans);
	metadata.selectNumberingPlan(callingCode as CountryCode);
	// The library's types leave this one out.
	const plan = metadata.numberingPlan as unknown as { nationalNumberPattern(): string };
	return new RegExp(`^(?:${plan.nationalNumberPattern()})$`);
}
