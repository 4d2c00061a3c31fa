/** What stands in place of a secret. */
const MASK = '[secret]';

/** A shorter text is no secret, and would be met by chance. */
const SHORTEST = 8;

/**
 * A service may show only how a token begins; so many characters of it are known again. JSON Web Tokens all begin alike,
 * and those of one service for long.
 */
function beginningOf(secret: string): string {
	return secret.slice(0, secret.startsWith('eyJ') ? Math.max(12, Math.ceil(secret.length / 2)) : 12);
}

const SECRET_NAME = /token|secret|key|password/i;

/**
 * The secrets among the values of a credential, by the names of their fields. What n8n keeps of an OAuth2 connection is
 * looked through too.
 */
export function secretsIn(credential: unknown): string[] {
	if (typeof credential !== 'object' || credential === null) return [];
	return Object.entries(credential).flatMap(([name, value]: [string, unknown]) => {
		if (typeof value !== 'string') return secretsIn(value);
		return SECRET_NAME.test(name) && isSecret(value) ? [value.trim()] : [];
	});
}

function isSecret(value: string): boolean {
	return value.trim().length >= SHORTEST && !/^https?:\/\//i.test(value.trim());
}

/**
 * A value without these secrets in any of its texts, also where only their beginning is shown, in other capitals or as
 * part of an address. Bytes are looked at as text of one byte a character. What has none of them comes back as it is.
 */
export function withoutSecrets<T>(value: T, secrets: readonly string[]): T {
	const forms = [...new Set(secrets.filter(isSecret).flatMap((one) => [one, encodeURIComponent(one)]))];
	if (forms.length === 0) return value;
	const beginnings = new RegExp(forms.map((form) => escaped(beginningOf(form))).join('|'), 'i');
	return holds(value, beginnings) ? (masked(value, forms) as T) : value;
}

function holds(value: unknown, beginnings: RegExp): boolean {
	if (typeof value === 'string') return beginnings.test(value);
	if (typeof value !== 'object' || value === null) return false;
	if (Buffer.isBuffer(value)) return beginnings.test(value.toString('latin1'));
	return Object.entries(value).some(
		([name, entry]: [string, unknown]) => beginnings.test(name) || holds(entry, beginnings),
	);
}

function masked(value: unknown, forms: string[]): unknown {
	if (typeof value === 'string') return maskedText(value, forms);
	if (typeof value !== 'object' || value === null) return value;
	if (Buffer.isBuffer(value)) return Buffer.from(maskedText(value.toString('latin1'), forms), 'latin1');
	if (Array.isArray(value)) return value.map((entry: unknown) => masked(entry, forms));
	const entries = Object.entries(value).map(([name, entry]: [string, unknown]) => [
		maskedText(name, forms),
		masked(entry, forms),
	]);
	return Object.fromEntries(entries);
}

/** The longest secrets first, so that one which begins another leaves nothing of it. */
function maskedText(text: string, forms: string[]): string {
	let rest = text;
	for (const form of [...forms].sort((a, b) => b.length - a.length)) {
		const beginning = new RegExp(escaped(beginningOf(form)), 'gi');
		let done = '';
		let from = 0;
		for (const { index } of rest.matchAll(beginning)) {
			if (index < from) continue;
			done += rest.slice(from, index) + MASK;
			from = index + lengthAlike(rest.slice(index), form);
		}
		rest = done + rest.slice(from);
	}
	return rest;
}

/** How many characters of the form a text begins with. */
function lengthAlike(text: string, form: string): number {
	let length = 0;
	while (length < form.length && text[length]?.toLowerCase() === form[length]?.toLowerCase()) length++;
	return length;
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
