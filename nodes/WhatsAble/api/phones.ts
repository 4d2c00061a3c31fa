import { Failure } from '../../core/failure';
import { callingCodeFor, callingCodeOf, toE164 } from '../../core/values/phones';

/**
 * A recipient's number as E.164 (`+14155552671`), from any usual way of writing it. Throws a `Failure` when it cannot
 * be one, or may be meant in two ways.
 *
 * @param country ISO 3166-1 alpha-2 of the place where numbers without calling code are dialled; empty for none
 */
export function phoneOf(given: string, label: string, country: string): string {
	if (country !== '' && callingCodeFor(country) === undefined) {
		throw new Failure(
			`"Default Country" is not a two-letter country code: ${country.slice(0, 40)}`,
			'Write US, GB, DE, …',
			{ field: 'defaultCountry' },
		);
	}
	const { text, isInternational } = unwrapped(given);
	const phone = isInternational
		? toE164(`+${text.replace(/^\+/, '')}`)
		: (toE164(text, country) ?? bare(text, country));
	if (phone !== undefined) return phone;
	throw new Failure(
		`"${label}" is not a phone number that can be dialled from everywhere: ${given.slice(0, 40)}`,
		country === ''
			? 'Write it with + and its calling code, such as +14155552671, or add the option "Default Country".'
			: `Write it with + and its calling code, or as it is dialled in ${country.toUpperCase()}.`,
		{ field: label },
	);
}

/** What most of WhatsAble's endpoints want: the number without +. */
export function digitsOf(phone: string): string {
	return phone.replace(/^\+/, '');
}

/** As E.164 where WhatsAble gives a number as digits, with or without +, as text or as a number; else as it is. */
export function phoneFrom(given: unknown): string {
	const text = String(given ?? '').trim();
	return /^\+?\d{7,15}$/.test(text) ? `+${digitsOf(text)}` : text;
}

/** Takes the number out of WhatsApp's own ways of writing it: chat ids, links, and the prefix of other senders. */
function unwrapped(given: string): { text: string; isInternational: boolean } {
	// Marks of direction and other signs that nobody sees come along when a number is copied.
	const text = given.replace(/\p{Cf}/gu, '').trim();
	const [, inOther] =
		/^(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com\/send\/?\?phone=)\/?(?:%2B|\+)?(\d+)/i.exec(text) ??
		/^\+?(\d+)@(?:s\.whatsapp\.net|c\.us)$/i.exec(text) ??
		[];
	if (inOther !== undefined) return { text: inOther, isInternational: true };
	return { text: text.replace(/^whatsapp:/i, ''), isInternational: false };
}

/** Calling codes of countries where a number as it is dialled at home may have eleven digits and more. */
const LONG_AT_HOME = new Set(['39', '43', '49', '62', '86']);

/**
 * Digits alone, as WhatsAble itself writes numbers: with calling code and without +. They are taken only when they are
 * at least as long as a North American number with its 1, and, where a country is given, begin with its calling code,
 * so that a number as it is dialled at home is not mistaken for one of another country.
 */
function bare(text: string, country: string): string | undefined {
	if (!/^[1-9]\d{10,14}$/.test(text)) return undefined;
	const phone = toE164(`+${text}`);
	const code = phone === undefined ? undefined : callingCodeOf(phone);
	if (code === undefined) return undefined;
	const isAtHome = code === callingCodeFor(country) && !LONG_AT_HOME.has(code);
	return country === '' || isAtHome ? phone : undefined;
}
