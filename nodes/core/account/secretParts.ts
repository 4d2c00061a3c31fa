/** A row of the same few characters, such as zeros, is in many an ID by chance. */
const FEWEST_DIFFERENT = 4;

/** A shorter text is no secret, and would be met by chance. */
export const SHORTEST = 8;

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
export class Parts {
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
export function addPartsOf(secret: string, part: number, parts: Parts): void {
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

const ESCAPED =
	/\\+u(?<unicode>[0-9a-f]{4})|\\+x(?<byte>[0-9a-f]{2})|%(?:25)*(?<percent>[0-9a-f]{2})|&#x(?<hex>[0-9a-f]{1,6});|&#(?<decimal>\d{1,7});|\\+(?<plain>[^\sux])|\\+[nrt]|[\s\u200B]+|(?<self>[^\\%&\s\u200B]+|[^])/giu;

/** A text without escapes and blanks, in lower case; for each of its code units, where it stands in the text. */
interface Decoded {
	text: string;
	places: Place[];
}

function decoded(text: string): Decoded {
	const result: Decoded = { text: '', places: [] };
	for (const { 0: whole, index, groups = {} } of text.matchAll(ESCAPED)) {
		const { unicode, byte, percent, hex, decimal, plain, self } = groups;
		const code = unicode ?? byte ?? percent ?? hex;
		const point = code === undefined ? Number(decimal ?? NaN) : parseInt(code, 16);
		if (self !== undefined) addUnits(result, self, index);
		else if (point <= 0x10ffff) addUnit(result, String.fromCodePoint(point), [index, index + whole.length]);
		else if (plain !== undefined) addUnit(result, plain, [index, index + whole.length]);
	}
	return result;
}

function addUnits(result: Decoded, text: string, index: number): void {
	for (let at = 0; at < text.length; at++) addUnit(result, text.charAt(at), [index + at, index + at + 1]);
}

function addUnit(result: Decoded, value: string, place: Place): void {
	const lower = value.toLowerCase();
	result.text += lower;
	for (let unit = 0; unit < lower.length; unit++) result.places.push(place);
}

/** Where parts of secrets stand, whatever way they are escaped in; from left to right, without an overlap. */
export function placesIn(text: string, parts: Parts): Place[] {
	const { text: plain, places } = decoded(text);
	const found = [...parts.placesIn(plain)].sort(([one], [other]) => one - other);
	const merged: Place[] = [];
	for (const [from, to] of found) {
		const [first, last] = [places[from], places[to - 1]];
		if (!first || !last) continue;
		const before = merged[merged.length - 1];
		if (before && first[0] <= before[1]) before[1] = Math.max(before[1], last[1]);
		else merged.push([first[0], last[1]]);
	}
	return merged;
}

export function hasPart(text: string, parts: Parts): boolean {
	// Most answers hold nothing that is escaped.
	if (/[\\%&]/.test(text)) return placesIn(text, parts).length > 0;
	const plain = text.replace(/[\s\u200B]+/gu, '').toLowerCase();
	return !parts.placesIn(plain).next().done;
}
