import { DateTime } from 'luxon';

import { Failure } from '../failure';
import { lineOf, plainDigits } from './texts';

/**
 * ISO 8601 in UTC from what n8n gives for a date: text, a luxon DateTime, a Date, or a number, also as text: the day
 * number of a spreadsheet, or seconds or milliseconds since 1970.
 *
 * @param zone IANA name; text without an offset is a time there, and so is the day number of a spreadsheet
 */
export function dateTimeOf(value: unknown, label: string, zone: string): string {
	return momentOf(value, label, zone).toUTC().toISO() as string;
}

/**
 * The same to the second, with an offset instead of in UTC: that of the value, or of the zone where it has none
 * (2026-03-31T10:30:00-04:00).
 */
export function offsetDateTimeOf(value: unknown, label: string, zone: string): string {
	const at = momentOf(value, label, zone).startOf('second');
	return (at.toISO({ suppressMilliseconds: true }) as string).replace(/Z$/, '+00:00');
}

/** The same for the end of a span: a day without a time, as text, is meant to its last moment. */
export function lastMomentOf(value: unknown, label: string, zone: string): string {
	const at = dateTimeOf(value, label, zone);
	const number = numberIn(value);
	const isDay =
		number === undefined
			? typeof value === 'string' && !/[T:]/.test(value)
			: isWrittenDay(number) || (isSpreadsheetDay(number) && Number.isInteger(number));
	return isDay ? String(DateTime.fromISO(at, { zone }).endOf('day').toUTC().toISO()) : at;
}

/** Day and month of birth dates and the like have no zone: the day is taken as it is written. */
export function dayOf(value: unknown, label: string): string {
	const at = parse(value, 'utc') ?? DateTime.invalid('unreadable');
	if (!at.isValid) throw notADate(value, label);
	return at.toISODate() as string;
}

function momentOf(value: unknown, label: string, zone: string): DateTime {
	const at = parse(value, zone);
	if (!at?.isValid) throw notADate(value, label);
	return at;
}

/**
 * Year-first and month-first layouts, as HighLevel takes them for a date of birth. With dots the day comes first, as in
 * all countries that write dates with dots.
 */
const LAYOUTS = [
	...['-', '/', '_'].flatMap((mark) => [`yyyy${mark}M${mark}d`, `M${mark}d${mark}yyyy`]),
	...['yyyy.M.d', 'd.M.yyyy'],
];

function parse(value: unknown, zone: string): DateTime | undefined {
	if (DateTime.isDateTime(value)) return value;
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
	const number = numberIn(value);
	if (number !== undefined) return fromNumber(number, zone);
	if (typeof value !== 'string') return undefined;
	const text = plainDigits(lineOf(value));
	// ISO 8601 also knows "12" and "12:30" for a time today, and "1990" for a year.
	if (/^\d{4}-?\d{2}-?\d{2}/.test(text)) {
		const iso = DateTime.fromISO(text, { zone, setZone: true });
		if (iso.isValid) return iso;
		// "2026-03-31 14:30:00", as databases and spreadsheets write it.
		const sql = DateTime.fromSQL(text, { zone, setZone: true });
		if (sql.isValid) return sql;
	}
	return LAYOUTS.map((layout) => DateTime.fromFormat(text, layout, { zone })).find(({ isValid }) => isValid);
}

function numberIn(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') return undefined;
	const text = plainDigits(lineOf(value));
	return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** Spreadsheets count days from 1899-12-30. */
const DAYS_TO_1970 = 25_569;
const DAY_MS = 86_400_000;

/** From 1927 to 2099. Below, a number may as well be a year, and above, a postal code. */
const SPREADSHEET_DAYS = { first: 10_000, last: 73_050 };

/** 1973-03-03 in seconds. Below, a number is rather a day as it is written, such as 31122026, or none: 20260230. */
const LEAST_SECONDS = 1e8;

/** 2100 in seconds. */
const SECONDS_END = 4_102_444_800;

/** 1973-03-03 in milliseconds. Between the two lie seconds of a far future, phone numbers and the like. */
const LEAST_MILLISECONDS = 1e11;

/** 9999-12-31 in seconds, wherever it begins: what databases write for a day that never comes. */
const NEVER = { first: 253_402_214_400 - 50_400, last: 253_402_300_799 + 43_200 };

function isSpreadsheetDay(number: number): boolean {
	return number >= SPREADSHEET_DAYS.first && number < SPREADSHEET_DAYS.last + 1;
}

/** Whether a number is a day as 20261130 writes it. */
function isWrittenDay(number: number): boolean {
	return /^(19|20)\d{6}$/.test(String(number)) && DateTime.fromFormat(String(number), 'yyyyMMdd').isValid;
}

/** `undefined` for a number that can mean no moment between 1840 and 2100, or two of them. */
function fromNumber(number: number, zone: string): DateTime | undefined {
	if (isWrittenDay(number)) return DateTime.fromFormat(String(number), 'yyyyMMdd', { zone });
	if (isSpreadsheetDay(number)) {
		const seconds = Math.round((number - DAYS_TO_1970) * (DAY_MS / 1000));
		return DateTime.fromSeconds(seconds, { zone: 'utc' }).setZone(zone, { keepLocalTime: true });
	}
	const size = Math.abs(number);
	if (size >= LEAST_SECONDS && size < SECONDS_END) {
		return DateTime.fromMillis(Math.round(number * 1000), { zone });
	}
	const isNever = number >= NEVER.first && number <= NEVER.last;
	if (size < LEAST_MILLISECONDS || size >= SECONDS_END * 1000 || isNever || isWrittenMinute(number)) {
		return undefined;
	}
	return DateTime.fromMillis(Math.round(number), { zone });
}

const MINUTES = ['yyyyMMddHHmm', 'ddMMyyyyHHmm', 'MMddyyyyHHmm'];

/** 202611301430 is half past two on 30 November 2026, or a moment of 1976 in milliseconds. */
function isWrittenMinute(number: number): boolean {
	return MINUTES.some((layout) => {
		const { isValid, year } = DateTime.fromFormat(String(number), layout);
		return isValid && year >= 1900 && year < 2100;
	});
}

function notADate(value: unknown, label: string): Failure {
	const hint =
		numberIn(value) === undefined
			? ''
			: ' A number is read as YYYYMMDD, as the day of a spreadsheet, or as seconds or milliseconds since 1970, from 1973 up to the year 2100.';
	return new Failure(
		`"${label}" is not a date: ${String(value).slice(0, 40)}`,
		`Write it as YYYY-MM-DD, with a time where one is wanted (2026-03-31T14:30:00Z).${hint}`,
		{ field: label },
	);
}
