import { Failure } from '../failure';
import { lineOf, plainDigits, textOf } from './texts';

/** Minus signs, as keyboards and word processors write them. */
const MINUS = /[\u2010-\u2015\u2212]/g;

/** What stands before a sign to tell of which country it is: US$, R$; and currencies that are written in letters. */
const COUNTRIES = 'US|AU|CA|NZ|HK|SG|MX|[ACRS]|[A-Z]{3}';
const LETTERS = '[A-Z]{3}|Fr\\.?|kr\\.?|zł|Kč|Ft|lei|Rs\\.?|лв|руб\\.?';
const SIGN = `(?:${COUNTRIES})?\\s*\\p{Sc}`;
const BEFORE = new RegExp(`^(?<money>${SIGN}|(?:${LETTERS})(?=[\\s\\d(+-]))`, 'u');
const AFTER = new RegExp(`(?<=[\\d)\\s.,-])(?<money>${SIGN}|${LETTERS})$`, 'u');

/** Currencies with three decimal places, of which 1.200 may well be one and a fifth. */
const IN_THOUSANDTHS = /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/;

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/**
 * A number, also of an amount as people write it: `$450,000`, `1.234,56 €`, `1 234,50`, `1'234.50`, `(1,200.00)`.
 * Throws a `Failure` for what is none, and for what could be two: of `1.200` nobody can tell whether it is 1200. A
 * currency tells, since nobody writes money with three decimal places, and a comma before three digits parts thousands.
 */
export function amountOf(value: unknown, label: string): number {
	const amount = amountIn(typeof value === 'boolean' ? '' : value, label);
	if (typeof amount === 'number') return amount;
	if (amount) throw ambiguous(value, amount.digits, label);
	throw new Failure(
		`"${label}" is not a number: ${String(value).slice(0, 40)}`,
		'Write digits with a point: 1200.50.',
		{ field: label },
	);
}

/** The number; the digits that could be two numbers; `undefined` where there is none. */
export function amountIn(value: unknown, label: string): number | { digits: string } | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	const { digits, currency, negative } = partsOf(inAscii(lineOf(textOf(value, label))));
	const read = digits === undefined ? undefined : readingOf(digits, currency);
	if (digits === undefined || read === undefined) return undefined;
	if (read === 'either') return { digits };
	const number = Number(read);
	if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) return undefined;
	return negative && number !== 0 ? -number : number;
}

/** Digits and marks as English keyboards write them: of full width, and of Arabic, whose decimal mark is U+066B. */
function inAscii(text: string): string {
	return plainDigits(text)
		.replace(/[\uFF08-\uFF0E]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
		.replace(/\u066B/g, '.')
		.replace(/\u066C/g, ',')
		.replace(MINUS, '-');
}

interface Parts {
	/** Digits and marks alone; `undefined` where there is more. */
	digits?: string;
	/** As it is written; empty where there is none. */
	currency: string;
	negative: boolean;
}

function partsOf(text: string): Parts {
	let rest = text;
	let currency = '';
	let negative = false;
	const take = (pattern: RegExp) => {
		const found = pattern.exec(rest);
		if (found) rest = rest.replace(pattern, '').trim();
		return found;
	};
	const takeMoney = (pattern: RegExp) => {
		const money = pattern.exec(rest)?.groups?.money?.replace(/\s/g, '');
		const isCode = money !== undefined && /^[A-Z]{3}$/.test(money);
		if (money === undefined || currency !== '' || (isCode && !CURRENCIES.has(money))) return;
		take(pattern);
		currency = money;
	};
	// The sign may stand on either side of the currency, and a whole amount may end in ",-".
	const signs = () => {
		if (/^\(.*\)$/.test(rest)) {
			rest = rest.slice(1, -1).trim();
			return 1;
		}
		return take(/^-/) ? 1 : 0;
	};
	let minuses = signs();
	takeMoney(BEFORE);
	takeMoney(AFTER);
	if (minuses === 0) minuses = signs();
	if (currency === '') takeMoney(BEFORE);
	rest = rest.replace(/[.,]-{1,2}$/, (mark) => `${mark[0]}00`);
	if (minuses === 0) minuses = take(/(?<=\d)\s*-$/) ? 1 : 0;
	negative = minuses === 1;
	if (!negative) take(/^\+/);
	return { ...(/^[\d.,'’ ]*\d[\d.,'’ ]*$/.test(rest) ? { digits: rest } : {}), currency, negative };
}

/** Thousands, or lakhs as in India, with one mark between them. */
const grouped = (mark: string) =>
	new RegExp(`^(\\d{1,3}(${mark}\\d{3})+|\\d{1,2}(${mark}\\d{2})+${mark}\\d{3})$`);
const GROUPS = { '.': grouped('\\.'), ',': grouped(','), "'": grouped("'"), ' ': grouped(' ') };

/** The number as JavaScript writes it; `either` where it could be two, `undefined` where it is none. */
function readingOf(given: string, currency: string): string | undefined {
	const digits = given.replace(/’/g, "'");
	const marks = [...new Set(digits.replace(/\d/g, ''))];
	if (marks.length === 0) return digits;
	const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
	const decimalMark = digits[last];
	if (marks.length === 1) {
		const [mark] = marks as ['.' | ',' | "'" | ' '];
		const isOnce = digits.split(mark).length === 2;
		if (!isOnce || mark === "'" || mark === ' ') return joined(digits, mark);
		return onceMarked(digits, mark, currency);
	}
	if (marks.length > 2 || decimalMark === undefined) return undefined;
	const mark = marks.find((one) => one !== decimalMark) as '.' | ',' | "'" | ' ';
	const [whole, decimals] = [digits.slice(0, last), digits.slice(last + 1)];
	const thousands = joined(whole, mark);
	return thousands !== undefined && /^\d*$/.test(decimals) ? `${thousands}.${decimals}` : undefined;
}

function joined(digits: string, mark: keyof typeof GROUPS): string | undefined {
	return GROUPS[mark].test(digits) ? digits.replaceAll(mark, '') : undefined;
}

function onceMarked(digits: string, mark: '.' | ',', currency: string): string | undefined {
	const [whole = '', decimals = ''] = digits.split(mark);
	const mayBeThousands = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
	if (!mayBeThousands) return `${whole || '0'}.${decimals}`;
	if (IN_THOUSANDTHS.test(currency)) return 'either';
	return currency !== '' || mark === ',' ? whole + decimals : 'either';
}

function ambiguous(value: unknown, digits: string, label: string): Failure {
	const [decimal, whole] = [digits.replace(',', '.'), digits.replace(/[.,]/, '')];
	return new Failure(
		`"${label}" could be ${Number(decimal)} or ${whole}: ${String(value).slice(0, 40)}`,
		`Write ${Number(decimal)} or ${whole}, or give a number instead of text.`,
		{ field: label },
	);
}
