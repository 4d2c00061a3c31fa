import { PhoneNumberFormat, PhoneNumberUtil } from 'google-libphonenumber';
import { DateTime } from 'luxon';

/** The form in which e-mail addresses are compared. */
export function emailKey(email: string): string {
	return email.trim().toLowerCase();
}

/**
 * E.164, or undefined when no number of that length can exist.
 * Lengths only, not number ranges: fictional numbers such as +1 555 … are what a demo uses.
 * @param country ISO 3166-1 alpha-2, for numbers written without a country code
 */
export function toE164(phone: string, country: string): string | undefined {
	try {
		const number = phones.parse(phone, country);
		return phones.isPossibleNumber(number) ? phones.format(number, PhoneNumberFormat.E164) : undefined;
	} catch {
		return undefined;
	}
}

/** Google's own library: another one than the package reads phones with, so that the two check each other. */
const phones = PhoneNumberUtil.getInstance();

const DATE_LAYOUTS = [
	'yyyy/MM/dd',
	'MM/dd/yyyy',
	'yyyy-MM-dd',
	'MM-dd-yyyy',
	'yyyy.MM.dd',
	'MM.dd.yyyy',
	'yyyy_MM_dd',
	'MM_dd_yyyy',
];

/** A calendar date in one of the eight documented layouts, as YYYY-MM-DD; undefined for anything else.
 * Source: official v2 specification, contacts, `dateOfBirth`. */
export function toIsoDate(text: string): string | undefined {
	for (const layout of DATE_LAYOUTS) {
		const date = DateTime.fromFormat(text, layout, { zone: 'utc' });
		if (date.isValid) return date.toISODate();
	}
	return undefined;
}

/** An ISO 8601 time as UTC with milliseconds; one without a zone counts as UTC. Undefined for anything else. */
export function toIsoInstant(text: string): string | undefined {
	const time = DateTime.fromISO(text, { zone: 'utc' });
	return time.isValid ? time.toISO() : undefined;
}

/** An instant as ISO 8601 with the offset of a time zone, and with milliseconds only where there are some. */
export function toLocalIso(instant: string | number, zone: string): string {
	const time =
		typeof instant === 'number'
			? DateTime.fromMillis(instant, { zone })
			: DateTime.fromISO(instant, { zone });
	return time.toISO({ suppressMilliseconds: true }) ?? '';
}
