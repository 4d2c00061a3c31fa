import { addPartsOf, hasPart, Parts, placesIn, SHORTEST } from './secretParts';

/** What stands in place of a secret. */
const MASK = '[secret]';

/** So many characters of a secret in a row are known as a part of it, wherever in it they stand. */
export const PART = { ofRefusal: 10, ofResult: 16 };

/** So much text is searched for parts of secrets; what is longer is a list of records, and searched for whole ones. */
const LONGEST_SEARCHED = 20_000;

const SECRET_NAME = /token|secret|key|password/i;

/**
 * The secrets among the values of a credential, by the names of their fields. What n8n keeps of an OAuth2 connection is
 * looked through too.
 */
function secretsIn(credential: unknown): string[] {
	if (typeof credential !== 'object' || credential === null) return [];
	return Object.entries(credential).flatMap(([name, value]: [string, unknown]) => {
		if (typeof value !== 'string') return secretsIn(value);
		return SECRET_NAME.test(name) && isSecret(value) ? [value.trim()] : [];
	});
}

function isSecret(value: string): boolean {
	return value.trim().length >= SHORTEST && !/^https?:\/\//i.test(value.trim());
}

/** So many secrets of one owner are known; of more, the older half, tokens that were renewed long ago, is forgotten. */
const MOST_KNOWN = 20;

/** The secrets of one account, with what is looked for in its answers made ready once for each. */
export class Secrets {
	/** By whose they are; those that were learned last stand at the end. */
	private readonly known = new Map<string, Set<string>>();
	private readonly others = new Set<Secrets>();
	/**
	 * By how many characters are a part. An agency has hundreds of locations, each with its own: when memory is needed,
	 * they go, and are made again.
	 */
	private readonly parts = new Map<number, WeakRef<Parts>>();

	/**
	 * @param credential as n8n decrypts it, or a text that is secret as a whole
	 * @param owner names the credential: however many there are of an account, none is forgotten for the tokens of others
	 */
	learn(credential: unknown, owner = ''): void {
		const secrets = typeof credential === 'string' ? [credential.trim()] : secretsIn(credential);
		const own = this.known.get(owner) ?? new Set();
		for (const secret of secrets.filter(isSecret)) {
			const isNew = !own.delete(secret);
			own.add(secret);
			if (isNew) this.addParts(secret);
		}
		this.known.set(owner, own);
		if (own.size <= MOST_KNOWN) return;
		this.known.set(owner, new Set([...own].slice(-MOST_KNOWN / 2)));
		this.parts.clear();
	}

	/** Has nothing be shown that these know, now and later. */
	include(others: Secrets): void {
		if (others !== this) this.others.add(others);
	}

	/**
	 * A value without these secrets in any of its texts: whole or in part, in other capitals, escaped as in JSON, HTML or
	 * an address, with blanks between, as base64 or hexadecimal digits. Bytes are looked at as text of one byte a
	 * character. What has none of them comes back as it is.
	 *
	 * @param part how many characters in a row are a part; in records, a word of a token may occur by chance
	 */
	removeFrom<T>(value: T, part = PART.ofRefusal): T {
		return [...this.others].reduce(
			(left, others) => others.removeFrom(left, part),
			this.withoutOwn(value, part),
		);
	}

	private withoutOwn<T>(value: T, part: number): T {
		const known = this.all();
		if (known.length === 0 || value === undefined || value === null) return value;
		const text = Buffer.isBuffer(value) ? value.toString('latin1') : (JSON.stringify(value) ?? '');
		if (text.length > LONGEST_SEARCHED && !known.some((secret) => text.includes(secret))) return value;
		const parts = this.partsOf(part);
		return hasPart(text, parts) ? (masked(value, parts) as T) : value;
	}

	private all(): string[] {
		return [...this.known.values()].flatMap((own) => [...own]);
	}

	private addParts(secret: string): void {
		for (const [size, made] of this.parts) {
			const parts = made.deref();
			if (parts) addPartsOf(secret, size, parts);
		}
	}

	private partsOf(part: number): Parts {
		let parts = this.parts.get(part)?.deref();
		if (!parts) {
			parts = new Parts();
			for (const secret of this.all()) addPartsOf(secret, part, parts);
			this.parts.set(part, new WeakRef(parts));
		}
		return parts;
	}
}

function masked(value: unknown, parts: Parts): unknown {
	if (typeof value === 'string') return maskedText(value, parts);
	if (typeof value !== 'object' || value === null) return value;
	if (Buffer.isBuffer(value)) return Buffer.from(maskedText(value.toString('latin1'), parts), 'latin1');
	if (Array.isArray(value)) return value.map((entry: unknown) => masked(entry, parts));
	const entries = Object.entries(value).map(([name, entry]: [string, unknown]) => [
		maskedText(name, parts),
		masked(entry, parts),
	]);
	return Object.fromEntries(entries);
}

function maskedText(text: string, parts: Parts): string {
	let done = '';
	let behind = 0;
	for (const [from, to] of placesIn(text, parts)) {
		done += text.slice(behind, from) + MASK;
		behind = to;
	}
	return done + text.slice(behind);
}
