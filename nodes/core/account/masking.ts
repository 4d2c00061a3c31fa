/** What stands in place of a secret. */
const MASK = '[secret]';

/** A shorter text is no secret, and would be met by chance. */
const SHORTEST = 8;

/** So many characters of a secret in a row are known as a part of it, wherever in it they stand. */
export const PART = { ofRefusal: 10, ofResult: 16 };

/** A row of the same few characters, such as zeros, is in many an ID by chance. */
const FEWEST_DIFFERENT = 4;

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

/** A place in a secret, from which it is compared with a text in both directions. */
interface Anchor {
	/** The secret, or another way to write it, in lower case. */
	form: string;
	at: number;
	/** So many characters in a row are a part of it. */
	size: number;
}

/**
 * Secrets, ready to be found in texts. A token of an OAuth2 connection has thousands of parts, so they are not kept:
 * each has one of the anchors in it, which stand at equal distances, and is found by it.
 */
class Parts {
	/** By the characters that stand there. */
	private readonly anchors = new Map<string, Anchor[]>();
	private readonly lengths = new Set<number>();

	/** @param size so many characters in a row are a part; the whole form, when it is shorter */
	add(form: string, size: number): void {
		const part = Math.min(size, form.length);
		const length = Math.ceil(part / 2);
		this.lengths.add(length);
		for (let at = 0; at + length <= form.length; at += part - length + 1) {
			const characters = form.slice(at, at + length);
			const there = this.anchors.get(characters);
			const anchor = { form, at, size: part };
			if (there) there.push(anchor);
			else this.anchors.set(characters, [anchor]);
		}
	}

	/** Where parts stand in a text in lower case: the places of their first and behind their last character. */
	*placesIn(text: string): Generator<Place> {
		for (const length of this.lengths) {
			for (let at = 0; at + length <= text.length; at++) {
				for (const anchor of this.anchors.get(text.slice(at, at + length)) ?? []) {
					const place = sharedWith(text, at, anchor);
					if (place) yield place;
				}
			}
		}
	}
}

type Place = [from: number, to: number];

/** What a text and a secret have in common around an anchor, when it is enough to be a part. */
function sharedWith(text: string, at: number, { form, at: anchoredAt, size }: Anchor): Place | undefined {
	let [from, to] = [at, at];
	const distance = anchoredAt - at;
	while (from > 0 && from + distance > 0 && text[from - 1] === form[from - 1 + distance]) from--;
	while (to < text.length && to + distance < form.length && text[to] === form[to + distance]) to++;
	const isPart = to - from >= size && new Set(text.slice(from, to)).size >= FEWEST_DIFFERENT;
	return isPart ? [from, to] : undefined;
}

/** What is in a secret, and in the other ways to write it, in lower case. */
function addPartsOf(secret: string, part: number, parts: Parts): void {
	for (const form of [withoutHeader(secret), ...encodings(secret)]) parts.add(form.toLowerCase(), part);
}

/** JSON Web Tokens all begin alike: with how they are signed. */
function withoutHeader(secret: string): string {
	return secret.startsWith('eyJ') && secret.includes('.') ? secret.slice(secret.indexOf('.') + 1) : secret;
}

/** Base64 looks otherwise by what stands before the secret, but for the characters at its ends. */
function encodings(secret: string): string[] {
	const base64 = [0, 1, 2].map((before) =>
		Buffer.from(' '.repeat(before) + secret)
			.toString('base64')
			.replace(/=+$/, '')
			.slice(before === 0 ? 0 : before + 1, -1),
	);
	return [...base64, Buffer.from(secret).toString('hex')].filter((form) => form.length >= SHORTEST);
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

/** A character of a text, decoded, and where it stands. */
interface Character {
	value: string;
	from: number;
	to: number;
}

const ESCAPED =
	/\\+u(?<unicode>[0-9a-f]{4})|\\+x(?<byte>[0-9a-f]{2})|%(?:25)*(?<percent>[0-9a-f]{2})|&#x(?<hex>[0-9a-f]{1,6});|&#(?<decimal>\d{1,7});|\\+(?<plain>[^\sux])|\\+[nrt]|[\s\u200B]+|(?<self>[^])/giu;

function charactersOf(text: string): Character[] {
	return [...text.matchAll(ESCAPED)].flatMap(({ 0: whole, index, groups = {} }) => {
		const { unicode, byte, percent, hex, decimal, plain, self } = groups;
		const code = unicode ?? byte ?? percent ?? hex;
		const point = code === undefined ? Number(decimal ?? NaN) : parseInt(code, 16);
		const value = point <= 0x10ffff ? String.fromCodePoint(point) : (plain ?? self);
		return value === undefined ? [] : [{ value: value.toLowerCase(), from: index, to: index + whole.length }];
	});
}

/** Where parts of secrets stand, whatever way they are escaped in; from left to right, without an overlap. */
function placesIn(text: string, parts: Parts): Place[] {
	const characters = charactersOf(text);
	const decoded = characters.map(({ value }) => value).join('');
	// A character may be two code units.
	const owners = characters.flatMap((character) => character.value.split('').map(() => character));
	const found = [...parts.placesIn(decoded)].sort(([one], [other]) => one - other);
	const places: Place[] = [];
	for (const [from, to] of found) {
		const [first, last] = [owners[from], owners[to - 1]];
		if (!first || !last) continue;
		const before = places[places.length - 1];
		if (before && first.from <= before[1]) before[1] = Math.max(before[1], last.to);
		else places.push([first.from, last.to]);
	}
	return places;
}

function hasPart(text: string, parts: Parts): boolean {
	// Most answers hold nothing that is escaped.
	if (/[\\%&]/.test(text)) return placesIn(text, parts).length > 0;
	const plain = text.replace(/[\s\u200B]+/gu, '').toLowerCase();
	return !parts.placesIn(plain).next().done;
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
