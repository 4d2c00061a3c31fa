import { Failure } from '../failure';
import { idOf, lineOf, textOf } from './texts';

/** One address: no blank, no list, no second @; and a domain with a dot in it, also in other scripts than Latin. */
const ADDRESS = /^[^\s@,;:<>()[\]\\"|]+@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;

/** Two addresses, whatever stands between them. */
const SEVERAL = /@.*[\s,;|/&<].*@/;

/**
 * Ways in which programs write an address: of chats `<mailto:a@x.com|a@x.com>`, of Markdown `[Ann](mailto:a@x.com)`, of
 * mail programs `Ann Lee <a@x.com>` (RFC 5322, with the address as the name as well) and `a@x.com (Ann)`.
 */
const WRAPPINGS: RegExp[] = [
	/^\[(?<name>[^\]]*)\]\((?<inner>[^()]+)\)$/,
	/^(?<name>[^<>]*)<(?<inner>[^<>]+)>$/,
	/^(?<inner>[^|]+)\|(?<name>[^|]+)$/,
	/^(?<inner>[^()]+)\s\((?<name>[^()@]*)\)$/,
	/^\((?<inner>[^()]+)\)$/,
];

const LABEL = /^(?:mailto|smtp|e-?mail)\s*:\s*/i;

/** Quotation marks, and what ends a sentence or an entry of a list. */
const AROUND = /^[\s'"‘’“”„`´]+|[\s'"‘’“”„`´.,;]+$/g;

/**
 * The email address that a field gives, without what mail programs, links and lists put around it. Throws a `Failure`
 * that names the field when it is not exactly one.
 */
export function emailOf(given: unknown, label: string): string {
	const text = textOf(given, label);
	const email = emailIn(text);
	if (email !== undefined) return email;
	throw new Failure(
		`"${label}" is not an email address: ${text.slice(0, 40)}`,
		`Enter ${SEVERAL.test(text) ? 'only one of the addresses' : 'one address like name@email.com'}, or leave it empty.`,
		{ field: label },
	);
}

/** Whether a text is one email address: "n/a" stands in many lists. */
export function isEmail(text: string): boolean {
	return emailIn(text) !== undefined;
}

function emailIn(text: string): string | undefined {
	const plain = idOf(unwrapped(lineOf(text).replace(/＠/g, '@')));
	return ADDRESS.test(plain) ? plain : undefined;
}

function unwrapped(given: string): string {
	const text = given.replace(AROUND, '');
	const { inner, name = '' } = WRAPPINGS.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
	if (inner !== undefined) {
		const [one, other] = [unwrapped(inner), unwrapped(name)];
		const isAnother = other.includes('@') && other.toLowerCase() !== one.toLowerCase();
		return isAnother ? text : one;
	}
	if (!LABEL.test(text)) return text;
	const address = text.replace(LABEL, '');
	return unwrapped(/^mailto/i.test(text) ? decoded(address.replace(/\?.*$/, '')) : address);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
