import { ownValue } from './ownValue';
import { Failure } from '../failure';
import { plainDigits, textOf } from './texts';
import type { PlannedNumber } from './bundled/numberingPlans';
import {
	callingCodeOf,
	fewestMobileDigits,
	hasOneExitPrefix,
	isDialledIn,
	isExitPrefix,
	plannedNumber,
} from './bundled/numberingPlans';

/** A phone without what systems put around it. */
interface Written {
	/** Digits, the usual marks between them, and + in front where it was written. */
	text: string;
	/** Digits; empty for none. */
	extension: string;
}

/** A spreadsheet shows long numbers like this, and has dropped digits. */
const ROUNDED = /^['"=\s]*[+-]?\d+(?:[.,]\d+)?E[+-]?\d+['"\s]*$/i;

/** Characters that nobody sees: marks of direction, joiners, blanks without width. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** What stands before a number in exports, links and signatures: `p:` of Facebook's lead forms, `tel:`, `WhatsApp:`. */
const LABEL =
	/^(?:(?:home|work|office|business|main|direct)\s+)?(?:(?:phone|tel|telephone|mobile|cell|contact)\s*(?:no|number|#)|phone|telephone|telefon|tel[eé]fono|t[eé]l[eé]phone|t[eé]l|ph|mobile|mobil|m[oó]vil|mob|cellphone|cellular|celular|cell?|handy|fax|whats\s?app|wa|callto|call|smsto|sms|[pmtfchwo](?=\s*:))(?=[\s.:=+(\d])[\s.:=]*(?:\/\/)?\s*/i;

/** A link to a chat, or the id of one. Source: WhatsApp's help on click to chat. */
const CHATS = [
	/^(?:https?:\/\/)?(?:www\.)?wa\.me\/(?:%2B|\+)?(\d+)(?:[/?#].*)?$/i,
	/^(?:(?:https?:\/\/)?(?:api|web)\.whatsapp\.com|whatsapp:\/)\/send\/?\?(?:\S*&)?phone=(?:%2B|\+)?(\d+)(?:[&#].*)?$/i,
	/^\+?(\d+)(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i,
];

const EXTENSIONS = [
	/[\s,;.([]*(?:extension|extn|ext|xtn|x|#|anexo|ramal|poste|durchwahl)[\s.:=#]*(\d{1,7})\s*[)\]#]?$/i,
	/\s*[,;]+\s*(\d{1,7})#?$/,
];

const FEWEST_DIGITS = 7;
/** Source: ITU-T E.164. */
const MOST_DIGITS = 15;

/**
 * Forms that a numbering plan has given up and that WhatsApp still writes: the 1 of Mexican mobiles (IFT, until 2019),
 * the eight digits of Benin (ARCEP, until 2024).
 */
const GIVEN_UP: Array<[RegExp, string]> = [
	[/^\+521(\d{10})$/, '+52$1'],
	[/^\+229([2-9]\d{7})$/, '+22901$1'],
	// What is dialed for a mobile from within Argentina, and the 9 from abroad, mean the same (ENACOM).
	[/^\+549(11(?=15\d{8}$)|\d{3}(?=15\d{7}$)|\d{4}(?=15\d{6}$))15/, '+549$1'],
];

/** Prefixes that were dialled at home, in the same way. */
const GIVEN_UP_AT_HOME: Record<string, RegExp> = { MX: /^\D*0(?:1|44|45)(?=(?:\D*\d){10}\D*$)/ };

/**
 * The same line in two forms, of which both are written: the 9 of Argentina's mobiles (ENACOM), the ninth digit of
 * Brazil's (Anatel), which WhatsApp leaves out of accounts that are older.
 */
const TWO_FORMS: Array<[RegExp, string]> = [
	[/^\+549(\d{10})$/, '+54$1'],
	[/^\+55(\d\d)9([6-9]\d{7})$/, '+55$1$2'],
];

/** From each of these forms to the others. */
const OTHER_FORMS: Array<[RegExp, string]> = [
	[/^\+52([2-9]\d{9})$/, '+521$1'],
	[/^\+22901(\d{8})$/, '+229$1'],
	[/^\+54([1-8]\d{9})$/, '+549$1'],
	[/^\+55(\d\d)([6-9]\d{7})$/, '+55$1' + '9$2'],
	...TWO_FORMS,
];

/**
 * The number as E.164 (`+12025550123`), without its extension; `undefined` when it cannot be told: written without
 * calling code and the country is not known, written so that it may be meant in two ways, or no number of its country.
 *
 * @param country ISO 3166-1 alpha-2 of the place where numbers without calling code are dialled
 */
export function toE164(phone: string, country?: string): string | undefined {
	return readPhone(phone, country)?.e164;
}

/**
 * The number that a field gives, as E.164. Throws a `Failure` that names the field when it is none.
 *
 * @param country ISO 3166-1 alpha-2, as of `toE164`; empty when it is not known: then digits alone are taken as WhatsApp
 *   writes numbers, with their calling code, if there are as many as in a North American number with its 1
 * @param remedy what to do where it is not known
 */
export function phoneOf(
	given: unknown,
	label: string,
	{ country = '', remedy = WITH_CODE }: { country?: string; remedy?: string } = {},
): string {
	const text = textOf(given, label);
	const phone = toE164(text, country) ?? (country === '' ? fromDigitsAlone(text) : undefined);
	if (phone !== undefined) return phone;
	throw notAPhone(text, label, country === '' ? remedy : WITH_CODE_OR_AT_HOME(country));
}

/**
 * The number that a field gives, written as it was, for services that keep phones as text: without label, quotation
 * marks and what nobody sees. Without calling code it may be of any country. Throws a `Failure` that names the field
 * when it is no phone.
 *
 * @param withExtension whether its extension stays, as in `(480) 836-0345 x12`
 */
export function phoneAsWritten(
	given: unknown,
	label: string,
	{ withExtension = false }: { withExtension?: boolean } = {},
): string {
	const text = textOf(given, label);
	const written = writtenIn(text);
	const number = written && numberIn(written.text);
	if (!written || !(number || (!written.text.startsWith('+') && hasUsualLength(written.text)))) {
		throw notAPhone(text, label, WITH_CODE);
	}
	// A form that has been given up, or "(0)", would hide the number from a search for its digits.
	const hasAllDigits = !number || number.e164.endsWith(written.text.replace(/^00|\D/g, ''));
	const main = hasAllDigits ? written.text : number.e164;
	return withExtension && written.extension !== '' ? `${main} x${written.extension}` : main;
}

/** Whether a text is a phone number of any country, whether or not it is known which. */
export function isPhone(text: string): boolean {
	const written = writtenIn(text);
	return written !== undefined && hasUsualLength(written.text);
}

/** The country (ISO 3166-1 alpha-2) of an E.164 number, where it tells it. */
function countryOf(phone: string): string | undefined {
	return plannedNumber(phone)?.country;
}

/**
 * Whether two ways of writing are the same number. One without calling code is read as dialled in the country of the
 * other; where that tells nothing, all its digits (without the trunk zero) must be the end of the other's.
 */
export function isSamePhone(a: string, b: string): boolean {
	const [first, second] = [a, b].map((phone) => toE164(phone)) as [string?, string?];
	const [one, other] = [first ?? readLike(a, second), second ?? readLike(b, first)];
	if (one && other && lineOf(one) === lineOf(other)) return true;
	if (first && second) return false;
	const [shorter, longer] = [digitsOf(first ?? a), digitsOf(second ?? b)].sort(
		(x, y) => x.length - y.length,
	) as [string, string];
	if (shorter === '') return a.trim() === b.trim();
	return (
		shorter === longer ||
		(shorter.length >= FEWEST_DIGITS && longer.endsWith(shorter) && longer.length - shorter.length <= 3)
	);
}

/** Digits in which all ways of writing a number end, for keys: the same number has the same ones. */
export function lastDigitsOf(phone: string): string {
	return digitsOf(phone).slice(-FEWEST_DIGITS);
}

function readLike(phone: string, other: string | undefined): string | undefined {
	return other && toE164(phone, countryOf(other));
}

/**
 * All forms in which the same number may be stored, as E.164: the given one first; most numbers have one alone.
 *
 * @param phone E.164
 */
export function formsOf(phone: string): string[] {
	const others = OTHER_FORMS.map(([form, other]) => phone.replace(form, other));
	return [...new Set([phone, ...others])];
}

/** An E.164 number in that of its forms by which it is compared. */
export function lineOf(phone: string): string {
	return TWO_FORMS.reduce((line, [form, same]) => line.replace(form, same), phone);
}

function digitsOf(phone: string): string {
	return (writtenIn(phone)?.text ?? phone).replace(/\D/g, '').replace(/^0+/, '');
}

function hasUsualLength(text: string): boolean {
	const { length } = text.replace(/\D/g, '');
	return length >= FEWEST_DIGITS && length <= MOST_DIGITS;
}

const WITH_CODE = 'Write it with + and its calling code, such as +14155552671.';
const WITH_CODE_OR_AT_HOME = (country: string) =>
	`Write it with + and its calling code, such as +14155552671, or as it is dialed in ${country.toUpperCase()}.`;

function notAPhone(text: string, label: string, remedy: string): Failure {
	return new Failure(
		`"${label}" is not a phone number: ${text.slice(0, 40)}`,
		ROUNDED.test(text)
			? 'A spreadsheet has rounded it, so its last digits are lost. Format the column as text, and export it again.'
			: remedy,
		{ field: label },
	);
}

function readPhone(phone: string, country?: string): PlannedNumber | undefined {
	const written = writtenIn(phone);
	return written && numberIn(written.text, country);
}

/** Digits alone, as WhatsApp writes numbers: with calling code and without +. */
function fromDigitsAlone(phone: string): string | undefined {
	const text = writtenIn(phone)?.text ?? '';
	return /^[1-9]\d{10,14}$/.test(text) ? ofPlan(`+${text}`)?.e164 : undefined;
}

function numberIn(text: string, country = ''): PlannedNumber | undefined {
	if (text.startsWith('+')) return ofPlan(text);
	const home = country.toUpperCase();
	if (!isDialledIn(home)) return fromExitPrefix(text);
	// An area in brackets, or a slip of somebody who meant one: nobody writes the exit prefix like this.
	const [, bracket = ''] = /^\((\d+)\)/.exec(text) ?? [];
	if (isExitPrefix(bracket, home)) return undefined;
	const atHome = ofPlan(text.replace(ownValue(GIVEN_UP_AT_HOME, home) ?? /^(?!)/, ''), home);
	if (!atHome) return hasOneExitPrefix(home) ? fromExitPrefix(text) : undefined;
	const digits = text.replace(/\D/g, '');
	const withCode = digits.startsWith(callingCodeOf(home)) ? ofPlan(`+${digits}`) : undefined;
	if (!withCode || withCode.e164 === atHome.e164) return atHome;
	// Nobody leaves out the trunk zero of a number that long, such as they are in Germany and Austria.
	if (digits.length >= 12) return withCode;
	if (withCode.isInUse && atHome.isInUse) return undefined;
	return withCode.isInUse ? withCode : atHome;
}

/** 00 is what most of the world dials before a calling code. */
function fromExitPrefix(text: string): PlannedNumber | undefined {
	return text.startsWith('00') ? ofPlan(`+${text.slice(2)}`) : undefined;
}

function ofPlan(text: string, country?: string): PlannedNumber | undefined {
	const number = plannedNumber(text, country);
	if (!number) return undefined;
	const today = GIVEN_UP.reduce((e164, [form, current]) => e164.replace(form, current), number.e164);
	const current = today === number.e164 ? number : plannedNumber(today);
	if (!current?.isOfPlan || isTooShort(current)) return undefined;
	// Somebody may have 8888 8888, but nobody 999 999 9999 in North America.
	return /^(\d)\1+$/.test(current.national) && !current.isInUse ? undefined : current;
}

/**
 * A postal code is no number of Germany, though its plan has some that are as short. Six digits are, where they are in
 * use, and fewer where the mobiles of a country have no more.
 */
function isTooShort({ national, isInUse, country }: PlannedNumber): boolean {
	if (national.length >= FEWEST_DIGITS) return false;
	const least = country === undefined ? FEWEST_DIGITS : Math.min(6, fewestMobileDigits(country));
	return !isInUse || national.length < least;
}

/** Takes a phone out of what stands around it; `undefined` for what is not one phone. */
function writtenIn(given: string): Written | undefined {
	if (ROUNDED.test(given)) return undefined;
	const shown = plainDigits(given.normalize('NFKC').replace(INVISIBLE, ''))
		.replace(/[\p{Pd}\u2212\u30fc]/gu, '-')
		.replace(/\s+/g, ' ')
		.replace(/^[\s'"‘’‚‛“”„`´=]+|[\s'"‘’‚‛“”„`´,;]+$/gu, '');
	const chat = CHATS.map((form) => form.exec(shown)?.[1]).find((digits) => digits !== undefined);
	if (chat !== undefined) return { text: `+${chat}`, extension: '' };
	// Decimals are of a spreadsheet or a script that took the phone for an amount.
	const labelled = shown
		.replace(LABEL, '')
		.replace(/\s*\((?:\p{L}|\s)+\)$/u, '')
		.replace(/(?<=\d{7})[.,]0+$/, '');
	if (/\d{7}\.\d+$/.test(labelled)) return undefined;
	const { rest, extension } = partsOf(labelled);
	const text = rest
		.replace(/^(?:%2B|&#43;)/i, '+')
		.replace(/^[^\p{L}\d]*\+/u, '+')
		.replace(/^[^\p{L}\d+(]+|[\s.-]+$/gu, '')
		// The calling code in brackets: "(+1) 415", "+(1) 415".
		.replace(/^\+\s*\(?(\d{1,3})\)/, '+$1');
	const isOne = /^\+?[\d\s().[\]/~-]+$/.test(text) && !SEVERAL.test(text);
	const isOther = !text.startsWith('+') && NO_PHONES.some((form) => form.test(text));
	return isOne && !isOther && /\d/.test(text) ? { text, extension } : undefined;
}

/** What has the digits of a phone, and is something else. */
const NO_PHONES = [
	// Days, also with a time: 2026-12-31, 12.31.2026, 31/12/2026.
	/^(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?:\s|$)/,
	/^(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)\d\d(?:\s|$)/,
	/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/,
	// Addresses of computers; Danish and Norwegian numbers are written in four pairs.
	/^(?!(?:\d\d\.){3}\d\d$)(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/,
	// Numbers of cards, and of social security in the United States.
	/^[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{1,4}$/,
	/^3[47]\d\d([ -])\d{6}\1\d{4,5}$/,
	/^\d{3}-\d\d-\d{4}$/,
	// 0000000000 and (999) 999-9999 are what people type where they want to give no number.
	/^\D*(\d)(?:\D*\1)+$/,
];

/** Two numbers with a slash between them; what is before the slash in "030/123456" is short. */
const SEVERAL = /(?:\d[\s().-]*){6}\/[\s(+]*(?:\d[\s().-]*){6}/;

function partsOf(text: string): { rest: string; extension: string } {
	for (const form of EXTENSIONS) {
		const match = form.exec(text);
		const rest = text.slice(0, match?.index ?? 0);
		if (rest.replace(/\D/g, '').length >= FEWEST_DIGITS) return { rest, extension: match?.[1] ?? '' };
	}
	return { rest: text, extension: '' };
}
